import { z } from 'zod'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { schemaContenu } from '../../domaine/texte/contenu'
import { schemaValeur } from '../../domaine/texte/parametres'

/** Saisies des écritures sur les conventions : le serveur ne connaît que ce que ces schémas laissent passer. */
const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)
const identite = z.string().min(1).max(80)
const motif = z.string().trim().min(3, { message: 'motif' }).max(2_000, { message: 'trop-long' })

export const schemaCreerConventions = z.strictObject({
  modeleVersionId: uuid,
  groupeId: uuid,
  centreIds: z.array(uuid).min(1, { message: 'choisir-un-centre' }).max(60),
  /** Un seul acte pour tous les gestionnaires, si le modèle le permet ; sinon un par gestionnaire. */
  acteGroupe: z.boolean().optional(),
})
export const schemaModifierUnite = z.strictObject({
  acteId: uuid,
  identite,
  version,
  titre: z.string().trim().max(500, { message: 'trop-long' }).nullable().optional(),
  contenu: schemaContenu,
})
export const schemaChoisirVariante = z.strictObject({
  acteId: uuid,
  identite,
  version,
  /** `null` : revenir au texte du modèle. */
  variante: z.string().min(1).max(80).nullable(),
})
export const schemaOmettreUnite = z.strictObject({ acteId: uuid, identite, version, motif })
export const schemaRetablirUnite = z.strictObject({ acteId: uuid, identite, version })
/** Motif vide : il s'efface. */
export const schemaMotiverAdaptation = z.strictObject({
  acteId: uuid,
  identite,
  version,
  motif: z.string().trim().max(2_000, { message: 'trop-long' }),
})
/** `fichierId` nul : ôter le formulaire joint. */
export const schemaJoindreFormulaire = z.strictObject({
  acteId: uuid,
  identite,
  version,
  fichierId: uuid.nullable(),
})
export const schemaModifierParametre = z.strictObject({
  acteId: uuid,
  cle: z.string().regex(/^[a-z][a-z0-9_]{1,60}$/),
  /** 0 quand la valeur n'a jamais été enregistrée. */
  version: z.number().int().min(0),
  valeur: schemaValeur.nullable(),
})
export const schemaReprendreFiche = z.strictObject({
  acteId: uuid,
  cle: z.string().max(61),
  version: z.number().int().min(0),
})
/** Transcrire le texte d'un acte repris à partir d'un modèle. */
export const schemaSaisirTexte = z.strictObject({ acteId: uuid, version, modeleVersionId: uuid })
export const schemaAbandonner = z.strictObject({ acteId: uuid, version, motif })

const signataire = z.strictObject({
  civilite: z.enum(['M', 'MME']).nullable(),
  prenom: z.string().trim().max(100),
  nom: z.string().trim().max(200),
  qualite: z.string().trim().min(1, { message: 'requis' }).max(300),
  autorite: z.string().trim().max(500).nullable(),
  signeLe: schemaDate.nullable().optional(),
})
export const schemaModifierSignataires = z.strictObject({
  acteId: uuid,
  partieId: uuid,
  version,
  signataires: z.array(signataire).min(1).max(60),
})

/** Acte signé hors de l'application : l'essentiel d'abord, le texte pourra venir plus tard. */
export const schemaEnregistrerReprise = z
  .strictObject({
    groupeId: uuid,
    centreIds: z.array(uuid).min(1, { message: 'choisir-un-centre' }).max(60),
    modeleCode: z.string().max(80).nullable(),
    intitule: z.string().trim().min(3, { message: 'requis' }).max(500, { message: 'trop-long' }),
    /** Pour un avenant : la convention déjà enregistrée qu'il modifie. */
    conventionId: uuid.nullable(),
    dateSignature: schemaDate,
    dateEffet: schemaDate.nullable(),
    /** Durée en mois, ou `null` quand l'acte ne la dit pas. */
    dureeMois: z.number().int().min(1).max(600).nullable(),
    dateFin: schemaDate.nullable(),
    signataires: z.array(signataire.extend({ role: z.enum(['HOPITAL', 'GESTIONNAIRE']) })).max(60),
    fichierId: uuid.nullable(),
  })
  .refine((s) => !s.dateEffet || !s.dateFin || s.dateFin >= s.dateEffet, {
    path: ['dateFin'],
    message: 'date-avant-effet',
  })
  .refine((s) => !s.dateFin || s.dateFin >= s.dateSignature, {
    path: ['dateFin'],
    message: 'date-avant-signature',
  })
export type SaisieReprise = z.output<typeof schemaEnregistrerReprise>
