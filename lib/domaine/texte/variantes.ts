import { canoniser } from './canoniser'
import type { DefinitionParametre, ValeurParametre } from './parametres'
import type { Variante } from './unites'

/** Ce qu'un choix de variante fait d'une valeur ; `gardee` : elle a été changée à la main, elle reste `avant`. */
export type ValeurSuivie = {
  cle: string
  avant: ValeurParametre | null
  apres: ValeurParametre | null
  gardee: boolean
}

type Valeurs = Readonly<Record<string, ValeurParametre | null | undefined>>

/**
 * Valeurs que touche le passage d'une variante à une autre (`null` : le texte du modèle). Une valeur suit le texte tant
 * qu'elle est encore celle que proposait le texte quitté ; changée à la main, elle reste. Ce qui vaut déjà ce que
 * propose le texte choisi n'est pas rendu.
 */
export function valeursSuivies(
  definitions: readonly DefinitionParametre[],
  actuelles: Valeurs,
  quittee: Variante | null,
  choisie: Variante | null,
): ValeurSuivie[] {
  const cles = new Set([...Object.keys(quittee?.valeurs ?? {}), ...Object.keys(choisie?.valeurs ?? {})])
  return definitions.flatMap((d): ValeurSuivie[] => {
    if (!cles.has(d.cle)) return []
    const avant = actuelles[d.cle] ?? null
    const proposee = quittee?.valeurs?.[d.cle] ?? d.defaut ?? null
    const apres = choisie?.valeurs?.[d.cle] ?? d.defaut ?? null
    if (canoniser(avant) === canoniser(apres)) return []
    return [{ cle: d.cle, avant, apres, gardee: canoniser(avant) !== canoniser(proposee) }]
  })
}
