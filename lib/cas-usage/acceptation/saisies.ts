import { z } from 'zod'

const uuid = z.uuid({ message: 'identifiant' })
const identites = z.array(z.string().min(1).max(200)).min(1).max(400)

/** Unités acceptées d'un geste : un article avec ses sous-articles, une annexe, le préambule. */
export const schemaAccepterArticle = z.strictObject({ acteId: uuid, versionId: uuid, identites })
export const schemaRetirerAccord = z.strictObject({
  acteId: uuid,
  /** Identité vide : l'accord donné sur l'ensemble, tant que tous ne l'ont pas donné. */
  identites: z.array(z.string().max(200)).min(1).max(400),
})
export const schemaDemanderCode = z.strictObject({ acteId: uuid, versionId: uuid })
export const schemaAccepterEnsemble = z.strictObject({
  acteId: uuid,
  versionId: uuid,
  /** Code à six chiffres reçu par courriel ; les espaces que l'on tape ne comptent pas. */
  code: z
    .string()
    .transform((c) => c.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { message: 'code' })),
})
