import { z } from 'zod'
import { NATURES_TERME } from '../../domaine/avenant/modifications'
import { FORMES } from '../../domaine/avenant/rediger'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { schemaContenu } from '../../domaine/texte/contenu'
import { schemaValeur } from '../../domaine/texte/parametres'

/** Saisies des projets d'avenant. `version` : celle de la retouche lue, 0 quand il n'y en avait pas. */
const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(0)
const identite = z.string().min(1).max(80)
const titre = z.string().trim().max(500, { message: 'trop-long' }).nullable()
const motif = z.string().trim().max(2_000, { message: 'trop-long' })
const role = z.enum(['HOPITAL', 'GESTIONNAIRE'])
/** Rang du gestionnaire, à partir de 1 ; toujours 1 pour l'hôpital. */
const rang = z.number().int().min(1).max(9).default(1)
const cle = z.string().regex(/^[a-z][a-z0-9_]{1,60}$/)

/** `acteId` : la convention que l'on modifie. */
export const schemaOuvrirAvenant = z.strictObject({
  acteId: uuid,
  objet: z.string().trim().min(3, { message: 'requis' }).max(300, { message: 'trop-long' }),
  motif: motif.default(''),
})
/** Objet montré dans les listes, et considérant. `version` : celle de l'acte. */
export const schemaDireObjet = z.strictObject({
  acteId: uuid,
  version: z.number().int().min(1),
  objet: z.string().trim().min(3, { message: 'requis' }).max(300, { message: 'trop-long' }),
  motif,
})
export const schemaRetoucherUnite = z.strictObject({
  acteId: uuid,
  identite,
  version,
  titre,
  contenu: schemaContenu,
})
export const GENRES_INSERABLES = ['considerant', 'article', 'sous-article', 'annexe'] as const
export const schemaInsererUnite = z.strictObject({
  acteId: uuid,
  genre: z.enum(GENRES_INSERABLES),
  parent: identite.nullable(),
  /** Après quelle sœur ; `null` : en tête. */
  apres: identite.nullable(),
  titre,
  contenu: schemaContenu,
})
/** Reprend une unité d'un modèle publié, avec les paramètres qu'elle cite et que la chaîne n'avait pas. */
export const schemaReprendreDuModele = z.strictObject({
  acteId: uuid,
  modeleVersionId: uuid,
  identite,
  parent: identite.nullable(),
  apres: identite.nullable(),
})
export const schemaUniteVisee = z.strictObject({ acteId: uuid, identite, version })
export const schemaRetoucherValeur = z.strictObject({
  acteId: uuid,
  cle,
  version,
  valeur: schemaValeur.nullable(),
})
export const schemaChangerTerme = z.strictObject({
  acteId: uuid,
  version,
  /** `null` : ne plus toucher au terme. */
  nature: z.enum(NATURES_TERME).nullable(),
  /** Nouveau dernier jour d'une prolongation. */
  date: schemaDate.nullable(),
})
export const schemaChangerPartie = z.strictObject({
  acteId: uuid,
  version,
  role,
  rang,
  organisationId: uuid,
  nom: z.string().trim().min(2, { message: 'requis' }).max(300, { message: 'trop-long' }),
  adresse: z.string().trim().max(500, { message: 'trop-long' }).nullable(),
})
/** `version` : celle de la retouche du représentant, 0 quand il n'y en avait pas. */
export const schemaChangerQualite = z.strictObject({
  acteId: uuid,
  version,
  role,
  rang,
  civilite: z.enum(['M', 'MME']),
  prenom: z.string().trim().max(100, { message: 'trop-long' }),
  nom: z.string().trim().min(1, { message: 'requis' }).max(200, { message: 'trop-long' }),
  qualite: z.string().trim().min(2, { message: 'requis' }).max(200, { message: 'trop-long' }),
})
export const schemaChoisirForme = z.strictObject({
  acteId: uuid,
  cible: z.string().min(1).max(100),
  version: z.number().int().min(1),
  /** `null` : la forme que l'application propose. */
  forme: z.enum(FORMES).nullable(),
})
/** `version` : celle de l'unité de l'avenant. */
export const schemaAjusterRedaction = z.strictObject({
  acteId: uuid,
  identite,
  version: z.number().int().min(1),
  titre,
  contenu: schemaContenu,
})
export const schemaReprendreRedaction = z.strictObject({
  acteId: uuid,
  identite,
  version: z.number().int().min(1),
})
/** `version` : celle de la date, 0 quand elle n'a jamais été écrite. `null` : à la dernière signature. */
export const schemaDireEffet = z.strictObject({ acteId: uuid, version, date: schemaDate.nullable() })
export const schemaActualiserBase = z.strictObject({ acteId: uuid })
/** Transcription d'un avenant repris. `version` : celle de l'acte. */
export const schemaCommencerTranscription = z.strictObject({ acteId: uuid, version: z.number().int().min(1) })
/** `version` : celle de la transcription relue. */
export const schemaDeclarerTranscription = z.strictObject({
  acteId: uuid,
  version: z.number().int().min(1),
  relue: z.literal(true, { message: 'confirmer' }),
})
export const schemaCorrigerTranscription = z.strictObject({
  acteId: uuid,
  version: z.number().int().min(1),
  motif: z.string().trim().min(3, { message: 'motif' }).max(2_000, { message: 'trop-long' }),
})
