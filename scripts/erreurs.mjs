/** Une panne prévue : elle se dit en une phrase, sans pile, et le processus finit avec un code non nul. */
export class ErreurLancement extends Error {
  /** @param {string} phrase @param {{ cause?: unknown }} [options] */
  constructor(phrase, options) {
    super(phrase, options)
    this.name = 'ErreurLancement'
  }
}

/** Dit l'erreur sur la sortie d'erreur ; `TRACE=1` ajoute la pile et les causes. */
export function direErreur(erreur) {
  const prevue = erreur instanceof ErreurLancement
  const phrase = erreur instanceof Error ? erreur.message : String(erreur)
  console.error(prevue ? phrase : `Erreur inattendue : ${phrase} (relancez avec TRACE=1 pour le détail)`)
  if (process.env.TRACE === '1') console.error(erreur)
}

/** Lance le corps d'une commande et traduit toute erreur en une phrase et un code de sortie. */
export async function executer(corps) {
  try {
    await corps()
  } catch (erreur) {
    direErreur(erreur)
    process.exitCode = 1
  }
}

/** La dernière ligne utile d'une sortie technique, pour la citer dans une phrase. */
export function derniereLigne(texte) {
  const lignes = String(texte ?? '')
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
  return lignes.at(-1) ?? 'aucun message'
}
