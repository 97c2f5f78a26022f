import { ajouterJours, type DateIso } from '../calendrier/dates'
import type { CodeErreur } from '../erreurs'
import type { Acteur } from '../organisation/acteur'
import type { Debiteur } from './themes'

export const ETATS_MESURE = ['ATTENDUE', 'SAISIE', 'VALIDEE', 'CONTESTEE'] as const
export type EtatMesure = (typeof ETATS_MESURE)[number]
export type CoteMesure = 'HOPITAL' | 'GESTIONNAIRE'

/** Ce que les droits ont besoin de savoir d'un engagement. */
export type EngagementPourDroits = {
  groupeId: string
  organisations: readonly string[]
  debiteur: Debiteur
}
/** Et d'une de ses mesures. `cote` : le côté qui l'a saisie ; vide tant qu'elle est attendue, ou calculée des demandes. */
export type MesurePourDroits = {
  etat: EtatMesure
  cote: CoteMesure | null
  debut: DateIso
  fin: DateIso
  saisieLe: DateIso | null
  figee: boolean
  /** La contestation a reçu sa réponse : la mesure est maintenue. */
  maintenue: boolean
}

export const GESTES_MESURE = [
  'saisir',
  'corriger',
  'valider',
  'contester',
  'maintenir',
  'figer',
  'rouvrir',
] as const
export type GesteMesure = (typeof GESTES_MESURE)[number]

/** Jours laissés à l'autre côté pour contester : passés, une période close se fige sans attendre qu'il valide [choix]. */
export const DELAI_DE_CONTESTATION = 30

/**
 * Côté au nom duquel l'acteur mesure : la direction des partenariats du groupe, ou la direction d'un centre et la mairie.
 * `null` : il lit (siège), ou l'engagement lui est étranger.
 */
export function coteSurEngagement(
  acteur: Acteur,
  e: Pick<EngagementPourDroits, 'groupeId' | 'organisations'>,
): CoteMesure | null {
  if (acteur.groupes.includes(e.groupeId)) return 'HOPITAL'
  const tient = acteur.habilitations.some(
    (h) => (h.role === 'DIRECTION_CMS' || h.role === 'MAIRIE') && e.organisations.includes(h.organisationId),
  )
  return tient ? 'GESTIONNAIRE' : null
}

/** Le débiteur mesure ; d'un engagement des deux parties, l'un ou l'autre côté. */
export const doitMesurer = (cote: CoteMesure, debiteur: Debiteur): boolean =>
  debiteur === 'parties' || (debiteur === 'hopital' ? 'HOPITAL' : 'GESTIONNAIRE') === cote

type Qui = { cote: CoteMesure; debiteur: Debiteur; auteur: CoteMesure | null }

/** Qui peut jamais faire ce geste, quel que soit l'état de la mesure. */
const QUI: Readonly<Record<GesteMesure, (q: Qui) => boolean>> = {
  saisir: (q) => doitMesurer(q.cote, q.debiteur),
  corriger: (q) => (q.auteur ? q.auteur === q.cote : doitMesurer(q.cote, q.debiteur)),
  maintenir: (q) => (q.auteur ? q.auteur === q.cote : doitMesurer(q.cote, q.debiteur)),
  valider: (q) => q.auteur !== q.cote,
  contester: (q) => q.auteur !== q.cote,
  figer: (q) => q.cote === 'HOPITAL',
  rouvrir: (q) => q.cote === 'HOPITAL',
}

const QUAND: Readonly<
  Record<Exclude<GesteMesure, 'rouvrir'>, (m: MesurePourDroits, jour: DateIso) => boolean>
> = {
  saisir: (m) => m.etat === 'ATTENDUE',
  corriger: (m) => m.etat !== 'ATTENDUE',
  maintenir: (m) => m.etat === 'CONTESTEE' && !m.maintenue,
  valider: (m) => m.etat === 'SAISIE' || m.etat === 'CONTESTEE',
  contester: (m) => m.etat === 'SAISIE' || m.etat === 'VALIDEE' || (m.etat === 'CONTESTEE' && m.maintenue),
  figer: (m, jour) => m.fin < jour && (m.etat === 'VALIDEE' || silenceVautAccord(m, jour)),
}

/** Saisie depuis assez longtemps sans que l'autre côté ait rien dit. Une contestation ouverte n'est jamais passée outre. */
const silenceVautAccord = (m: MesurePourDroits, jour: DateIso): boolean =>
  m.etat === 'SAISIE' && m.saisieLe !== null && ajouterJours(m.saisieLe, DELAI_DE_CONTESTATION) <= jour

/**
 * Pourquoi ce geste est refusé à cet acteur, ce jour-là ; `null` quand il est permis. Le serveur lève le code, l'écran
 * n'offre que ce qui est permis. Suppose la mesure visible : hors de portée, elle est introuvable avant d'arriver ici.
 */
export function refusDuGeste(
  geste: GesteMesure,
  acteur: Acteur,
  e: EngagementPourDroits,
  m: MesurePourDroits,
  jour: DateIso,
): CodeErreur | null {
  const cote = coteSurEngagement(acteur, e)
  if (cote === null) return 'ROLE_INSUFFISANT'
  const auteur = m.cote ?? auteurPresume(e.debiteur)
  if (!QUI[geste]({ cote, debiteur: e.debiteur, auteur })) return 'ROLE_INSUFFISANT'
  if (geste === 'rouvrir') return m.figee ? null : 'MESURE_AUTREMENT'
  if (m.figee) return 'PERIODE_FIGEE'
  if (geste === 'saisir' && m.debut > jour) return 'PERIODE_A_VENIR'
  return QUAND[geste](m, jour) ? null : 'MESURE_AUTREMENT'
}

const auteurPresume = (debiteur: Debiteur): CoteMesure | null =>
  debiteur === 'hopital' ? 'HOPITAL' : debiteur === 'centre' ? 'GESTIONNAIRE' : null

type Question = (acteur: Acteur, e: EngagementPourDroits, m: MesurePourDroits, jour: DateIso) => boolean
const permis =
  (geste: GesteMesure): Question =>
  (...a) =>
    refusDuGeste(geste, ...a) === null

/** Saisir ce qui est attendu : le côté débiteur, dès que la période a commencé. */
export const peutSaisir = permis('saisir')
/** Corriger ce que son côté a saisi, tant que la période n'est pas figée. */
export const peutCorriger = permis('corriger')
/** Valider ce que l'autre côté a saisi, même après l'avoir contesté. */
export const peutValider = permis('valider')
/** Contester ce que l'autre côté a saisi, avec un motif. */
export const peutContester = permis('contester')
/** Maintenir une mesure contestée, avec un motif, plutôt que la corriger. */
export const peutMaintenir = permis('maintenir')
/** Figer une période close, validée ou que personne n'a contestée à temps : la direction des partenariats. */
export const peutFiger = permis('figer')
/** Rouvrir une période figée, avec un motif : la direction des partenariats. */
export const peutRouvrir = permis('rouvrir')

/** Gestes offerts à cet acteur sur cette mesure. */
export const gestesPermis = (...a: Parameters<Question>): GesteMesure[] =>
  GESTES_MESURE.filter((g) => refusDuGeste(g, ...a) === null)

/** Une fois que l'autre côté s'est prononcé, une correction se motive. */
export const correctionSeMotive = (m: Pick<MesurePourDroits, 'etat'>): boolean =>
  m.etat === 'VALIDEE' || m.etat === 'CONTESTEE'
