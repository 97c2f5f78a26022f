import { z } from 'zod'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { RECURRENCES, schemaPromesse } from '../../domaine/engagement/declaration'
import { CODES_THEME, DEBITEURS } from '../../domaine/engagement/themes'
import { motifExige } from '../acte/saisies'

const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)
const court = z.string().trim().max(120, { message: 'trop-long' }).nullable()

export const schemaConstaterCondition = z.strictObject({
  engagementId: uuid,
  version,
  /** Portée dont la condition est remplie ; vide : l'engagement entier. */
  portee: z.string().max(80).nullable(),
  le: schemaDate,
  /** Ce qui l'atteste : un relevé de décision, un courrier, une mise en service. */
  preuve: z.string().trim().min(3, { message: 'requis' }).max(500, { message: 'trop-long' }),
})

export const schemaReglerEngagement = z.strictObject({
  engagementId: uuid,
  version,
  /** Part de la cible sous laquelle on n'est plus « à surveiller », en pour cent. */
  seuil: z.number().int().min(1, { message: 'positif' }).max(100, { message: 'trop-grand' }),
  /** Part des cas qui doivent tenir le délai, en pour cent ; sans effet pour un autre genre de promesse. */
  part: z.number().min(1, { message: 'positif' }).max(100, { message: 'trop-grand' }).nullable(),
  referentHopital: court,
  referentCentre: court,
  personneHopital: court,
  personneCentre: court,
})

export const schemaAjouterEngagement = z.strictObject({
  acteId: uuid,
  libelle: z.string().trim().min(5, { message: 'trop-court' }).max(400, { message: 'trop-long' }),
  motif: motifExige,
  theme: z.enum(CODES_THEME, { message: 'choix' }),
  debiteur: z.enum(DEBITEURS, { message: 'choix' }),
  promesse: schemaPromesse,
  recurrence: z.enum(RECURRENCES, { message: 'choix' }).nullable(),
  depuis: schemaDate,
})
