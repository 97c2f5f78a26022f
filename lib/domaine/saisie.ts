// Ce qu'aucune saisie ne peut porter, quel que soit son champ.

/**
 * Caractères de commande (sauf tabulation et fins de ligne), demi-codets isolés, non-caractères : PostgreSQL en refuse
 * une partie, un fichier Word ou PDF qui les contient ne s'ouvre plus, et aucun ne se lit.
 */
const ILLISIBLES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u

/** Chemin du premier texte illisible d'une saisie (clés comprises), ou `null`. */
export function texteIllisible(saisie: unknown): string | null {
  const aLire: [string, unknown][] = [['', saisie]]
  for (let lu = aLire.pop(); lu; lu = aLire.pop()) {
    const [chemin, valeur] = lu
    if (typeof valeur === 'string' && ILLISIBLES.test(valeur)) return chemin
    if (typeof valeur !== 'object' || valeur === null) continue
    if (!Array.isArray(valeur) && !estSimple(valeur)) continue
    for (const [cle, contenu] of Object.entries(valeur)) {
      if (ILLISIBLES.test(cle)) return chemin
      aLire.push([chemin ? `${chemin}.${cle}` : cle, contenu])
    }
  }
  return null
}

/** Un fichier déposé ou un formulaire a ses propres contrôles. */
function estSimple(valeur: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(valeur)
  return prototype === Object.prototype || prototype === null
}
