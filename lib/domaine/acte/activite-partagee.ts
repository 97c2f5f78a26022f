import { ajouterJours, type DateIso } from '../calendrier/dates'

/** Code du modèle dont les actes se rattachent à une convention-cadre. */
export const MODELE_ACTIVITE_PARTAGEE = 'convention-activite-partagee'

/** Vrai d'une activité partagée ; toute autre convention, reprise sans modèle comprise, peut lui servir de cadre. */
export const estActivitePartagee = (modeleCode: string | null): boolean =>
  modeleCode === MODELE_ACTIVITE_PARTAGEE

/** Ce que l'on décide d'une activité partagée quand sa convention-cadre prend fin. */
export const DECISIONS = ['MAINTENIR', 'DENONCER', 'LAISSER_A_TERME'] as const
export type Decision = (typeof DECISIONS)[number]

/** Fin d'un cadre : celle de sa résiliation, à défaut son terme. */
export const finDuCadre = (d: { fin: DateIso | null; resiliation: DateIso | null }): DateIso | null =>
  d.resiliation ?? d.fin

/** Le vote d'un conseil prend des mois : la décision se demande six mois avant la fin, comme la deuxième alerte. */
export const JOURS_POUR_DECIDER = 180

/**
 * Vrai quand chaque activité rattachée appelle une décision : le cadre est dénoncé, ou finit dans les six mois, ou a fini.
 * Un cadre sans terme connu n'en demande pas.
 */
export function decisionDemandee(
  cadre: { fin: DateIso | null; resiliation: DateIso | null },
  jour: DateIso,
): boolean {
  if (cadre.resiliation) return true
  return cadre.fin !== null && cadre.fin <= ajouterJours(jour, JOURS_POUR_DECIDER)
}

/** Une décision ne vaut que pour la fin qu'elle avait en vue : un cadre renouvelé, puis finissant, en demande une autre. */
export const decisionPrise = (
  r: { decision: string | null; decisionPour: DateIso | null },
  fin: DateIso | null,
): boolean => r.decision !== null && r.decisionPour === fin

/** Semaines d'un mois moyen : douze mois font cinquante-deux semaines. */
const SEMAINES_PAR_MOIS = 52 / 12
/** Une demi-journée par semaine vaut 10 % d'un temps plein de dix (regles-metier, Money). */
const PART_D_UNE_DEMI_JOURNEE = 10

/** Part d'un temps plein que font ces demi-journées, en pourcent. */
export const partDesDemiJournees = (nombre: number, periode: 'semaine' | 'mois'): number =>
  (periode === 'semaine' ? nombre : nombre / SEMAINES_PAR_MOIS) * PART_D_UNE_DEMI_JOURNEE

/**
 * Vrai quand la part convenue et le nombre de demi-journées ne s'accordent pas, à un demi-point près. Ce n'est qu'un
 * avertissement : ni l'un ni l'autre ne se recalcule.
 */
export const partEnDesaccord = (pourcent: number, nombre: number, periode: 'semaine' | 'mois'): boolean =>
  Math.abs(partDesDemiJournees(nombre, periode) - pourcent) > 0.5

export const STATUTS_DE_PRATICIEN = [
  'interet-general',
  'mise-a-disposition',
  'assistants',
  'plusieurs-etablissements',
] as const
export type StatutDePraticien = (typeof STATUTS_DE_PRATICIEN)[number]

/** Pièces datées du dossier d'un praticien. */
export const PIECES = ['accordLe', 'propositionLe', 'avisPoleLe', 'avisCmeLe', 'autorisationLe'] as const
export type Piece = (typeof PIECES)[number]
export type DatesDuPraticien = Readonly<Record<Piece, DateIso | null>>

/**
 * Pièces que demande un statut : l'accord écrit et les deux avis pour tous, d'après l'article 2 de la convention ; pour
 * l'activité d'intérêt général, aussi la proposition du chef de service et l'autorisation du directeur (CSP, R. 6152-30).
 */
export const piecesDuStatut = (statut: StatutDePraticien): readonly Piece[] =>
  statut === 'interet-general' ? PIECES : ['accordLe', 'avisPoleLe', 'avisCmeLe']

/** Pièces encore absentes du dossier d'un praticien, dans l'ordre où on les demande. */
export const piecesManquantes = (p: { statut: StatutDePraticien } & DatesDuPraticien): Piece[] =>
  piecesDuStatut(p.statut).filter((piece) => p[piece] === null)

/** Départ d'un gestionnaire d'un acte groupé : son dernier jour, connu dès la dernière réception. */
export type Depart = { organisationId: string; fin: DateIso }

/**
 * Dernier jour de l'acte après ces départs : `null` tant qu'un gestionnaire y reste, puis le jour du dernier parti.
 * L'hôpital qui dénonce met fin à l'acte pour tous ; cela ne se décide pas ici.
 */
export function finApresDeparts(
  gestionnaires: readonly string[],
  departs: readonly Depart[],
): DateIso | null {
  const fins = gestionnaires.map((id) => departs.find((d) => d.organisationId === id)?.fin ?? null)
  if (fins.length === 0 || fins.some((f) => f === null)) return null
  return fins.filter((f): f is DateIso => f !== null).reduce((a, b) => (a > b ? a : b))
}
