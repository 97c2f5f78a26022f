import { randomInt } from 'node:crypto'

/** Un code vaut dix minutes, pour cinq essais ; on n'en demande pas plus de trois dans ce temps. */
export const DUREE_CODE = 10 * 60_000
export const ESSAIS_CODE = 5
export const CODES_PAR_DUREE = 3

/** Ce qu'un code confirme : l'accord de l'autre côté sur un texte, ou l'avis d'une fonction. */
export type ObjetCode = 'acceptation' | 'approbation'

/** Six chiffres tirés au sort, zéros de tête compris. */
export const nouveauCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')

/** « d•••@ville.fr » : de quoi reconnaître sa boîte sans l'écrire en entier. */
export function courrielMasque(courriel: string): string {
  const [nom = '', domaine = ''] = courriel.split('@')
  return `${nom.slice(0, 1)}•••@${domaine}`
}
