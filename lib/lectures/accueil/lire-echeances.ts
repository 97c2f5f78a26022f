import 'server-only'
import type { Tx } from '../../bd/client'
import { avecActeur } from '../../bd/transaction'
import { MODELE_ACTIVITE_PARTAGEE } from '../../domaine/acte/activite-partagee'
import { HORIZON, JOURS_DE_SUIVI } from '../../domaine/acte/echeances'
import { type Cote, moisDe } from '../../domaine/acte/lettres'
import { ajouterJours, aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'

type Situee = { reference: string; ville: string; titre: string; groupeId: string }
export type ChaineAEcheance = Situee & {
  fin: DateIso | null
  resilieeLe: DateIso | null
  preavisMois: number | null
}
/** Prochaine séance du conseil qui peut voter un acte en cours. */
export type SeanceAVenir = Situee & { conseil: string; le: DateIso; depotAvant: DateIso | null }
export type LettreEnAttente = Situee & {
  id: string
  cote: Cote
  envoyeeLe: DateIso
  nonReclamee: boolean
  /** Gestionnaire qui se retire seul d'un acte groupé, ou `null`. */
  partie: string | null
}
export type EcheancesLues = {
  chaines: ChaineAEcheance[]
  seances: SeanceAVenir[]
  lettres: LettreEnAttente[]
}

const BORNE = 60

/** Échéances que l'acteur voit : une requête bornée par source, la base en cloisonne chaque ligne. */
export function lireEcheances(acteur: Acteur, maintenant: Date): Promise<EcheancesLues> {
  const jour = aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => ({
    chaines: await lireChaines(tx, jour),
    seances: await lireSeances(tx, jour),
    lettres: await lireLettres(tx),
  }))
}

/** Image en SQL de `aUneEcheance` : la fin suit les avenants signés, une suite est un acte plus récent des mêmes parties. */
async function lireChaines(tx: Tx, jour: DateIso): Promise<ChaineAEcheance[]> {
  const lignes = await tx.$queryRaw<(Omit<ChaineAEcheance, 'preavisMois'> & { preavis: unknown })[]>`
    SELECT c.reference, coalesce(v.ville, '') AS ville, a.titre, a.groupe_id AS "groupeId",
      to_char(f.fin, 'YYYY-MM-DD') AS fin, to_char(a.resiliee_le, 'YYYY-MM-DD') AS "resilieeLe",
      (SELECT p.valeur FROM parametre p WHERE p.convention_id = c.id AND p.cle = 'preavis') AS preavis
    FROM (SELECT convention_id, max(date_fin) AS fin FROM acte WHERE etape = 'SIGNEE' GROUP BY convention_id) f
    JOIN acte a ON a.convention_id = f.convention_id AND a.genre = 'CONVENTION' AND a.etape = 'SIGNEE'
    JOIN convention c ON c.id = a.convention_id
    LEFT JOIN LATERAL (
      SELECT string_agg(coalesce(co.nom, o.nom), ', ' ORDER BY p.rang) AS ville
      FROM partie p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN commune co ON co.code_insee = o.code_insee
      WHERE p.acte_id = a.id AND p.role = 'GESTIONNAIRE'
    ) v ON true
    WHERE CASE
      WHEN a.resiliee_le IS NOT NULL THEN a.resiliee_le >= ${jour}::date
      WHEN f.fin < ${jour}::date THEN NOT EXISTS (
        SELECT 1 FROM acte n JOIN convention cn ON cn.id = n.convention_id WHERE n.genre = 'CONVENTION' AND n.id <> a.id AND n.groupe_id = a.groupe_id
          AND n.organisations && a.organisations AND n.etape <> 'ABANDONNEE'
          AND (coalesce(cn.modele_code, '') = ${MODELE_ACTIVITE_PARTAGEE}) = (coalesce(c.modele_code, '') = ${MODELE_ACTIVITE_PARTAGEE})
          AND (n.etape <> 'SIGNEE' OR coalesce(n.date_effet, n.date_signature) > coalesce(a.date_effet, a.date_signature)))
      ELSE f.fin <= ${ajouterJours(jour, JOURS_DE_SUIVI)}::date END
    ORDER BY coalesce(a.resiliee_le, f.fin), c.reference LIMIT ${BORNE}`
  return lignes.map(({ preavis, ...l }) => ({ ...l, preavisMois: moisDe(preavis) }))
}

/** Une séance par acte en cours : la prochaine de son conseil, dont le dépôt n'est pas forcément passé. */
const lireSeances = (tx: Tx, jour: DateIso): Promise<SeanceAVenir[]> =>
  tx.$queryRaw<SeanceAVenir[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (a.id) c.reference, coalesce(co.nom, o.nom) AS ville, a.titre, a.groupe_id AS "groupeId",
        o.nom AS conseil, to_char(s.le, 'YYYY-MM-DD') AS le, to_char(s.depot_avant, 'YYYY-MM-DD') AS "depotAvant"
      FROM acte a
      JOIN convention c ON c.id = a.convention_id
      JOIN partie p ON p.acte_id = a.id
      JOIN organisation o ON o.id = p.organisation_id
      JOIN seance_conseil s ON s.organisation_id = o.id AND s.annulee_le IS NULL
        AND s.le BETWEEN ${jour}::date AND ${ajouterJours(jour, HORIZON)}::date
      LEFT JOIN commune co ON co.code_insee = o.code_insee
      WHERE a.etape IN ('EN_RELECTURE', 'A_REPRENDRE', 'TEXTE_ACCEPTE', 'EN_DELIBERATION')
      ORDER BY a.id, s.le) prochaines
    ORDER BY le, reference LIMIT ${BORNE}`

const lireLettres = (tx: Tx): Promise<LettreEnAttente[]> =>
  tx.$queryRaw<LettreEnAttente[]>`
    SELECT r.id, c.reference, coalesce(v.ville, '') AS ville, a.titre, a.groupe_id AS "groupeId", r.cote::text AS cote,
      CASE WHEN r.cote = 'GESTIONNAIRE' AND v.nombre > 1
        THEN (SELECT o.nom FROM organisation o WHERE o.id = r.organisation_id) END AS partie,
      to_char(r.envoyee_le, 'YYYY-MM-DD') AS "envoyeeLe",
      EXISTS (SELECT 1 FROM jsonb_array_elements(r.lettres) l
        WHERE (l->>'nonReclamee')::boolean AND l->>'recueLe' IS NULL) AS "nonReclamee"
    FROM resiliation r
    JOIN convention c ON c.id = r.convention_id
    JOIN acte a ON a.convention_id = c.id AND a.genre = 'CONVENTION'
    LEFT JOIN LATERAL (
      SELECT string_agg(coalesce(co.nom, o.nom), ', ' ORDER BY p.rang) AS ville, count(*) AS nombre
      FROM partie p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN commune co ON co.code_insee = o.code_insee
      WHERE p.acte_id = a.id AND p.role = 'GESTIONNAIRE'
    ) v ON true
    WHERE r.etat = 'NOTIFIEE'
    ORDER BY r.envoyee_le, c.reference LIMIT ${BORNE}`
