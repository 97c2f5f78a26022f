import type { FonctionValidation } from '../organisation/fonctions-validation'
import type { DefinitionParametre, ValeurParametre } from './parametres'
import type { AccordAdaptation, DetailAnnexe, GenreUnite, ObjetAccord } from './unites'

/**
 * Forme sous laquelle un modèle est écrit dans `prisma/socle/modeles/` : du texte balisé lisible par un
 * juriste (voir `balisage.ts`), traduit en unités au chargement du socle.
 */
export type VarianteSource = {
  code: string
  libelle: string
  titre?: string
  texte: string
  /** Origine de la variante : « convention d'affiliation, article 12 ». */
  source?: string
  /** Valeurs de paramètres appliquées avec la variante, tant qu'elles n'ont pas été changées à la main. */
  valeurs?: Readonly<Record<string, ValeurParametre>>
}
export type UniteSource = {
  identite: string
  genre: GenreUnite
  titre?: string
  texte: string
  visa?: string
  facultative?: boolean
  annexe?: DetailAnnexe
  accordAdaptation?: AccordAdaptation
  variantes?: readonly VarianteSource[]
  enfants?: readonly UniteSource[]
}
export type PartieSource = {
  role: 'hopital' | 'gestionnaire'
  /** Texte balisé de comparution (« La commune d'…, représentée par … »). */
  comparution: string
  /** Dénomination abrégée dans le texte (« AP-HP », « la Commune »). */
  designation: string
}
/** Avis ou accord demandé avant la signature ; l'ordre de la liste est celui des décisions. */
export type ApprobationDemandee = {
  fonction: FonctionValidation
  libelle: string
  nature: 'avis' | 'accord'
  /** D'où vient l'exigence. */
  source?: string
  /** Articles adaptés qui appellent cet accord, quand le modèle ne le demandait pas d'office. */
  adaptations?: readonly AdaptationSoumise[]
}
/** Article qui s'écarte du modèle alors que sa version le soumet à l'accord d'une fonction. */
export type AdaptationSoumise = { identite: string; intitule: string; objet: ObjetAccord }
export type ModeleSource = {
  code: string
  version: number
  intitule: string
  /** Texte balisé du titre du document. */
  titre: string
  resume: string
  /** Proposé à la rédaction dès maintenant, ou seulement à la lecture. */
  redaction: boolean
  source: string
  parties: readonly PartieSource[]
  parametres: readonly DefinitionParametre[]
  /** Avis et accords demandés avant la signature, dans l'ordre. */
  approbations?: readonly ApprobationDemandee[]
  unites: readonly UniteSource[]
}
