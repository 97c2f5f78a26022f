import { z } from 'zod'

const uuid = z.uuid({ message: 'identifiant' })
const court = z.string().trim().max(120, { message: 'trop-long' })

export const schemaInviter = z.strictObject({
  acteId: uuid,
  nom: court.min(2, { message: 'requis' }),
  /** Au titre de quoi : « chef du service d'imagerie », « conseillère municipale ». */
  qualite: court.default(''),
  courriel: z.email({ message: 'courriel' }).trim().toLowerCase().max(254, { message: 'trop-long' }),
  message: z.string().trim().max(1_000, { message: 'trop-long' }).default(''),
})
export const schemaGererInvitation = z.strictObject({ invitationId: uuid, version: z.number().int().min(1) })
/** Jeton d'un lien personnel, tel que l'adresse le porte. */
export const schemaJeton = z.string().regex(/^[\w-]{20,100}$/, { message: 'identifiant' })
