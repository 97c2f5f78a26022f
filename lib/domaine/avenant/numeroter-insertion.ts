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
 * adverbe latin (« Article 5 bis », « 2.1 ter ») ; au-delà d'un « bis » qu'un avenant signé porte déjà, « ter » ; devant un « bis » déjà pris, une lettre (« Article 5 bis A »), puis
 * « 5 bis AA » devant elle ; en tête, une lettre (« Article 1er A »). Un numéro supprimé n'est jamais redonné. Guide de légistique, fiche 3.3.2.
 */
export function numeroInsere(
  e: Pick<EtatDeLaChaine, 'unites' | 'numeros' | 'numerosPris'>,
  unite: { genre: GenreUnite; parent: string | null; apres: string | null },
): Numero {
  const soeurs = enfantsDe(
    e.unites.map((u) => ({ ...u, omise: false })),
    unite.parent,
  ).filter((u) => u.genre === unite.genre)
  const numeros = soeurs.map((u) => e.numeros[u.identite]?.nu ?? '')
  const reserves = new Set((e.numerosPris ?? []).filter((n) => n.genre === unite.genre).map((n) => n.nu))
  return habiller(unite.genre, choisir(numeros, rangDans(e, unite, soeurs), prefixe(e, unite), reserves))
}

/** Combien de sœurs de même genre précèdent la place. */
function rangDans(
  e: Pick<EtatDeLaChaine, 'unites'>,
  unite: { parent: string | null; apres: string | null },
  soeurs: readonly { identite: string }[],
): number {
  if (unite.apres === null) return 0
  const toutes = enfantsDe(e.unites, unite.parent).map((u) => u.identite)
  const place = toutes.indexOf(unite.apres)
  const jusqua = new Set(place < 0 ? toutes : toutes.slice(0, place + 1))
  return soeurs.filter((u) => jusqua.has(u.identite)).length
}

const prefixe = (
  e: Pick<EtatDeLaChaine, 'numeros'>,
  unite: { genre: GenreUnite; parent: string | null },
): string =>
  unite.genre === 'sous-article' && unite.parent !== null ? `${e.numeros[unite.parent]?.nu ?? ''}.` : ''

function choisir(
  numeros: readonly string[],
  place: number,
  devant: string,
  reserves: ReadonlySet<string>,
): string {
  const suivant = numeros[place]
  if (suivant === undefined) {
    let n = plusGrand(numeros) + 1
    while (reserves.has(`${devant}${String(n)}`)) n++
    return `${devant}${String(n)}`
  }
  const pris = new Set([...numeros, ...reserves])
  const precedent = numeros[place - 1]
  let candidat = precedent === undefined ? null : apres(precedent)
  // Imprimé dans un avenant signé qui n'est pas encore en vigueur : on passe au suivant.
  while (candidat !== null && reserves.has(candidat) && !numeros.includes(candidat))
    candidat = apres(candidat)
  return candidat !== null && !pris.has(candidat) ? candidat : avant(suivant, pris)
}

/** « 5 » → « 5 bis » → « 5 ter » ; « 5 bis A » → « 5 bis B ». `null` quand la suite des adverbes est épuisée. */
function apres(nu: string): string | null {
  const { racine, adverbe, lettres } = decouper(nu)
  if (lettres) {
    const derniere = lettres.charCodeAt(lettres.length - 1)
    const suite = derniere < 90 ? lettres.slice(0, -1) + String.fromCharCode(derniere + 1) : `${lettres}Z`
    return [racine, adverbe, suite].filter(Boolean).join(' ')
  }
  const mot = SUITE[adverbe ? (SUITE as readonly string[]).indexOf(adverbe) + 1 : 0]
  return mot ? `${racine} ${mot}` : null
}

/** Juste devant un numéro : « 5 bis A » devant « 5 bis », « 5 bis AA » devant « 5 bis A ». */
function avant(nu: string, pris: ReadonlySet<string>): string {
  const base = decouper(nu).lettres ? nu : `${nu} `
  for (let i = 65; i <= 90; i++) {
    const candidat = base + String.fromCharCode(i)
    if (!pris.has(candidat)) return candidat
  }
  return avant(`${base}Z`, pris)
}

/** « 5 bis A » → racine « 5 », adverbe « bis », lettres « A ». La racine d'un sous-article garde celle de son parent. */
function decouper(nu: string): { racine: string; adverbe: string; lettres: string } {
  const m = /^(.*?)(?: ([a-z]+))?(?: ([A-Z]+))?$/.exec(nu)
  return { racine: m?.[1] ?? nu, adverbe: m?.[2] ?? '', lettres: m?.[3] ?? '' }
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
