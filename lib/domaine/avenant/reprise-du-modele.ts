import { enfantsDe } from '../texte/numerotation'
import type { GenreUnite } from '../texte/unites'
import type { EtatDeLaChaine } from './etat'

export type UniteDeModele = { identite: string; parent: string | null; rang: number; genre: GenreUnite }

/** Article du modèle que le texte n'a pas : jamais signé (`absent`), ou supprimé par un avenant (`supprime`). */
export type Reprenable = {
  identite: string
  genre: GenreUnite
  cas: 'absent' | 'supprime'
  /** Place que le modèle lui donne dans le texte d'aujourd'hui. */
  parent: string | null
  apres: string | null
}

const GENRES: readonly GenreUnite[] = ['article', 'sous-article', 'annexe']

/**
 * Articles, sous-articles et annexes du modèle que le texte n'a pas, dans l'ordre du modèle. Un sous-article dont l'article
 * manque aussi n'y est pas : il vient avec lui.
 */
export function reprenables(modele: readonly UniteDeModele[], voulu: EtatDeLaChaine): Reprenable[] {
  const vivantes = new Set(voulu.unites.filter((u) => !u.supprimee).map((u) => u.identite))
  const connues = new Set(voulu.unites.map((u) => u.identite))
  return [...modele]
    .filter((u) => GENRES.includes(u.genre) && !vivantes.has(u.identite))
    .filter((u) => u.parent === null || vivantes.has(u.parent))
    .sort((a, b) => a.rang - b.rang)
    .map(({ identite, genre, parent }) => ({
      identite,
      genre,
      parent,
      cas: connues.has(identite) ? 'supprime' : 'absent',
      apres: placeDansLeTexte(modele, voulu, identite),
    }))
}

/**
 * Sœur après laquelle l'article prend place : la dernière du modèle qui le précède et que le texte garde, puis ce qu'un
 * avenant a inséré derrière elle. `null` : en tête.
 */
function placeDansLeTexte(
  modele: readonly UniteDeModele[],
  voulu: EtatDeLaChaine,
  identite: string,
): string | null {
  const u = modele.find((x) => x.identite === identite)
  if (!u) return null
  const duModele = new Set(modele.map((x) => x.identite))
  const soeurs = enfantsDe(voulu.unites, u.parent)
  const precedentes = new Set(
    modele.filter((x) => x.parent === u.parent && x.rang < u.rang).map((x) => x.identite),
  )
  let place = soeurs.findLastIndex((x) => precedentes.has(x.identite))
  for (let suivante = soeurs[place + 1]; suivante; suivante = soeurs[place + 1]) {
    if (place < 0 || duModele.has(suivante.identite) || suivante.genre !== u.genre) break
    place++
  }
  return soeurs[place]?.identite ?? null
}
