import { z } from 'zod'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { FONCTIONS_VALIDATION } from '../../domaine/organisation/fonctions-validation'
import { schemaContenu } from '../../domaine/texte/contenu'
import { schemaValeur, UNITES_DUREE } from '../../domaine/texte/parametres'
import { GENRES_UNITE, OBJETS_ACCORD } from '../../domaine/texte/unites'

const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)
const identite = z.string().min(1).max(80)
const requis = (max: number) =>
  z.string().trim().min(1, { message: 'requis' }).max(max, { message: 'trop-long' })
const motif = z.string().trim().min(3, { message: 'motif' }).max(2_000, { message: 'trop-long' })
const cle = z.string().regex(/^[a-z][a-z0-9_]{1,60}$/, { message: 'choix' })
const titre = z.string().trim().max(500, { message: 'trop-long' }).nullable()

export const schemaOuvrirProjet = z.strictObject({ versionId: uuid, groupeId: uuid })
export const schemaProjet = z.strictObject({ projetId: uuid, version })
export const schemaPublierProjet = z.strictObject({
  projetId: uuid,
  version,
  /** Ce qui change et pourquoi : lu par qui prépare une convention, gardé avec la version. */
  note: motif,
})
export const schemaRetirerVersion = z.strictObject({ versionId: uuid, motif })
export const schemaEntete = z.strictObject({
  projetId: uuid,
  version,
  intitule: requis(300),
  titre: requis(500),
  resume: requis(1_000),
})

export const schemaPartieProjet = z.strictObject({
  projetId: uuid,
  version,
  role: z.enum(['hopital', 'gestionnaire'], { message: 'choix' }),
  contenu: schemaContenu,
})
export const schemaAvisProjet = z.strictObject({
  projetId: uuid,
  version,
  avis: z
    .array(
      z.strictObject({
        fonction: z.enum(FONCTIONS_VALIDATION, { message: 'choix' }),
        nature: z.enum(['avis', 'accord'], { message: 'choix' }),
        /** D'où vient l'exigence. */
        source: z.string().trim().max(500, { message: 'trop-long' }),
      }),
    )
    .max(FONCTIONS_VALIDATION.length),
})

const variante = z.strictObject({
  /** Vide : une variante nouvelle. */
  code: z.string().max(80),
  libelle: requis(200),
  titre: titre.optional(),
  source: z.string().trim().max(300, { message: 'trop-long' }).optional(),
  contenu: schemaContenu,
  /** Valeurs que choisir la variante entraîne ; absentes, celles qu'elle avait restent. */
  valeurs: z
    .array(z.strictObject({ cle, valeur: schemaValeur }))
    .max(20)
    .optional(),
})
export const schemaUniteProjet = z.strictObject({
  projetId: uuid,
  identite,
  version,
  titre,
  contenu: schemaContenu,
  facultative: z.boolean(),
  visa: z.string().min(1).max(80).nullable(),
  accordAdaptation: z
    .strictObject({
      fonction: z.enum(FONCTIONS_VALIDATION, { message: 'choix' }),
      objet: z.enum(OBJETS_ACCORD, { message: 'choix' }),
    })
    .nullable(),
  variantes: z.array(variante).max(20),
})
export const schemaAjouterUnite = z.strictObject({
  projetId: uuid,
  genre: z.enum(GENRES_UNITE, { message: 'choix' }),
  parent: identite.nullable(),
  /** Sœur après laquelle elle vient ; `null` : après la dernière de son genre. */
  apres: identite.nullable(),
  titre,
})
export const schemaUniteVisee = z.strictObject({ projetId: uuid, identite, version })
export const schemaDeplacerUnite = z.strictObject({
  projetId: uuid,
  identite,
  version,
  sens: z.enum(['haut', 'bas'], { message: 'choix' }),
})

/** Genres qu'un groupe peut ajouter : les autres viennent de fiches que le socle connaît. */
export const GENRES_AJOUTABLES = [
  'texte',
  'nombre',
  'duree',
  'montant',
  'taux',
  'date',
  'choix',
  'liste',
] as const
export const schemaParametreProjet = z.strictObject({
  projetId: uuid,
  version,
  /** Vide : un paramètre nouveau, dont la clé se déduit du libellé et ne change plus. */
  cle: cle.nullable(),
  libelle: requis(200),
  genre: z.enum(GENRES_AJOUTABLES, { message: 'choix' }),
  aide: z.string().trim().max(500, { message: 'trop-long' }),
  facultatif: z.boolean(),
  defaut: schemaValeur.nullable(),
  unites: z.array(z.enum(UNITES_DUREE, { message: 'choix' })).max(4),
  choix: z.array(z.strictObject({ libelle: requis(200), texte: requis(500) })).max(30),
})
export const schemaRetirerParametre = z.strictObject({ projetId: uuid, version, cle })

export const schemaVisa = z
  .strictObject({
    groupeId: uuid,
    /** Vide : un texte nouveau. */
    code: z.string().min(1).max(80).nullable(),
    /** 0 : ce texte n'a pas encore été corrigé par le groupe. */
    version: z.number().int().min(0),
    texte: requis(1_000),
    valideDu: schemaDate.nullable(),
    valideAu: schemaDate.nullable(),
    remplacePar: z.string().min(1).max(80).nullable(),
    note: z.string().trim().max(1_000, { message: 'trop-long' }),
  })
  .refine((s) => !s.valideDu || !s.valideAu || s.valideAu >= s.valideDu, {
    path: ['valideAu'],
    message: 'date-ordre',
  })
