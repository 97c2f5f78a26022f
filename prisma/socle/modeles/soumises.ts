import type { UniteSource } from '../../../lib/domaine/texte/modele-source'
import type { AccordAdaptation } from '../../../lib/domaine/texte/unites'

/** L'argent se décide avec les finances ; la responsabilité et la durée avec les affaires juridiques. */
export const ARGENT: AccordAdaptation = { fonction: 'finances', objet: 'argent' }
export const RESPONSABILITE: AccordAdaptation = { fonction: 'juridique', objet: 'responsabilite' }
export const DUREE: AccordAdaptation = { fonction: 'juridique', objet: 'duree' }

/**
 * Les mêmes unités, celles-ci soumises à l'accord d'une fonction quand une convention les adapte. Le texte ne change pas :
 * seule une version nouvelle du modèle porte ce marquage, et les conventions nées d'une version antérieure n'en ont pas.
 * Une identité inconnue est une faute de publication.
 */
export function soumettre(
  unites: readonly UniteSource[],
  accords: Readonly<Record<string, AccordAdaptation>>,
): readonly UniteSource[] {
  const restantes = new Set(Object.keys(accords))
  const marquer = (liste: readonly UniteSource[]): readonly UniteSource[] =>
    liste.map((u) => {
      restantes.delete(u.identite)
      const accordAdaptation = accords[u.identite]
      return {
        ...u,
        ...(accordAdaptation ? { accordAdaptation } : {}),
        ...(u.enfants ? { enfants: marquer(u.enfants) } : {}),
      }
    })
  const marquees = marquer(unites)
  if (restantes.size) throw new Error(`Unités absentes du modèle : ${[...restantes].join(', ')}`)
  return marquees
}
