import { typographier } from './typographie'

/**
 * Typographie d'une suite de textes voisins : une espace et sa ponctuation peuvent tomber dans deux morceaux. La longueur
 * de chacun est gardée quand la règle ne fait que remplacer une espace.
 */
export function typographierSuite(textes: readonly string[]): string[] {
  return textes.map((texte, i) => {
    const avant = textes[i - 1]?.slice(-2) ?? ''
    const apres = textes[i + 1]?.slice(0, 2) ?? ''
    const brut = avant + texte + apres
    const entier = typographier(brut)
    const debut = typographier(avant).length
    return entier.length === brut.length
      ? entier.slice(debut, entier.length - apres.length)
      : typographier(texte)
  })
}
