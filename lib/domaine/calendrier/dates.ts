import { z } from 'zod'

/** Date pure `AAAA-MM-JJ`, sans heure ni fuseau. */
export type DateIso = string

/** Vrai si la chaîne est une date réelle du calendrier grégorien (refuse 2025-02-30), de 1900 à 2199. */
export function estDateIso(valeur: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(valeur)
  if (!m) return false
  const [a, mo, j] = [Number(m[1]), Number(m[2]), Number(m[3])]
  if (a < 1900 || a > 2199 || mo < 1 || mo > 12 || j < 1) return false
  return j <= new Date(Date.UTC(a, mo, 0)).getUTCDate()
}

export const schemaDate = z.string().refine(estDateIso, { message: 'date' })
