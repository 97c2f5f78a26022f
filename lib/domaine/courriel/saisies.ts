import { z } from 'zod'

export const saisieRenvoi = z.object({
  courrielId: z.uuid({ message: 'requis' }),
  version: z.number().int().min(1),
})
