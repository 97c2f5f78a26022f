import { z } from 'zod'
import { schemaDate } from '../../domaine/calendrier/schema-date'

/** Saisies des mesures par période. */
const uuid = z.uuid({ message: 'identifiant' })
const compte = z.number().int({ message: 'entier' }).min(0).max(1_000_000)
const videEnNul = (v: string | null | undefined) => v || null
const motif = z.string().trim().min(3, { message: 'motif' }).max(2_000, { message: 'trop-long' })

/** Ce qui est constaté : deux comptes, un nombre, une date de remise (vide : pas remis), ou oui, en partie, non. */
export const schemaConstat = z.discriminatedUnion('genre', [
  z
    .strictObject({
      genre: z.literal('rapport'),
      numerateur: compte,
      denominateur: compte,
      mediane: z.number().min(0).max(100_000).nullable(),
    })
    .refine((c) => c.numerateur <= c.denominateur, { path: ['numerateur'], message: 'rapport' }),
  z.strictObject({ genre: z.literal('nombre'), nombre: z.number().min(0).max(1_000_000) }),
  z.strictObject({ genre: z.literal('remise'), le: schemaDate.nullable() }),
  z.strictObject({ genre: z.literal('etat'), etat: z.enum(['oui', 'partiel', 'non']) }),
])

const visee = { mesureId: uuid, version: z.number().int().min(1) }
const dite = {
  ...visee,
  constat: schemaConstat,
  commentaire: z.string().trim().max(1_000, { message: 'trop-long' }).nullish().transform(videEnNul),
  preuveLien: z
    .union([
      z.literal(''),
      z
        .url({ protocol: /^https$/, hostname: z.regexes.domain, message: 'lien' })
        .max(500, { message: 'trop-long' }),
    ])
    .nullish()
    .transform(videEnNul),
  /** Fichier de preuve ; vide : aucun. */
  fichierId: uuid.nullable(),
}
export const schemaSaisirMesure = z.strictObject(dite)
export const schemaCorrigerMesure = z.strictObject({
  ...dite,
  /** Exigé dès que l'autre côté a validé ou contesté. */
  motif: z.string().trim().max(2_000, { message: 'trop-long' }),
})
export const schemaMesure = z.strictObject(visee)
export const schemaMesureMotivee = z.strictObject({ ...visee, motif })
export type SaisieMesure = z.output<typeof schemaSaisirMesure>
