import { dateCourte, heure } from '../dates'

const formateur = new Intl.DateTimeFormat('fr-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Instant → « 2026-11-22T09:30 » à Paris, la valeur d'une saisie de date et d'heure. */
export function momentDeParis(instant: Date): string {
  const p = Object.fromEntries(formateur.formatToParts(instant).map((x) => [x.type, x.value]))
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}`
}

/** Recule une saisie de date et d'heure, au calendrier affiché : « hier, à la même heure ». */
export function reculer(moment: string, minutes: number): string {
  const avant = new Date(Date.parse(`${moment}:00Z`) - minutes * 60_000)
  return avant.toISOString().slice(0, 16)
}

/** « 22/11/2026, 9 h 30 ». */
export const momentCourt = (instant: Date | string): string => {
  const d = typeof instant === 'string' ? new Date(instant) : instant
  return `${dateCourte(d)}, ${heure(d)}`
}
