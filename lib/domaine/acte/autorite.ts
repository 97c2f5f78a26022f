import type { DateIso } from '../calendrier/dates'
import type { NatureGestionnaire } from '../organisation/designations'

/** Ce que l'organe d'un gestionnaire prend, selon la nature du gestionnaire (regles-metier, Authority to sign). */
export type RegimeAutorite = {
  /** « conseil municipal » : proposé, l'organe exact se corrige à la saisie. */
  organe: string
  feminin: boolean
  nom: 'délibération' | 'décision'
  /** Vrai : transmise au représentant de l'État avant que la partie signe. */
  transmission: boolean
  /** Vrai : publiée, ce qui la rend exécutoire avec la transmission. */
  publication: boolean
  /** Qui représente la partie sans pouvoir particulier, au masculin et au féminin. */
  representant: { masculin: string; feminin: string }
  /** Fondement, tel qu'on le cite. */
  source: string
}

const REGIMES: Record<NatureGestionnaire, RegimeAutorite> = {
  COMMUNE: {
    organe: 'conseil municipal',
    feminin: false,
    nom: 'délibération',
    transmission: true,
    publication: true,
    representant: { masculin: 'maire', feminin: 'maire' },
    source: 'CGCT, art. L. 2121-29, L. 2122-21 et L. 2131-1',
  },
  EPCI: {
    organe: 'conseil communautaire',
    feminin: false,
    nom: 'délibération',
    transmission: true,
    publication: true,
    representant: { masculin: 'président', feminin: 'présidente' },
    source: 'CGCT, art. L. 5211-1, L. 5211-3 et L. 5211-9',
  },
  ASSOCIATION: {
    organe: 'conseil d’administration',
    feminin: false,
    nom: 'décision',
    transmission: false,
    publication: false,
    representant: { masculin: 'président', feminin: 'présidente' },
    source: 'statuts de l’association',
  },
  MUTUELLE: {
    organe: 'conseil d’administration',
    feminin: false,
    nom: 'décision',
    transmission: false,
    publication: false,
    representant: { masculin: 'président', feminin: 'présidente' },
    source: 'code de la mutualité, art. L. 114-17, et statuts de la mutuelle',
  },
  HOPITAL: {
    organe: 'direction de l’établissement',
    feminin: true,
    nom: 'décision',
    transmission: false,
    publication: false,
    representant: { masculin: 'directeur', feminin: 'directrice' },
    source: 'CSP, art. L. 6143-7',
  },
}

/** Autorité selon la nature du gestionnaire ; une nature inconnue suit le régime le plus exigeant, celui de la commune. */
export const regimeDe = (nature: NatureGestionnaire | null): RegimeAutorite => REGIMES[nature ?? 'COMMUNE']

export const PORTEES = ['ACTE', 'ACTE_ET_AVENANTS', 'AVENANTS_SANS_EFFET_FINANCIER'] as const
export type Portee = (typeof PORTEES)[number]

/** Délibération ou décision enregistrée, avec ce qu'il faut pour savoir ce qu'elle autorise. */
export type DeliberationConnue = {
  id: string
  acteId: string
  /** Partie qui a délibéré, par son organisation : une partie d'avenant est une autre ligne que celle de la convention. */
  organisationId: string
  /** Texte sur lequel l'organe s'est prononcé. */
  empreinte: string
  organe: string
  numero: string | null
  seanceLe: DateIso
  transmiseLe: DateIso | null
  publieeLe: DateIso | null
  portee: Portee
  sens: 'ADOPTEE' | 'REFUSEE'
}

/** Acte à autoriser. `effetFinancier` : dit par la direction, `null` tant qu'elle ne l'a pas dit. */
export type ActeAAutoriser = {
  id: string
  genre: 'CONVENTION' | 'AVENANT'
  effetFinancier: boolean | null
}

/**
 * Délibération antérieure de la même chaîne qui couvre un avenant, la plus récente d'abord, ou `null`. Une convention
 * n'est jamais couverte. Une portée limitée aux avenants sans effet financier ne joue que si la direction a dit que cet
 * avenant n'en a pas : le silence ne vaut pas absence d'effet.
 */
export function couverture(
  acte: ActeAAutoriser,
  organisationId: string,
  deliberations: readonly DeliberationConnue[],
): DeliberationConnue | null {
  if (acte.genre !== 'AVENANT') return null
  const couvrantes = deliberations.filter(
    (d) =>
      d.organisationId === organisationId &&
      d.acteId !== acte.id &&
      d.sens === 'ADOPTEE' &&
      (d.portee === 'ACTE_ET_AVENANTS' ||
        (d.portee === 'AVENANTS_SANS_EFFET_FINANCIER' && acte.effetFinancier === false)),
  )
  return [...couvrantes].sort((a, b) => (a.seanceLe < b.seanceLe ? 1 : -1))[0] ?? null
}

/** Vrai quand la question « cet avenant a-t-il un effet financier ? » décide s'il faut voter. */
export const effetFinancierDecide = (
  acte: ActeAAutoriser,
  organisationId: string,
  deliberations: readonly DeliberationConnue[],
): boolean =>
  acte.genre === 'AVENANT' &&
  couverture({ ...acte, effetFinancier: true }, organisationId, deliberations) === null &&
  couverture({ ...acte, effetFinancier: false }, organisationId, deliberations) !== null

export type AutoriteDeLaPartie =
  | { etat: 'votee'; deliberation: DeliberationConnue }
  | { etat: 'couverte'; deliberation: DeliberationConnue }
  /** L'organe s'est prononcé sur un autre texte que celui d'aujourd'hui. */
  | { etat: 'autre-texte'; deliberation: DeliberationConnue }
  | { etat: 'refusee'; deliberation: DeliberationConnue }
  | { etat: 'attendue'; deliberation: null }

/**
 * Où en est l'autorité d'un gestionnaire sur le texte d'aujourd'hui : sa dernière décision sur ce texte même l'emporte,
 * puis une couverture antérieure, puis une décision sur un autre texte, qui ne vaut plus.
 */
export function autoriteDeLaPartie(
  acte: ActeAAutoriser,
  organisationId: string,
  empreinte: string | null,
  deliberations: readonly DeliberationConnue[],
): AutoriteDeLaPartie {
  const siennes = deliberations
    .filter((d) => d.organisationId === organisationId && d.acteId === acte.id)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
  const surCeTexte = siennes.find((d) => d.empreinte === empreinte)
  if (surCeTexte)
    return { etat: surCeTexte.sens === 'ADOPTEE' ? 'votee' : 'refusee', deliberation: surCeTexte }
  const couvrante = couverture(acte, organisationId, deliberations)
  if (couvrante) return { etat: 'couverte', deliberation: couvrante }
  const derniere = siennes[0]
  return derniere ? { etat: 'autre-texte', deliberation: derniere } : { etat: 'attendue', deliberation: null }
}

/** Nom complet d'une mention tardive pour cet acte : un avenant a les siennes et ne touche pas celles de la convention. */
export const cleMention = (base: string, rang: number): string =>
  rang === 0 ? base : `${base}_avenant_${rang}`

/** Mentions que la délibération remplit, quand le texte les cite. */
export const MENTIONS_DE_DELIBERATION = {
  numero: 'deliberation_numero',
  seanceLe: 'deliberation_date',
  transmiseLe: 'deliberation_transmission',
} as const
