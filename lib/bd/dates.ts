import type { DateIso } from '../domaine/calendrier/dates'

/** Une colonne @db.Date arrive à minuit UTC ; hors de `lib/bd`, c'est une chaîne AAAA-MM-JJ. */
export const versIso = (date: Date): DateIso => date.toISOString().slice(0, 10)
export const versIsoOuNul = (date: Date | null): DateIso | null => (date ? versIso(date) : null)
export const versDate = (iso: DateIso): Date => new Date(`${iso}T00:00:00Z`)
export const versDateOuNul = (iso: DateIso | null | undefined): Date | null => (iso ? versDate(iso) : null)
