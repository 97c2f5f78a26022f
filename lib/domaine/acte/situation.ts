import type { DateIso } from '../calendrier/dates'
import type { Etape } from './etapes'

/** La situation suit les dates, jamais un clic. `null` tant que l'acte n'est pas signé. */
export const SITUATIONS = ['A_VENIR', 'EN_VIGUEUR', 'PREAVIS', 'ECHUE', 'RESILIEE'] as const
export type Situation = (typeof SITUATIONS)[number]

export type DatesDActe = {
  etape: Etape
  dateSignature: DateIso | null
  dateEffet: DateIso | null
  /** Dernier jour, inclus ; `null` = durée non connue. */
  dateFin: DateIso | null
  /** Dernier jour par l'effet d'une résiliation notifiée. */
  resilieeLe: DateIso | null
}

/** Jour d'effet : la date écrite, sinon celle de la dernière signature (regles-metier, Dates). */
export const jourEffet = (d: Pick<DatesDActe, 'dateEffet' | 'dateSignature'>): DateIso | null =>
  d.dateEffet ?? d.dateSignature

/** Situation d'un acte signé à une date. Le filtre SQL équivalent est testé contre cette fonction. */
export function situation(d: DatesDActe, aujourdHui: DateIso): Situation | null {
  if (d.etape !== 'SIGNEE') return null
  const debut = jourEffet(d)
  if (d.resilieeLe && d.resilieeLe < aujourdHui) return 'RESILIEE'
  if (d.dateFin && d.dateFin < aujourdHui) return 'ECHUE'
  if (debut && debut > aujourdHui) return 'A_VENIR'
  return d.resilieeLe ? 'PREAVIS' : 'EN_VIGUEUR'
}
