import { z } from 'zod'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { motifExige } from '../acte/saisies'

const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)
const precision = z.string().trim().max(2_000, { message: 'trop-long' })

export const schemaNotifierResiliation = z.strictObject({
  acteId: uuid,
  version,
  /** Côté qui dénonce. */
  cote: z.enum(['HOPITAL', 'GESTIONNAIRE'], { message: 'choix' }),
  /** Gestionnaire qui se retire, exigé quand l'acte en réunit plusieurs et que l'acteur n'en représente pas un seul. */
  partieId: uuid.nullable().optional(),
  motif: motifExige,
  envoyeeLe: schemaDate,
  finDemandee: schemaDate.nullable(),
  /** Lu sur l'acte signé, quand son texte n'est pas dans l'application ; sans effet s'il y est. */
  preavisMois: z.number().int().min(1, { message: 'positif' }).max(120, { message: 'trop-grand' }).nullable(),
  /** Vrai quand la personne a vu ce qui dépend encore de la convention. */
  confirme: z.boolean(),
})

export const schemaNoterReception = z.strictObject({
  resiliationId: uuid,
  version,
  /** Rang de la lettre, à partir de zéro. */
  rang: z.number().int().min(0).max(200),
  presenteeLe: schemaDate.nullable(),
  nonReclamee: z.boolean(),
  /** Jour de la réception, ou date retenue pour une lettre jamais réclamée. */
  recueLe: schemaDate.nullable(),
  /** Exigé pour retenir la date d'une lettre jamais réclamée. */
  motif: precision.nullable(),
})

export const schemaRetirerResiliation = z.strictObject({
  resiliationId: uuid,
  version,
  motif: motifExige,
  /** Accord de l'autre côté : qui, quand, par quel écrit. */
  accord: precision,
})
