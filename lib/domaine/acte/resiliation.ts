import { ajouterJours, type DateIso, derniereReception, finPreavis } from '../calendrier/dates'

/** Une lettre recommandée par destinataire, suivie jusqu'à sa réception. */
export type Lettre = {
  destinataire: string
  /** Première présentation par la poste. */
  presenteeLe: DateIso | null
  recueLe: DateIso | null
  /** Revenue sans avoir été réclamée : une personne doit dire quelle date retenir. */
  nonReclamee: boolean
}

export type Reception =
  /** Toutes reçues : la dernière réception gouverne. */
  | { etat: 'recue'; le: DateIso }
  /** Une lettre au moins court encore. */
  | { etat: 'attendue'; manquantes: string[] }
  /** Une lettre est revenue non réclamée : la première présentation est notée, la date retenue se décide. */
  | { etat: 'a-decider'; destinataires: string[]; presentation: DateIso | null }

/**
 * Réception qui fait courir le préavis. Plusieurs lettres à plusieurs signataires : la dernière réception gouverne
 * (regles-metier, Dates, point ouvert). Une lettre non réclamée n'est jamais réputée reçue d'elle-même.
 */
export function receptionRetenue(lettres: readonly Lettre[]): Reception {
  const sans = lettres.filter((l) => !l.recueLe)
  const nonReclamees = sans.filter((l) => l.nonReclamee)
  const attendues = sans.filter((l) => !l.nonReclamee)
  if (lettres.length === 0 || attendues.length > 0)
    return { etat: 'attendue', manquantes: attendues.map((l) => l.destinataire) }
  if (nonReclamees.length > 0)
    return {
      etat: 'a-decider',
      destinataires: nonReclamees.map((l) => l.destinataire),
      presentation: derniere(nonReclamees.map((l) => l.presenteeLe)),
    }
  return { etat: 'recue', le: derniere(lettres.map((l) => l.recueLe)) ?? '' }
}

const derniere = (dates: readonly (DateIso | null)[]): DateIso | null =>
  dates
    .filter((d): d is DateIso => d !== null)
    .sort()
    .at(-1) ?? null

export type FinDeResiliation =
  | { etat: 'fixee'; fin: DateIso; finDuPreavis: DateIso; regle: 'preavis' | 'demandee' }
  /** La fin demandée tombe avant celle du préavis : refusée. */
  | { etat: 'trop-tot'; finDuPreavis: DateIso }
  /** La convention finit d'elle-même avant la fin du préavis : la dénonciation n'avance rien. */
  | { etat: 'sans-effet'; finDuPreavis: DateIso; finDeLActe: DateIso }

/**
 * Dernier jour d'une convention dénoncée. Le préavis (en mois) court de la réception, de quantième à quantième, sans
 * report de jour chômé ; une fin plus tardive peut être demandée, une plus proche est refusée (regles-metier, Dates).
 */
export function finDeResiliation(d: {
  reception: DateIso
  preavisMois: number
  finDemandee: DateIso | null
  /** Dernier jour de la chaîne, ou `null` s'il est inconnu. */
  finDeLActe: DateIso | null
}): FinDeResiliation {
  const finDuPreavis = finPreavis(d.reception, d.preavisMois)
  if (d.finDemandee && d.finDemandee < finDuPreavis) return { etat: 'trop-tot', finDuPreavis }
  const fin = d.finDemandee ?? finDuPreavis
  if (d.finDeLActe && fin >= d.finDeLActe)
    return { etat: 'sans-effet', finDuPreavis, finDeLActe: d.finDeLActe }
  return { etat: 'fixee', fin, finDuPreavis, regle: d.finDemandee ? 'demandee' : 'preavis' }
}

/**
 * La même, une fois la lettre reçue : on ne refuse pas un fait. La fin demandée que la réception a rendue trop proche
 * cède à celle du préavis.
 */
export function finApresReception(d: Parameters<typeof finDeResiliation>[0]): FinDeResiliation {
  const voulue = finDeResiliation(d)
  return voulue.etat === 'trop-tot' ? finDeResiliation({ ...d, finDemandee: null }) : voulue
}

/** Jours avant la fin où une alerte part : le vote d'un conseil prend des mois (regles-metier, Dates). */
export const ALERTES_AVANT_FIN = [365, 180, 90] as const

/** Alertes qui tombent après la prise d'effet, en jours avant la fin, de la plus lointaine à la plus proche. */
export const alertesUtiles = (fin: DateIso, effet: DateIso | null): number[] =>
  ALERTES_AVANT_FIN.filter((n) => effet === null || ajouterJours(fin, -n) > effet)

export type Jalon = {
  nature: 'fin-365' | 'fin-180' | 'fin-90' | 'dernier-preavis' | 'signer-renouvellement' | 'fin'
  le: DateIso
}

/**
 * Jalons d'une chaîne qui a une fin : les trois alertes, le dernier jour où un préavis peut encore être reçu, et le
 * dernier jour où un avenant de renouvellement peut être signé — jamais après l'échéance. Triés par date.
 */
export function jalonsAvantFin(fin: DateIso, preavisMois: number | null): Jalon[] {
  const jalons: Jalon[] = [
    ...ALERTES_AVANT_FIN.map((n): Jalon => ({ nature: `fin-${n}`, le: ajouterJours(fin, -n) })),
    { nature: 'signer-renouvellement', le: fin },
    { nature: 'fin', le: fin },
  ]
  if (preavisMois) jalons.push({ nature: 'dernier-preavis', le: derniereReception(fin, preavisMois) })
  return jalons.sort((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0))
}

/**
 * Fenêtre où préparer et signer un renouvellement : d'un an avant la fin au dernier jour inclus, ou de la première alerte qui
 * suit la prise d'effet quand la convention ne dure qu'un an.
 */
export const fenetreDeRenouvellement = (
  fin: DateIso,
  effet: DateIso | null,
): { ouvre: DateIso; ferme: DateIso } => ({
  ouvre: ajouterJours(fin, -(alertesUtiles(fin, effet)[0] ?? 0)),
  ferme: fin,
})
