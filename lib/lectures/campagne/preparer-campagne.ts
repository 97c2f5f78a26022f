import 'server-only'
import { chargerChaine } from '../../bd/chaine'
import { versDate } from '../../bd/dates'
import { versRetouche } from '../../bd/retouches'
import { avecActeur } from '../../bd/transaction'
import { cleMention } from '../../domaine/acte/autorite'
import { CLES_DES_DATES } from '../../domaine/acte/dates-du-texte'
import { estRedacteur } from '../../domaine/acte/droits'
import { lireReference } from '../../domaine/acte/reference'
import { connuDe, type Transposition, transposer } from '../../domaine/avenant/campagne'
import type { EtatDeLaChaine } from '../../domaine/avenant/etat'
import { baseDuProjet } from '../../domaine/avenant/projet'
import { deriver, type Retouche } from '../../domaine/avenant/retouches'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { RetoucheSuivie } from '../avenant/lire-atelier'
import { type ConventionLue, lireConvention } from '../convention/lire-convention'
import { VILLE, villeDe } from './ville'

/** Centres dont l'aperçu se calcule en une fois ; au-delà, la page le dit. */
export const CENTRES_PROPOSES = 150
/** Une transaction dure au plus 15 s : les textes se lisent par paquets. */
const PAQUET = 20

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
}
export type CampagneAPreparer = {
  avenant: ConventionLue
  base: EtatDeLaChaine
  retouches: RetoucheSuivie[]
  centres: CentreAChoisir[]
  /** Conventions en vigueur du même modèle, celle de l'avenant exceptée. */
  total: number
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
  const { total, proposees } = await avecActeur(acteur, async (tx) => ({
    total: await tx.acte.count({ where: enVigueur }),
    proposees: await tx.acte.findMany({
      where: enVigueur,
      orderBy: [{ tri: 'asc' }, { id: 'asc' }],
      take: CENTRES_PROPOSES,
      select: { convention: { select: { id: true, reference: true, ...VILLE } } },
    }),
  }))
  const jeu = retouches.map((r) => r.retouche)
  const connu = connuDe(base)
  const centres: CentreAChoisir[] = []
  for (let i = 0; i < proposees.length; i += PAQUET)
    await avecActeur(acteur, async (tx) => {
      for (const { convention } of proposees.slice(i, i + PAQUET)) {
        const chaine = await chargerChaine(tx, convention.id)
        const texte =
          chaine?.initial.transcrit === true ? baseDuProjet(chaine.etat, chaine.avenants, effet, jour) : null
        centres.push({
          conventionId: convention.id,
          reference: convention.reference,
          ...villeDe(convention),
          apercu: texte && transposer(jeu, connu, texte),
          valeurs: texte ? valeursDe(jeu, texte) : {},
          fin: texte?.fin ?? null,
        })
      }
    })
  return { avenant, base, retouches, centres, total }
}

const valeursDe = (jeu: readonly Retouche[], texte: EtatDeLaChaine): CentreAChoisir['valeurs'] =>
  Object.fromEntries(
    jeu.flatMap((r) => (r.cible === 'valeur' ? [[`valeur:${r.cle}`, texte.valeurs[r.cle] ?? null]] : [])),
  )
