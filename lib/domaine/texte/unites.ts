import type { FonctionValidation } from '../organisation/fonctions-validation'
import type { Contenu } from './contenu'
import type { ValeurParametre } from './parametres'

/**
 * Unité de texte : la plus petite pièce qui a une identité, gardée du modèle à la convention puis à l'avenant.
 * Les sous-articles sont des unités, jamais des titres dans un bloc.
 */
export const GENRES_UNITE = ['visa', 'preambule', 'considerant', 'article', 'sous-article', 'annexe'] as const
export type GenreUnite = (typeof GENRES_UNITE)[number]

export const NATURES_ANNEXE = ['procedure', 'formulaire', 'nominative', 'financiere', 'tableau'] as const
export type NatureAnnexe = (typeof NATURES_ANNEXE)[number]

/** Comment l'annexe change : par avenant, ou par simple échange entre les directions. */
export type ModeRevision = 'avenant' | 'echange'

/** Étape d'un circuit, dessinée en diagramme et lue en liste numérotée. */
export type EtapeCircuit = {
  code: string
  acteur: string
  texte: string
  delai?: string
  vers?: readonly { code: string; condition?: string }[]
}

export type DetailAnnexe = {
  nature: NatureAnnexe
  revision: ModeRevision
  /** Visible des parties seulement (annexe nominative) : jamais dans un dossier public. */
  reserveeAuxParties?: boolean
  etapes?: readonly EtapeCircuit[]
}

/** Formulaire vierge joint à une annexe : du texte, il a le numéro, la version et l'empreinte. */
export type FormulaireJoint = { id: string; nom: string; taille: number; empreinte: string }

/** D'où vient le texte de l'unité dans l'acte. */
export const ORIGINES_UNITE = ['modele', 'variante', 'adapte', 'ajout'] as const
export type OrigineUnite = (typeof ORIGINES_UNITE)[number]

export type Unite = {
  identite: string
  parent: string | null
  rang: number
  genre: GenreUnite
  titre: string | null
  contenu: Contenu
  annexe?: DetailAnnexe | null
  fichier?: FormulaireJoint | null
}

/** Vrai pour une annexe de nature formulaire, seule à porter un fichier. */
export const porteFormulaire = (u: { genre: string; annexe?: unknown }): boolean =>
  u.genre === 'annexe' &&
  typeof u.annexe === 'object' &&
  u.annexe !== null &&
  'nature' in u.annexe &&
  u.annexe.nature === 'formulaire'

export type Variante = {
  code: string
  libelle: string
  titre?: string
  contenu: Contenu
  source?: string
  /** Valeurs de paramètres qui vont avec ce texte ; elles le suivent tant que personne ne les a changées. */
  valeurs?: Readonly<Record<string, ValeurParametre>>
}

/** Ce qu'engage un article dont l'adaptation demande un accord. */
export const OBJETS_ACCORD = ['argent', 'responsabilite', 'duree', 'donnees', 'autre'] as const
export type ObjetAccord = (typeof OBJETS_ACCORD)[number]

/** Fonction dont l'accord est demandé dès que l'article s'écarte du modèle et de ses variantes. */
export type AccordAdaptation = { fonction: FonctionValidation; objet: ObjetAccord }

/** Unité d'une version de modèle : porte ses variantes et ce qu'on peut en faire. */
export type UniteModele = Unite & {
  variantes: readonly Variante[]
  /** Proposée mais non reprise d'office (annexe facultative). */
  facultative: boolean
  /** Visa : code du texte de référence daté (table des visas). */
  visa?: string | null
  accordAdaptation?: AccordAdaptation | null
  /** Sous-titre sans numéro dans un sous-article (« Programmation des patients »). */
  sousTitre?: boolean
}
