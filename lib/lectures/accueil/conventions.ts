import 'server-only'
import type { Tx } from '../../bd/client'
import { habitDuModele } from '../../bd/modele-de-l-acte'
import { MODELE_ACTIVITE_PARTAGEE } from '../../domaine/acte/activite-partagee'
import { qualitesSur } from '../../domaine/acte/droits'
import type { Etape, Qualite } from '../../domaine/acte/etapes'
import { referenceDActe } from '../../domaine/acte/reference'
import type { ConventionATexte } from '../../domaine/acte/texte-de-l-acte'
import { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'
import { ajouterJours, type DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { enumerer } from '../../domaine/texte/ecriture/formes'
import { obstaclesFinalisation } from '../../domaine/texte/finalisation'
import { type ComptesActe, compterParActe } from '../acceptation/compter'

export type BrouillonEnAttente = {
  reference: string
  ville: string
  titre: string
  modifieLe: Date
  /** À reprendre : il a déjà été partagé, et revient avec un motif. */
  aReprendre: boolean
  /** Remarques de l'autre côté qui attendent une réponse. */
  remarques: number
  manques: string[]
}
export type ConventionASuivre = {
  reference: string
  ville: string
  titre: string
  groupeId: string
  etape: Etape
  dateSignature: DateIso | null
  dateEffet: DateIso | null
  dateFin: DateIso | null
  resilieeLe: DateIso | null
  /** Préavis du texte, quand il est connu. */
  preavis: unknown
}
export type ConventionEnCours = {
  reference: string
  ville: string
  titre: string
  etape: Etape
  modifieLe: Date
  qualites: Qualite[]
  comptes: ComptesActe | null
}

const BROUILLONS = 6
/** Au-delà, la liste des conventions prend le relais. */
const EN_COURS = 40

const DE_LA_VILLE = {
  where: { role: 'GESTIONNAIRE' as const },
  select: {
    role: true,
    designation: true,
    organisation: { select: { nom: true, commune: { select: { nom: true } } } },
  },
  orderBy: { rang: 'asc' as const },
}
const villeDes = (parties: { organisation: { nom: string; commune: { nom: string } | null } }[]): string =>
  enumerer(parties.map((p) => p.organisation.commune?.nom ?? p.organisation.nom))

/** Brouillons des groupes de l'acteur, les plus anciens d'abord, avec les valeurs qui leur manquent. */
export async function lireBrouillons(tx: Tx, acteur: Acteur): Promise<BrouillonEnAttente[]> {
  if (!acteur.groupes.length) return []
  const actes = await tx.acte.findMany({
    where: {
      etape: { in: ['BROUILLON', 'A_REPRENDRE'] },
      groupeId: { in: [...acteur.groupes] },
    },
    orderBy: [{ modifieLe: 'asc' }, { id: 'asc' }],
    take: BROUILLONS,
    include: {
      convention: { include: { parametres: true } },
      modeleVersion: { select: { titre: true, parties: true, parametres: true } },
      unites: true,
      parties: DE_LA_VILLE,
    },
  })
  const comptes = await compterParActe(tx, acteur, actes)
  return actes.map((a) => {
    const modele = habitDuModele(a.modeleVersion, a.parties)
    const texte = texteDeLActe({
      titre: a.titre,
      modele: a.modeleVersion && { ...a.modeleVersion, parties: modele.parties },
      unites: a.unites,
      definitions: modele.definitions,
      parametres: a.convention.parametres,
    } as unknown as ConventionATexte)
    return {
      reference: referenceDActe(a.convention.reference, a.rang),
      ville: villeDes(a.parties),
      titre: a.titre,
      modifieLe: a.modifieLe,
      aReprendre: a.etape === 'A_REPRENDRE',
      remarques: comptes.get(a.id)?.remarques ?? 0,
      manques: obstaclesFinalisation(texte).flatMap((o) =>
        o.genre === 'valeur-manquante' ? [o.libelle] : [],
      ),
    }
  })
}

/** Conventions signées qui finissent dans l'année, finies sans suite, ou sans fin connue. */
export function lireSignees(tx: Tx, jour: DateIso): Promise<ConventionASuivre[]> {
  return tx.$queryRaw<ConventionASuivre[]>`
    SELECT c.reference, coalesce(v.ville, '') AS ville, a.titre, a.groupe_id AS "groupeId", a.etape::text AS etape,
      to_char(a.date_signature, 'YYYY-MM-DD') AS "dateSignature", to_char(a.date_effet, 'YYYY-MM-DD') AS "dateEffet",
      to_char(f.fin, 'YYYY-MM-DD') AS "dateFin", to_char(a.resiliee_le, 'YYYY-MM-DD') AS "resilieeLe",
      (SELECT p.valeur FROM parametre p WHERE p.convention_id = c.id AND p.cle = 'preavis') AS preavis
    FROM (SELECT convention_id, max(date_fin) AS fin FROM acte WHERE etape = 'SIGNEE' GROUP BY convention_id
      HAVING max(date_fin) IS NULL OR max(date_fin) <= ${ajouterJours(jour, 365)}::date) f
    JOIN acte a ON a.convention_id = f.convention_id AND a.genre = 'CONVENTION' AND a.etape = 'SIGNEE'
    JOIN convention c ON c.id = a.convention_id
    LEFT JOIN LATERAL (
      SELECT string_agg(coalesce(co.nom, o.nom), ', ' ORDER BY p.rang) AS ville
      FROM partie p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN commune co ON co.code_insee = o.code_insee
      WHERE p.acte_id = a.id AND p.role = 'GESTIONNAIRE'
    ) v ON true
    WHERE (a.resiliee_le IS NULL OR a.resiliee_le >= ${jour}::date)
      AND NOT (f.fin < ${jour}::date AND EXISTS (
        SELECT 1 FROM acte n JOIN convention cn ON cn.id = n.convention_id WHERE n.genre = 'CONVENTION' AND n.id <> a.id AND n.groupe_id = a.groupe_id
          AND n.organisations && a.organisations AND n.etape <> 'ABANDONNEE'
          AND (coalesce(cn.modele_code, '') = ${MODELE_ACTIVITE_PARTAGEE}) = (coalesce(c.modele_code, '') = ${MODELE_ACTIVITE_PARTAGEE})
          AND (n.etape <> 'SIGNEE' OR coalesce(n.date_effet, n.date_signature) > coalesce(a.date_effet, a.date_signature))))
    ORDER BY f.fin NULLS LAST, c.reference LIMIT 60`
}

/** Conventions entre le partage et la signature, celle qui attend depuis le plus longtemps d'abord. */
export async function lireEnCours(tx: Tx, acteur: Acteur): Promise<ConventionEnCours[]> {
  const etapes: Etape[] = ['EN_RELECTURE', 'TEXTE_ACCEPTE', 'EN_DELIBERATION', 'A_SIGNER']
  const actes = await tx.acte.findMany({
    where: {
      // Le rédacteur retrouve ses textes à reprendre avec ses brouillons.
      etape: { in: acteur.groupes.length ? etapes : [...etapes, 'A_REPRENDRE'] },
    },
    orderBy: [{ modifieLe: 'asc' }, { id: 'asc' }],
    take: EN_COURS,
    select: {
      id: true,
      rang: true,
      titre: true,
      etape: true,
      modifieLe: true,
      groupeId: true,
      organisations: true,
      valideurs: true,
      partage: true,
      convention: { select: { reference: true } },
      parties: DE_LA_VILLE,
    },
  })
  const comptes = await compterParActe(tx, acteur, actes)
  return actes.map((a) => ({
    reference: referenceDActe(a.convention.reference, a.rang),
    ville: villeDes(a.parties),
    titre: a.titre,
    etape: a.etape,
    modifieLe: a.modifieLe,
    qualites: qualitesSur(acteur, a),
    comptes: comptes.get(a.id) ?? null,
  }))
}
