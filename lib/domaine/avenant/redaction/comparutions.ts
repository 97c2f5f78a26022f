import { lireEnLigne } from '../../texte/balisage'
import { ecrireRenvoi } from '../../texte/ecriture/renvoi'
import type { ValeursParametres } from '../../texte/parametres'
import type { EtatDeLaChaine } from '../etat'
import type { Modification } from '../modifications'
import { estUneSuccession } from '../parties'
import { comparutionDuSuccesseur } from './parties'

const RENVOI = /\{\{§([a-z0-9-]+)(?:\|([a-zA-Z_-]+))?\}\}/g

/**
 * Comparutions de la convention, telles que l'avenant les reprend : un renvoi y vise la convention, pas l'avenant, donc il
 * s'écrit en toutes lettres et le dit (« l'article 1er de la convention »). Un renvoi sans numéro est laissé au contrôle.
 * Qui succède à une partie par cet avenant comparaît après elles.
 */
export function comparutionsDAvenant(
  etat: EtatDeLaChaine,
  modifications: readonly Modification[] = [],
): string[] {
  const genres = new Map(etat.unites.map((u) => [u.identite, u.genre]))
  const deLaConvention = etat.comparutions.map((balise) =>
    balise.replace(RENVOI, (tout, cible: string, forme: string | undefined) => {
      const nu = etat.numeros[cible]?.nu
      if (!nu) return tout
      return `${ecrireRenvoi(nu, genres.get(cible), forme ?? null)} de la convention`
    }),
  )
  const successeurs = modifications.flatMap((m) =>
    m.genre === 'partie' && estUneSuccession(m) ? [comparutionDuSuccesseur(m)] : [],
  )
  return [...deLaConvention, ...successeurs]
}

/**
 * Valeurs que l'avenant lit dans ses propres mots : celles du texte qu'il donnera, sauf dans les comparutions. Les parties
 * y sont telles qu'elles signent ; ce que l'avenant change d'elles ne vaut qu'après.
 */
export function valeursDeLAvenant(
  base: EtatDeLaChaine,
  voulu: EtatDeLaChaine,
  modifications: readonly Modification[],
): ValeursParametres {
  if (!modifications.some((m) => m.genre === 'valeur')) return voulu.valeurs
  const citees = new Set(
    base.comparutions
      .flatMap((b) => lireEnLigne(b.replace(/\s*\n\s*/g, ' ')))
      .flatMap((n) => (n.type === 'parametre' || n.type === 'accord' ? [n.attrs.cle] : [])),
  )
  const departs = [...citees].flatMap((cle) => (base.valeurs[cle] ? [[cle, base.valeurs[cle]] as const] : []))
  return { ...voulu.valeurs, ...Object.fromEntries(departs) }
}
