import { z } from 'zod'
import { DECOMPTES } from '../calendrier/delais'
import { schemaDate } from '../calendrier/schema-date'
import { UNITES_DUREE } from '../texte/parametres'
import { CODES_THEME, DEBITEURS } from './themes'

/** Rythme de mesure, ou période d'une fréquence promise. */
export const RECURRENCES = ['mois', 'trimestre', 'semestre', 'an'] as const
export type Recurrence = (typeof RECURRENCES)[number]
export const MOIS_DE: Readonly<Record<Recurrence, number>> = { mois: 1, trimestre: 3, semestre: 6, an: 12 }

export const SENS = ['au-moins', 'au-plus'] as const
export type Sens = (typeof SENS)[number]

const cle = z.string().regex(/^[a-z0-9_-]{2,80}$/)
const pourcent = z.number().min(0).max(100)
const recurrence = z.enum(RECURRENCES)

/** Ce qui est promis. `parametre` : la valeur du texte qui fait la cible ; à défaut, la valeur écrite ici. */
export const schemaPromesse = z.discriminatedUnion('genre', [
  z.strictObject({
    genre: z.literal('delai'),
    parametre: cle.nullable(),
    valeur: z
      .strictObject({ nombre: z.number().int().min(1).max(10_000), unite: z.enum(UNITES_DUREE) })
      .nullable(),
    decompte: z.enum(DECOMPTES),
    /** Paramètre « choix » du texte qui tranche entre heures calendaires et ouvrées. */
    parametreDecompte: cle.nullable(),
    /** Part des cas qui doivent tenir le délai, en pour cent. */
    part: pourcent,
  }),
  z.strictObject({
    genre: z.literal('frequence'),
    parametre: cle.nullable(),
    nombre: z.number().int().min(1).max(1_000),
    par: recurrence,
    /** Paramètre « choix » du texte qui dit la période quand `parametre` ne dit que le nombre ; il prime sur `par`. */
    parametrePar: cle.optional(),
  }),
  z.strictObject({
    genre: z.literal('quantite'),
    parametre: cle.nullable(),
    nombre: z.number().min(0).max(1_000_000).nullable(),
    sens: z.enum(SENS),
    unite: z.string().trim().min(1).max(60),
  }),
  z.strictObject({
    genre: z.literal('taux'),
    parametre: cle.nullable(),
    pourcent: pourcent.nullable(),
    sens: z.enum(SENS),
  }),
  z.strictObject({
    genre: z.literal('livrable'),
    parametre: cle.nullable(),
    /** Mois après la prise d'effet ; vide quand une date est donnée ou vient du texte. */
    moisApresEffet: z.number().int().min(0).max(120).nullable(),
    echeance: schemaDate.nullable(),
  }),
  z.strictObject({ genre: z.literal('permanent') }),
])
export type Promesse = z.infer<typeof schemaPromesse>
export type GenrePromesse = Promesse['genre']
export const GENRES_PROMESSE = ['delai', 'frequence', 'quantite', 'taux', 'livrable', 'permanent'] as const

/** Ce qui doit être constaté, avec date et preuve, avant qu'on puisse exiger. */
export const schemaCondition = z.discriminatedUnion('genre', [
  z.strictObject({
    genre: z.literal('date'),
    libelle: z.string().min(1).max(300),
    le: schemaDate.nullable(),
  }),
  z.strictObject({ genre: z.literal('evenement'), libelle: z.string().min(1).max(300) }),
  /** Équipement en service à la fois chez l'hôpital et au centre. */
  z.strictObject({ genre: z.literal('equipement'), libelle: z.string().min(1).max(300), code: cle }),
])
export type Condition = z.infer<typeof schemaCondition>

/** Étendue qui s'élargit : le scanner d'abord, l'IRM dans un second temps. */
export const schemaPortee = z.strictObject({
  code: cle,
  libelle: z.string().trim().min(1).max(120),
  condition: schemaCondition.nullable(),
})
export type PorteeDeclaree = z.infer<typeof schemaPortee>

/** Nature des demandes datées dont un délai se déduit seul, et le degré retenu qu'il vise (vide : tous). */
export const NATURES_DEMANDE = ['imagerie', 'consultation', 'orientation-hdj'] as const
export type NatureDemande = (typeof NATURES_DEMANDE)[number]
export const DEGRES = ['urgent', 'semi-urgent', 'non-urgent'] as const
export type Degre = (typeof DEGRES)[number]
export const schemaSourceDemandes = z.strictObject({
  nature: z.enum(NATURES_DEMANDE),
  degre: z.enum(DEGRES).nullable(),
  /** Ce que le délai borne : la réponse au demandeur, ou la date du rendez-vous. */
  borne: z.enum(['reponse', 'rendez-vous']),
})
export type SourceDemandes = z.infer<typeof schemaSourceDemandes>

/** Vise le texte même du modèle, quand une autre rédaction du même article promet autre chose. */
export const REDACTION_DU_MODELE = 'texte-du-modele'

/**
 * Engagement qu'un article de la bibliothèque déclare. `variante` : seulement quand l'article suit cette rédaction, ou
 * celle du modèle (`REDACTION_DU_MODELE`) ; vide, toutes les rédactions le portent.
 */
export const schemaDeclaration = z.strictObject({
  cle,
  unite: cle,
  variante: cle.nullable(),
  libelle: z.string().trim().min(5).max(400),
  debiteur: z.enum(DEBITEURS),
  theme: z.enum(CODES_THEME),
  promesse: schemaPromesse,
  /** Rythme auquel la mesure est attendue ; vide pour un livrable, mesuré à son échéance. */
  recurrence: recurrence.nullable(),
  condition: schemaCondition.nullable(),
  portees: z.array(schemaPortee).max(12),
  demandes: schemaSourceDemandes.nullable(),
  /** Fonctions qui en répondent de chaque côté, telles qu'on les nomme. */
  referents: z.strictObject({
    hopital: z.string().trim().max(120).nullable(),
    centre: z.string().trim().max(120).nullable(),
  }),
})
export type Declaration = z.infer<typeof schemaDeclaration>
export const schemaDeclarations = z.array(schemaDeclaration).max(200)
