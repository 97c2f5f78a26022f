import { enfantsDe } from '../texte/numerotation'
import type { GenreUnite } from '../texte/unites'

type Placee = { identite: string; parent: string | null; rang: number; genre: GenreUnite }
export type Rang = { identite: string; rang: number }

/** Un sous-article pend à un article, un considérant au préambule ; le reste est à la racine. */
export function parentPermis(
  genre: GenreUnite,
  parent: string | null,
  unites: readonly Pick<Placee, 'identite' | 'genre'>[],
): boolean {
  const genreParent = unites.find((u) => u.identite === parent)?.genre ?? null
  if (parent !== null && genreParent === null) return false
  if (genre === 'sous-article') return genreParent === 'article' || genreParent === 'annexe'
  if (genre === 'considerant') return genreParent === 'preambule' || genreParent === null
  return genreParent === null
}

const espacer = (unites: readonly { identite: string }[]): Rang[] =>
  unites.map(({ identite }, i) => ({ identite, rang: (i + 1) * 10 }))

/**
 * Rangs de la fratrie quand une unité y entre après `apres` (`null` : à la fin de celles de son genre, à défaut à la fin).
 * L'entrante est comprise.
 */
export function rangsAvec(
  unites: readonly Placee[],
  entrante: Pick<Placee, 'identite' | 'parent' | 'genre'>,
  apres: string | null,
): Rang[] {
  const soeurs: { identite: string; genre: GenreUnite }[] = enfantsDe(unites, entrante.parent)
  const apresSoeur = soeurs.findIndex((u) => u.identite === apres)
  const derniereDuGenre = soeurs.map((u) => u.genre).lastIndexOf(entrante.genre)
  const place = apresSoeur >= 0 ? apresSoeur : derniereDuGenre >= 0 ? derniereDuGenre : soeurs.length - 1
  return espacer([...soeurs.slice(0, place + 1), entrante, ...soeurs.slice(place + 1)])
}

/** Rangs après avoir fait passer une unité devant ou derrière sa voisine de même genre ; `null` si elle est déjà au bout. */
export function rangsDeplaces(
  unites: readonly Placee[],
  identite: string,
  sens: 'haut' | 'bas',
): Rang[] | null {
  const u = unites.find((x) => x.identite === identite)
  if (!u) return null
  const soeurs = enfantsDe(unites, u.parent)
  const i = soeurs.indexOf(u)
  const j = sens === 'haut' ? i - 1 : i + 1
  const voisine = soeurs[j]
  if (!voisine || voisine.genre !== u.genre) return null
  const ordre = [...soeurs]
  ordre[i] = voisine
  ordre[j] = u
  return espacer(ordre)
}

/** L'unité et tout ce qu'elle contient. */
export function avecDescendance(unites: readonly Placee[], identite: string): string[] {
  return [identite, ...enfantsDe(unites, identite).flatMap((e) => avecDescendance(unites, e.identite))]
}
