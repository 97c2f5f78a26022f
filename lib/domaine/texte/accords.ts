import type { ValeurParametre } from './parametres'

/**
 * Choisit entre [singulier, pluriel] ou [masculin, féminin] selon la valeur ; `null` quand elle manque.
 * Une liste s'accorde en nombre (deux éléments ou plus), une personne ou une désignation en genre.
 */
export function choisirAccord(
  valeur: ValeurParametre | undefined,
  formes: readonly [string, string],
): string | null {
  if (!valeur) return null
  switch (valeur.genre) {
    case 'liste':
      return valeur.elements.length > 1 ? formes[1] : formes[0]
    case 'nombre':
    case 'duree':
      return valeur.nombre >= 2 ? formes[1] : formes[0]
    case 'personne':
      return valeur.civilite === 'MME' ? formes[1] : formes[0]
    case 'designation':
      return valeur.feminin ? formes[1] : formes[0]
    default:
      return formes[0]
  }
}
