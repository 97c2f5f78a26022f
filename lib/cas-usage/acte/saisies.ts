import { z } from 'zod'

/** Saisies des passages d'un acte. */
const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)
export const motifExige = z.string().trim().min(3, { message: 'motif' }).max(2_000, { message: 'trop-long' })

export const schemaPartager = z.strictObject({
  acteId: uuid,
  version,
  /** Mot à l'autre côté, joint au courriel et gardé avec la version. */
  message: z.string().trim().max(2_000, { message: 'trop-long' }).default(''),
  /** Avenant : partager même si une rédaction ajustée ne dit plus l'effet. */
  malgreLesEcarts: z.boolean().optional(),
})
export const schemaPassageMotive = z.strictObject({ acteId: uuid, version, motif: motifExige })
export const schemaPassage = z.strictObject({ acteId: uuid, version })

const texteDuPassage = z.strictObject({
  acteId: uuid,
  version,
  texte: z.string().trim().max(2_000, { message: 'trop-long' }),
})
/** Formes de l'écran : un seul champ « texte », mot facultatif ou motif exigé selon le passage. */
export const schemaPartageEcrit = texteDuPassage
export const schemaPassageEcrit = texteDuPassage.extend({ texte: motifExige })
