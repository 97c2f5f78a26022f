import 'server-only'
import { chargerChaine, chargerChaines } from '../../bd/chaine'
import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import { versRetouche } from '../../bd/retouches'
import { avecActeur } from '../../bd/transaction'
import { cleMention } from '../../domaine/acte/autorite'
import { CLES_DES_DATES } from '../../domaine/acte/dates-du-texte'
import { estRedacteur } from '../../domaine/acte/droits'
import type { Etape } from '../../domaine/acte/etapes'
import { lireReference, referenceDActe } from '../../domaine/acte/reference'
import { connuDe, type Transposition, transposer } from '../../domaine/avenant/campagne'
import type { EtatDeLaChaine } from '../../domaine/avenant/etat'
import { baseDuProjet, cibleDeRetouche } from '../../domaine/avenant/projet'
import { ciblesCommunes } from '../../domaine/avenant/rebaser'
import { deriver, type Retouche } from '../../domaine/avenant/retouches'
import { moisDeRenouvellement } from '../../domaine/avenant/terme'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { grouper } from '../../domaine/grouper'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { RetoucheSuivie } from '../avenant/lire-atelier'
import { type ConventionLue, lireConvention } from '../convention/lire-convention'
import { VILLE, villeDe } from './ville'

/** Centres dont l'aperçu se calcule en une fois ; au-delà, la page le dit. */
export const CENTRES_PROPOSES = 150

/** Avenant pas encore signé de ce centre, qui change les mêmes passages que la campagne. */
export type AvenantOuvert = { reference: string; rang: number; etape: Etape; cibles: string[] }
export type CentreAChoisir = {
  conventionId: string
  reference: string
  ville: string
  tri: string
  /** `null` : son texte n'est connu que par un scan. */
  apercu: Transposition | null
  /** Ce que ce centre a aujourd'hui, par cible de valeur. */
  valeurs: Readonly<Record<string, ValeurParametre | null>>
  fin: DateIso | null
  ouverts: AvenantOuvert[]
}
export type CampagneAPreparer = {
  avenant: ConventionLue
  base: EtatDeLaChaine
  retouches: RetoucheSuivie[]
  centres: CentreAChoisir[]
  /** Conventions en vigueur du même modèle, celle de l'avenant exceptée. */
  total: number
  /** Durée d'un renouvellement, en mois : aucun terme ne va au-delà. */
  moisAuPlus: number
}

/**
 * Ce qu'un avenant proposerait à chaque convention en vigueur du même modèle, ou `null` : avenant inconnu, interdit,
 * abandonné, ou que l'acteur ne rédige pas.
 */
