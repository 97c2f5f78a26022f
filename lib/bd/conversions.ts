import type { DateIso } from '../domaine/calendrier/dates'

/** Colonne `date` → date pure `AAAA-MM-JJ` (Prisma la rend à minuit UTC). */
export const versDateIso = (date: Date | null): DateIso | null => date && date.toISOString().slice(0, 10)

/** Date pure → colonne `date`. */
export const versColonneDate = (date: DateIso): Date => new Date(`${date}T00:00:00.000Z`)
export const versColonneDateOuNul = (date: DateIso | null | undefined): Date | null =>
  date ? versColonneDate(date) : null
