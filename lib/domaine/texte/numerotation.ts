import type { GenreUnite } from './unites'

type UniteANumeroter = {
  identite: string
  parent: string | null
  rang: number
  genre: GenreUnite
  omise?: boolean
}

/** Numéro nu (« 2.1 ») et intitulé complet (« Article 2 », « 2.1 », « Annexe 3 ») d'une unité. */
export type Numero = { nu: string; intitule: string }

/** Enfants d'une unité (ou racines), dans l'ordre du texte. */
export function enfantsDe<U extends UniteANumeroter>(unites: readonly U[], parent: string | null): U[] {
  return unites
    .filter((u) => u.parent === parent)
    .sort((a, b) => a.rang - b.rang || a.identite.localeCompare(b.identite))
}

/** Parcours du texte dans l'ordre de lecture, chaque unité suivie de ses enfants. Une boucle est ignorée. */
export function parcourir<U extends UniteANumeroter>(unites: readonly U[]): U[] {
  const vues = new Set<string>()
  const visiter = (parent: string | null): U[] =>
    enfantsDe(unites, parent).flatMap((u) => {
      if (vues.has(u.identite)) return []
      vues.add(u.identite)
      return [u, ...visiter(u.identite)]
    })
  return visiter(null)
}

/**
 * Numérote les unités retenues : articles, sous-articles (2.1), annexes et considérants. Une unité omise, ou
 * dont un ascendant est omis, n'a pas de numéro : les suivantes remontent, tant que le texte est un projet.
 */
export function numeroter(unites: readonly UniteANumeroter[]): Map<string, Numero> {
  const numeros = new Map<string, Numero>()
  const visiter = (parent: string | null, prefixe: string) => {
    const rangs = new Map<GenreUnite, number>()
    for (const u of enfantsDe(unites, parent)) {
      if (u.omise || numeros.has(u.identite)) continue
      const n = (rangs.get(u.genre) ?? 0) + 1
      rangs.set(u.genre, n)
      const nu = u.genre === 'sous-article' && prefixe ? `${prefixe}.${n}` : String(n)
      numeros.set(u.identite, { nu, intitule: intitule(u.genre, nu) })
      visiter(u.identite, nu)
    }
  }
  visiter(null, '')
  return numeros
}

function intitule(genre: GenreUnite, nu: string): string {
  if (genre === 'article') return nu === '1' ? 'Article 1er' : `Article ${nu}`
  if (genre === 'annexe') return `Annexe ${nu}`
  if (genre === 'considerant') return `${nu}.`
  return genre === 'sous-article' ? nu : ''
}

/** Vrai si l'unité et tous ses ascendants sont retenus. */
export function estRetenue(unites: readonly UniteANumeroter[], identite: string): boolean {
  const parIdentite = new Map(unites.map((u) => [u.identite, u]))
  let u = parIdentite.get(identite)
  for (let i = 0; u && i < 10; i++) {
    if (u.omise) return false
    if (u.parent === null) return true
    u = parIdentite.get(u.parent)
  }
  return false
}
