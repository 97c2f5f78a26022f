import { z } from 'zod'
import { schemaDate } from '../calendrier/schema-date'
import { NATURES_BESOIN, NATURES_REPONSE, PRIORITES_BESOIN, reponseAdmise } from './besoins'

/** Saisies du territoire, les mêmes à l'écran et au serveur. Le message est un code, traduit par la présentation. */
export const id = z.uuid()
export const version = z.number().int().min(1)
export const facultatif = (longueur: number) =>
  z
    .string()
    .trim()
    .max(longueur, { message: 'trop-long' })
    .transform((v) => v || null)
    .nullable()
export const requis = (longueur: number) =>
  z.string().trim().min(1, { message: 'requis' }).max(longueur, { message: 'trop-long' })

/** Une liste de choix laissée sur sa première ligne envoie une chaîne vide. */
export const videOu = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform((): null => null), schema]).nullable()

const corpsBesoin = {
  /** Vide : la spécialité tient lieu de libellé. */
  libelle: facultatif(200),
  priorite: videOu(z.enum(PRIORITES_BESOIN)),
  note: facultatif(2_000),
}

export const schemaAjoutBesoin = z
  .strictObject({
    centreId: id,
    nature: z.enum(NATURES_BESOIN),
    specialiteCode: facultatif(60),
    recueilliLe: schemaDate,
    reunion: facultatif(200),
    /** Vrai : tous les besoins du centre sont désormais recueillis ; ce qui n'est pas demandé ne l'est pas. */
    recueilComplet: z.boolean(),
    ...corpsBesoin,
  })
  .refine((b) => b.nature === 'AUTRE' || b.specialiteCode !== null, {
    path: ['specialiteCode'],
    message: 'requis',
  })
  .refine((b) => b.libelle !== null || b.specialiteCode !== null, { path: ['libelle'], message: 'requis' })
export type AjoutBesoin = z.output<typeof schemaAjoutBesoin>

export const schemaModificationBesoin = z.strictObject({ besoinId: id, version, ...corpsBesoin })
export type ModificationBesoin = z.output<typeof schemaModificationBesoin>

export const schemaReponseBesoin = z
  .strictObject({
    besoinId: id,
    version,
    nature: z.enum(NATURES_REPONSE),
    texte: facultatif(2_000),
    motif: facultatif(2_000),
    conventionId: videOu(id),
    le: schemaDate,
  })
  .refine((r) => reponseAdmise(r.nature, r.motif), { path: ['motif'], message: 'motif' })
export type SaisieReponse = z.output<typeof schemaReponseBesoin>

export const telephone = z
  .string()
  .trim()
  .refine((v) => v === '' || /^(\+33|0)[\d .\u00a0\u202f-]{8,20}$/.test(v), { message: 'telephone' })
  .transform((v) => v || null)
  .nullable()
export const courriel = z
  .union([z.literal(''), z.email({ message: 'courriel' }).max(254)])
  .transform((v) => v || null)
  .nullable()

export const schemaFiche = z.strictObject({
  organisationId: id,
  version,
  nom: requis(200),
  adresse: facultatif(300),
  telephone,
  courriel,
})
export type SaisieFiche = z.output<typeof schemaFiche>

export const schemaTitulaire = z.strictObject({
  fonctionId: id,
  version,
  civilite: z.enum(['M', 'MME'], { message: 'requis' }),
  prenom: z.string().trim().max(100, { message: 'trop-long' }),
  nom: requis(200),
  depuis: schemaDate,
})
export type SaisieTitulaire = z.output<typeof schemaTitulaire>

export const schemaOffre = z.strictObject({
  centreId: id,
  version,
  specialites: z.array(z.string().max(60)).max(200),
})
export type SaisieOffre = z.output<typeof schemaOffre>
