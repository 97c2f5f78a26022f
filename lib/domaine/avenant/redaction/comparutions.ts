import { ecrireRenvoi } from '../../texte/ecriture/renvoi'
import type { EtatDeLaChaine } from '../etat'

const RENVOI = /\{\{§([a-z0-9-]+)(?:\|([a-zA-Z_-]+))?\}\}/g

/**
 * Comparutions de la convention, telles que l'avenant les reprend : un renvoi y vise la convention, pas l'avenant, donc il
 * s'écrit en toutes lettres et le dit (« l'article 1er de la convention »). Un renvoi sans numéro est laissé au contrôle.
 */
export function comparutionsDAvenant(etat: EtatDeLaChaine): string[] {
  const genres = new Map(etat.unites.map((u) => [u.identite, u.genre]))
  return etat.comparutions.map((balise) =>
    balise.replace(RENVOI, (tout, cible: string, forme: string | undefined) => {
      const nu = etat.numeros[cible]?.nu
      if (!nu) return tout
      return `${ecrireRenvoi(nu, genres.get(cible), forme ?? null)} de la convention`
    }),
  )
}
