import { z } from 'zod'
import { schemaValeur } from '../../domaine/texte/parametres'

/** Saisies des campagnes : les mêmes modifications proposées à plusieurs centres. */
const uuid = z.uuid({ message: 'identifiant' })
const cible = z.string().min(1).max(100)

/** Centres d'une campagne, au plus. */
export const CENTRES_MAXIMUM = 200

export const schemaOuvrirCampagne = z.strictObject({
  /** Avenant dont les modifications sont proposées aux autres. */
  acteId: uuid,
  titre: z.string().trim().min(3, { message: 'requis' }).max(300, { message: 'trop-long' }),
  centres: z
    .array(
      z.strictObject({
        conventionId: uuid,
        valeurs: z.array(z.strictObject({ cible, valeur: schemaValeur })).max(60),
        ecartees: z.array(cible).max(200),
      }),
    )
    .min(1, { message: 'choisir-un-centre' })
    .max(CENTRES_MAXIMUM),
})
export const schemaCampagne = z.strictObject({ campagneId: uuid })
export const schemaCentreDeCampagne = z.strictObject({ campagneId: uuid, conventionId: uuid })
export const schemaPartagerCampagne = z.strictObject({
  campagneId: uuid,
  /** Mot à l'autre côté, joint à chaque courriel. */
  message: z.string().trim().max(2_000, { message: 'trop-long' }).default(''),
})
export const schemaArreterCentre = z.strictObject({
  campagneId: uuid,
  conventionId: uuid,
  version: z.number().int().min(1),
  motif: z.string().trim().min(3, { message: 'motif' }).max(2_000, { message: 'trop-long' }),
})
export const schemaArchiveCampagne = z.strictObject({ campagneId: uuid, format: z.enum(['pdf', 'docx']) })
