import { ecrireValeur } from '../../domaine/texte/ecriture/formes'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type { ValeurSuivie } from '../../domaine/texte/variantes'
import { typographier } from '../typographie'

type Definitions = Iterable<DefinitionParametre>

const trouver = (definitions: Definitions, cle: string) => [...definitions].find((d) => d.cle === cle)
const ecrire = (valeur: ValeurParametre, d: DefinitionParametre | undefined) => ecrireValeur(valeur, null, d)

/** « “Périodicité du comité” passe à : une fois par semestre » : ce que le choix d'un texte fait d'une valeur. */
export function phraseValeurSuivie(v: ValeurSuivie, definitions: Definitions): string {
  const d = trouver(definitions, v.cle)
  const nom = `« ${d?.libelle ?? 'Une valeur'} »`
  if (!v.gardee)
    return typographier(v.apres ? `${nom} passe à : ${ecrire(v.apres, d)}.` : `${nom} redevient à compléter.`)
  const propose = v.apres ? ` ; ce texte propose : ${ecrire(v.apres, d)}` : ''
  return typographier(
    v.avant
      ? `${nom} reste : ${ecrire(v.avant, d)}, choix fait à la main${propose}.`
      : `${nom} reste à compléter, effacée à la main${propose}.`,
  )
}

/** Valeurs qu'une variante du modèle porte avec elle, pour qui lit la bibliothèque. */
export function phrasesDesValeurs(
  valeurs: Readonly<Record<string, ValeurParametre>> | undefined,
  definitions: Definitions,
): string[] {
  return Object.entries(valeurs ?? {}).map(([cle, valeur]) => {
    const d = trouver(definitions, cle)
    return typographier(`« ${d?.libelle ?? 'Une valeur'} » vaut alors : ${ecrire(valeur, d)}.`)
  })
}
