import { z } from 'zod'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { motifExige } from '../acte/saisies'

const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)

/** `premiere` : partie qui signe d'abord quand chacun attend le précédent ; `null` : dans n'importe quel ordre. */
export const schemaEnvoyer = z.strictObject({ acteId: uuid, version, premiere: uuid.nullable() })
/** Envoi resté en préparation, à reprendre. */
export const schemaReprendreEnvoi = z.strictObject({ envoiId: uuid })
export const schemaAbandonnerEnvoi = z.strictObject({ envoiId: uuid, motif: motifExige })
export const schemaRappeler = z.strictObject({ acteId: uuid, version, motif: motifExige })
const designe = { partieId: uuid, rang: z.number().int().min(1).max(99) }
export const schemaRefuserDeSigner = z.strictObject({ envoiId: uuid, ...designe, motif: motifExige })
export const schemaLireRetour = z.strictObject({ envoiId: uuid, fichierId: uuid })
export const schemaRetour = z.strictObject({
  envoiId: uuid,
  fichierId: uuid,
  mode: z.enum(['ELECTRONIQUE', 'PAPIER']),
  signatures: z
    .array(
      z.strictObject({
        ...designe,
        signeLe: schemaDate,
        /** Place de la signature dans le fichier, pour un PDF signé. */
        lue: z.number().int().min(0).max(60).nullable(),
      }),
    )
    .min(1, { message: 'choisir-un-signataire' })
    .max(20),
})
