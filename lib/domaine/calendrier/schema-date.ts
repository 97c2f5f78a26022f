import { z } from 'zod'
import { estDateIso } from './dates'

// À part de `dates.ts`, que lisent les écrans : zod (30 Kio) n'a rien à faire dans leurs scripts.

/** Date d'une saisie. */
export const schemaDate = z.string().refine(estDateIso, { message: 'date' })
