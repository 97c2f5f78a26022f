import { plier } from '../texte/plier'
import { deCommune } from './lieu'

const ARTICLES: readonly (readonly [motif: RegExp, tncc: number])[] = [
  [/^le\s/i, 2],
  [/^la\s/i, 3],
  [/^les\s/i, 4],
  [/^l['’]/i, 5],
  [/^aux\s/i, 6],
  [/^las\s/i, 7],
  [/^los\s/i, 8],
]

/** Type de nom que porte l'article écrit en tête du nom, ou `null` s'il n'y en a pas. */
const tnccDeLArticle = (nom: string): number | null =>
  ARTICLES.find(([motif]) => motif.test(nom.trim()))?.[1] ?? null

/**
 * Type de nom (TNCC) le plus probable, d'après l'article ou l'initiale. Le h est tenu pour muet devant e, é, i, o, y
 * (« d'Hyères ») et aspiré ailleurs ; l'administrateur corrige les exceptions.
 */
export function proposerTncc(nom: string): number {
  return tnccDeLArticle(nom) ?? (/^([aeiouy]|h[eioy])/.test(plier(nom)) ? 1 : 0)
}

/**
 * Façons de dire « commune de… » qui ont un sens pour ce nom, la plus probable d'abord, sans doublon. Seuls l'article et
 * l'initiale h ou y laissent un doute ; ailleurs, il n'y en a qu'une.
 */
export function liaisonsPossibles(nom: string): { tncc: number; de: string }[] {
  const propose = proposerTncc(nom)
  const douteuse = /^[hy]/.test(plier(nom)) ? [0, 1] : []
  const essais = [propose, ...(tnccDeLArticle(nom) === null ? douteuse : [0])]
  const choix: { tncc: number; de: string }[] = []
  for (const tncc of essais) {
    const de = deCommune(nom, tncc)
    if (!choix.some((c) => c.de === de)) choix.push({ tncc, de })
  }
  return choix
}
