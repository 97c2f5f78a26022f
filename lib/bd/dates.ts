import type { DateIso } from '../domaine/calendrier/dates'

/** Les colonnes @db.Date passent par minuit UTC : ces deux fonctions sont le seul passage. */
export const versDate = (date: DateIso): Date => new Date(`${date}T00:00:00Z`)
export const versIso = (date: Date): DateIso => date.toISOString().slice(0, 10)
