import { z } from 'zod'
import { PORTEES } from '../../domaine/acte/autorite'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { schemaValeur } from '../../domaine/texte/parametres'

const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)
const motif = z.string().trim().min(3, { message: 'motif' }).max(2_000, { message: 'trop-long' })
/** Empreinte du texte que l'écran montrait : l'organe s'est prononcé sur celui-là. */
const empreinte = z.string().regex(/^[0-9a-f]{64}$/)
const dateFacultative = z
  .union([z.literal(''), schemaDate])
  .nullish()
  .transform((v) => v || null)
const texteFacultatif = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { message: 'trop-long' })
    .nullish()
    .transform((v) => v || null)

const decision = {
  organe: z.string().trim().min(3, { message: 'requis' }).max(200, { message: 'trop-long' }),
  numero: texteFacultatif(80),
  seanceLe: schemaDate,
  transmiseLe: dateFacultative,
  publieeLe: dateFacultative,
  portee: z.enum(PORTEES, { message: 'choix' }),
  fichierId: uuid.nullish().transform((v) => v ?? null),
}

export const schemaSoumettreAuVote = z.strictObject({ acteId: uuid, version })
export const schemaDeliberation = z.strictObject({ acteId: uuid, partieId: uuid, empreinte, ...decision })
export const schemaCorrigerDeliberation = z.strictObject({ deliberationId: uuid, version, ...decision })
export const schemaRefuserAuVote = z.strictObject({
  acteId: uuid,
  version,
  partieId: uuid,
  empreinte,
  organe: decision.organe,
  numero: decision.numero,
  seanceLe: schemaDate,
  motif,
})
export const schemaEffetFinancier = z.strictObject({ acteId: uuid, version, effetFinancier: z.boolean() })
export const schemaMention = z.strictObject({
  acteId: uuid,
  cle: z.string().regex(/^[a-z][a-z0-9_]{1,80}$/),
  valeur: schemaValeur,
})
export const schemaSignataire = z
  .strictObject({
    signataireId: uuid,
    /** Version de la partie. */
    version,
    civilite: z
      .union([z.literal(''), z.enum(['M', 'MME'])])
      .nullish()
      .transform((v) => v || null),
    prenom: z.string().trim().max(100, { message: 'trop-long' }),
    nom: z.string().trim().min(1, { message: 'requis' }).max(200, { message: 'trop-long' }),
    qualite: z.string().trim().min(1, { message: 'requis' }).max(300, { message: 'trop-long' }),
    nature: z.enum(['DELEGATION', 'DROIT'], { message: 'choix' }),
    reference: texteFacultatif(200),
    date: dateFacultative,
    /** Ce qui s'imprime sous le nom. */
    autorite: texteFacultatif(500),
    fichierId: uuid.nullish().transform((v) => v ?? null),
  })
  .refine((s) => s.nature === 'DROIT' || s.reference !== null, { path: ['reference'], message: 'requis' })
  .refine((s) => s.nature === 'DROIT' || s.date !== null, { path: ['date'], message: 'requis' })
