import { z } from 'zod'
import { FONCTIONS_VALIDATION } from '../../domaine/organisation/fonctions-validation'

const uuid = z.uuid({ message: 'identifiant' })
const fonction = z.enum(FONCTIONS_VALIDATION, { message: 'choix' })
/** Empreinte du texte que l'écran montrait : un avis ne vaut que pour le texte lu. */
const empreinte = z.string().regex(/^[0-9a-f]{64}$/)

export const schemaCodeAvis = z.strictObject({ acteId: uuid, fonction, empreinte })
export const schemaApprouver = z.strictObject({
  acteId: uuid,
  fonction,
  empreinte,
  /** Code à six chiffres reçu par courriel ; les espaces que l'on tape ne comptent pas. */
  code: z
    .string()
    .transform((c) => c.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { message: 'code' })),
})
export const schemaRefuserAvis = z.strictObject({
  acteId: uuid,
  fonction,
  empreinte,
  motif: z.string().trim().min(3, { message: 'motif' }).max(2_000, { message: 'trop-long' }),
})
