import { enfantsDe, type Numero } from '../texte/numerotation'
import type { GenreUnite } from '../texte/unites'
import type { EtatDeLaChaine } from './etat'

const SUITE = [
  'bis',
  'ter',
  'quater',
  'quinquies',
  'sexies',
  'septies',
  'octies',
  'nonies',
  'decies',
  'undecies',
  'duodecies',
  'terdecies',
  'quaterdecies',
  'quindecies',
  'sexdecies',
  'septdecies',
  'octodecies',
  'novodecies',
  'vicies',
] as const

/**
 * Numéro d'une unité insérée, à la manière des textes officiels : à la fin, le suivant (« Article 14 ») ; entre deux, un
 * adverbe latin (« Article 5 bis », « 2.1 ter ») ; devant un « bis » déjà pris, une lettre (« Article 5 bis A ») ; en tête,
 * une lettre (« Article 1er A »). Un numéro supprimé n'est jamais redonné. Guide de légistique, fiche 3.3.2.
 */
export function numeroInsere(
  e: Pick<EtatDeLaChaine, 'unites' | 'numeros'>,
  unite: { genre: GenreUnite; parent: string | null; apres: string | null },
): Numero {
  const soeurs = enfantsDe(
    e.unites.map((u) => ({ ...u, omise: false })),
    unite.parent,
  ).filter((u) => u.genre === unite.genre)
  const numeros = soeurs.map((u) => e.numeros[u.identite]?.nu ?? '')
  return habiller(unite.genre, choisir(numeros, rangDans(e, unite, soeurs), prefixe(e, unite)))
}

/** Combien de sœurs de même genre précèdent la place. */
function rangDans(
  e: Pick<EtatDeLaChaine, 'unites'>,
  unite: { parent: string | null; apres: string | null },
  soeurs: readonly { identite: string }[],
): number {
  if (unite.apres === null) return 0
  const toutes = enfantsDe(e.unites, unite.parent).map((u) => u.identite)
  const jusqua = new Set(toutes.slice(0, toutes.indexOf(unite.apres) + 1))
  return soeurs.filter((u) => jusqua.has(u.identite)).length
}

const prefixe = (
  e: Pick<EtatDeLaChaine, 'numeros'>,
  unite: { genre: GenreUnite; parent: string | null },
): string =>
  unite.genre === 'sous-article' && unite.parent !== null ? `${e.numeros[unite.parent]?.nu ?? ''}.` : ''

function choisir(numeros: readonly string[], place: number, devant: string): string {
  if (place >= numeros.length) return `${devant}${String(plusGrand(numeros) + 1)}`
  const pris = new Set(numeros)
  const precedent = numeros[place - 1]
  if (precedent === undefined) return lettre(`${numeros[0] ?? `${devant}1`}`, pris)
  const { racine, rang } = decouper(precedent)
  const suivant = SUITE[rang]
  const candidat = suivant ? `${racine} ${suivant}` : `${racine} ${String(rang + 2)}`
  return pris.has(candidat) ? lettre(candidat, pris) : candidat
}

/** « 5 bis » déjà pris : « 5 bis A », « 5 bis B »… se placent devant lui. */
function lettre(base: string, pris: ReadonlySet<string>): string {
  for (let i = 0; i < 26; i++) {
    const candidat = `${base} ${String.fromCharCode(65 + i)}`
    if (!pris.has(candidat)) return candidat
  }
  return `${base} ${String(pris.size)}`
}

/** « 5 ter » → racine « 5 », rang 2 : le suivant est « quater ». */
function decouper(nu: string): { racine: string; rang: number } {
  const [racine = nu, adverbe] = nu.split(' ')
  const rang = adverbe ? (SUITE as readonly string[]).indexOf(adverbe) + 1 : 0
  return { racine, rang }
}

const plusGrand = (numeros: readonly string[]): number =>
  numeros.reduce((max, nu) => {
    const dernier = /(\d+)(?: .*)?$/.exec(nu)?.[1]
    return dernier ? Math.max(max, Number(dernier)) : max
  }, 0)

function habiller(genre: GenreUnite, nu: string): Numero {
  if (genre === 'article') {
    const lu = /^1(?= |$)/.test(nu) ? nu.replace(/^1/, '1er') : nu
    return { nu, intitule: `Article ${lu}` }
  }
  if (genre === 'annexe') return { nu, intitule: `Annexe ${nu}` }
  if (genre === 'considerant') return { nu, intitule: `${nu}.` }
  return genre === 'sous-article' ? { nu, intitule: nu } : { nu: '', intitule: '' }
}
