import type { ValeurParametre } from '../texte/parametres'

/**
 * Ce que les fiches de référence disent aujourd'hui des paramètres d'un acte, quand l'acte dit autre chose :
 * changée depuis la copie, absente de l'acte, ou remplacée à la main.
 */
export type EcartFiche = { valeur: ValeurParametre; raison: 'changee' | 'absente' | 'saisie' }

export type FichesConsultees = {
  ecarts: Record<string, EcartFiche>
  /** Référentiels proposés à la saisie d'une liste. */
  suggestions: Record<'sites' | 'communes' | 'specialites' | 'services', string[]>
}
