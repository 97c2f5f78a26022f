import type { GenreUnite } from '../unites'

/** « l’article 2.1 », « à l’annexe 3 », « du préambule »… selon la forme (le, de, a) ; sans forme : « article 2.1 ». */
export function ecrireRenvoi(nu: string, genre: GenreUnite | undefined, forme: string | null): string {
  if (genre === 'preambule') return PREAMBULE[forme ?? ''] ?? 'le préambule'
  const nom = genre === 'annexe' ? 'annexe' : genre === 'considerant' ? 'alinéa' : 'article'
  const designe = `${nom} ${nom === 'article' ? premier(nu) : nu}`
  if (forme === 'de') return `de l’${designe}`
  if (forme === 'a') return `à l’${designe}`
  return forme === 'le' ? `l’${designe}` : designe
}

const PREAMBULE: Record<string, string> = { de: 'du préambule', a: 'au préambule', nu: 'préambule' }

/** L'article premier s'écrit en toutes lettres abrégées, inséré compris : « 1er », « 1er bis » ; « 1.2 » reste tel quel. */
const premier = (nu: string): string => nu.replace(/^1(?= |$)/, '1er')
