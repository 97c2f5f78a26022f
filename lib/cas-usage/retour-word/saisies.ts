import { z } from 'zod'

const uuid = z.uuid({ message: 'identifiant' })

const champs = z.strictObject({
  acteId: uuid,
  /** Numéro de la version que la personne a relue dans Word. */
  numero: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, { message: 'nombre' })
    .transform(Number),
  fichier: z.instanceof(File, { message: 'fichier' }),
})
/** Un fichier Word déposé, avec la version qu'il relit. */
export const schemaJoindreRetour = z
  .instanceof(FormData, { message: 'fichier' })
  .transform((f) => ({ acteId: f.get('acteId'), numero: f.get('numero'), fichier: f.get('fichier') }))
  .pipe(champs)

export const schemaProposerDuRetour = z.strictObject({
  retourId: uuid,
  identite: z.string().min(1).max(80),
})