export async function preparerCampagne(
  acteur: Acteur,
  reference: string,
  maintenant: Date,
): Promise<CampagneAPreparer | null> {
  if (!lireReference(reference)?.rang) return null
  const avenant = await lireConvention(acteur, reference, maintenant)
  if (!avenant || avenant.etape === 'ABANDONNEE') return null
  const jour = aujourdHuiAParis(maintenant)
  const origine = await avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: avenant.acteId }, include: { convention: true } })
    const chaine = acte && estRedacteur(acteur, acte) && (await chargerChaine(tx, avenant.conventionId))
    if (!chaine) return null
    const effet = await tx.parametre.findUnique({
      where: {
        conventionId_cle: {
          conventionId: acte.conventionId,
          cle: cleMention(CLES_DES_DATES.effet, acte.rang),
        },
      },
    })
    const valeur = effet?.valeur as unknown as ValeurParametre | null | undefined
    const date = valeur?.genre === 'date' ? valeur.date : null
    const lignes = await tx.retouche.findMany({
      where: { acteId: acte.id, arretee: null },
      orderBy: [{ rang: 'asc' }, { cible: 'asc' }],
    })
    const { groupeId, convention } = acte
    return {
      base: baseDuProjet(chaine.etat, chaine.avenants, date, jour),
      effet: date,
      retouches: lignes
        .map((l) => ({ ...versRetouche(l), modifieLe: l.modifieLe, modifieParNom: null }))
        .filter((r) => deriver(r.retouche) !== null),
      ou: { groupeId, modeleCode: convention.modeleCode, id: { not: convention.id } },
    }
  })
  if (!origine) return null
  const { base, retouches, effet, ou } = origine
  const d = versDate(jour)
  const enVigueur = {
    rang: 0,
    etape: 'SIGNEE' as const,
    OR: [
      { dateFin: null },
      { dateFin: { gte: d } },
      { convention: { actes: { some: { rang: { gt: 0 }, dateFin: { gte: d } } } } },
    ],
    AND: [{ OR: [{ resilieeLe: null }, { resilieeLe: { gte: d } }] }],
    convention: ou,
  }
  const jeu = retouches.map((r) => r.retouche)
  const connu = connuDe(base)
  const { total, proposees, chaines, ouverts } = await avecActeur(acteur, async (tx) => {
    const conventions = (
      await tx.acte.findMany({
        where: enVigueur,
        orderBy: [{ tri: 'asc' }, { id: 'asc' }],
        take: CENTRES_PROPOSES,
        select: { convention: { select: { id: true, reference: true, ...VILLE } } },
      })
    ).map((a) => a.convention)
    const ids = conventions.map((c) => c.id)
    return {
      total: await tx.acte.count({ where: enVigueur }),
      proposees: conventions,
      chaines: await chargerChaines(tx, ids),
      ouverts: await avenantsOuverts(tx, ids, jeu),
    }
  })
  const centres = proposees.map((convention): CentreAChoisir => {
    const chaine = chaines.get(convention.id)
    const texte =
      chaine?.initial.transcrit === true ? baseDuProjet(chaine.etat, chaine.avenants, effet, jour) : null
    return {
      conventionId: convention.id,
      reference: convention.reference,
      ...villeDe(convention),
      apercu: texte && transposer(jeu, connu, texte),
      valeurs: texte ? valeursDe(jeu, texte) : {},
      fin: texte?.fin ?? null,
      ouverts: ouverts.get(convention.id) ?? [],
    }
  })
  return { avenant, base, retouches, centres, total, moisAuPlus: moisDeRenouvellement(ou.modeleCode) }
}

/** Par convention, ses avenants en cours qui touchent une cible du jeu commun ; une seule requête pour toutes. */
async function avenantsOuverts(
  tx: Tx,
  conventionIds: readonly string[],
  jeu: readonly Retouche[],
): Promise<Map<string, AvenantOuvert[]>> {
  const memesCibles = { cible: { in: jeu.map(cibleDeRetouche) } }
  const actes = await tx.acte.findMany({
    where: {
      conventionId: { in: [...conventionIds] },
      rang: { gt: 0 },
      etape: { notIn: ['SIGNEE', 'ABANDONNEE'] },
      retouches: { some: memesCibles },
    },
    orderBy: { rang: 'asc' },
    select: {
      conventionId: true,
      rang: true,
      etape: true,
      retouches: { where: memesCibles },
      convention: { select: { reference: true } },
    },
  })
  const touchent = actes.flatMap(({ conventionId, convention, rang, etape, retouches }) => {
    const cibles = ciblesCommunes(
      jeu,
      retouches.map((l) => versRetouche(l).retouche),
    )
    const reference = referenceDActe(convention.reference, rang)
    return cibles.length ? [{ conventionId, reference, rang, etape, cibles }] : []
  })
  return grouper(touchent, (a) => a.conventionId)
}

const valeursDe = (jeu: readonly Retouche[], texte: EtatDeLaChaine): CentreAChoisir['valeurs'] =>
  Object.fromEntries(
    jeu.flatMap((r) => (r.cible === 'valeur' ? [[`valeur:${r.cle}`, texte.valeurs[r.cle] ?? null]] : [])),
  )
