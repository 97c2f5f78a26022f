import { diffArrays } from 'diff'
import { canoniser } from '../../texte/canoniser'
import type { BlocContenu, ListeNumerotee, ListePuces } from '../../texte/contenu'
import { aDuTexte } from './texte-cite'

/** Morceau d'une unité que l'on désigne d'un mot : un alinéa, un élément de liste (autant d'alinéas qu'il en a), un tableau. */
export type Piece = { cle: string; bloc: BlocContenu; alineas: number; tableau: boolean }

/** Passage changé : ce qui part, ce qui vient, après combien de morceaux d'avant. */
export type Passe = { debut: number; retirees: Piece[]; ajoutees: Piece[] }

/** Tout retour à la ligne ouvre un alinéa, liste comprise ; le numéro d'un élément compte, puisqu'on le lit. */
export function morceaux(blocs: readonly BlocContenu[]): Piece[] {
  return blocs.flatMap((b): Piece[] => {
    if (!aDuTexte([b])) return []
    if (b.type === 'paragraph') return [piece(b, 1)]
    if (b.type === 'table') return [{ ...piece(b, 0), tableau: true }]
    return b.content.flatMap((e, i) => {
      const n = compter(e.content)
      return n === 0 ? [] : [piece(unElement(b, i), n)]
    })
  })
}

const unElement = (b: ListePuces | ListeNumerotee, i: number): BlocContenu => {
  const content = b.content.slice(i, i + 1)
  return b.type === 'bulletList'
    ? { ...b, content }
    : { ...b, attrs: { id: b.attrs.id, start: (b.attrs.start ?? 1) + i }, content }
}

const piece = (bloc: BlocContenu, alineas: number): Piece => ({
  cle: canoniser(bloc).replace(/"id":"[^"]*",?/g, ''),
  bloc,
  alineas,
  tableau: false,
})

const compter = (blocs: readonly BlocContenu[]): number =>
  morceaux(blocs).reduce((n, p) => n + Math.max(1, p.alineas), 0)

/** Passages changés entre deux suites de morceaux, dans l'ordre du texte d'avant. */
export function passes(avant: readonly Piece[], apres: readonly Piece[]): Passe[] {
  const sortie: Passe[] = []
  let [i, j] = [0, 0]
  let ouverte: Passe | null = null
  for (const d of diffArrays(
    avant.map((p) => p.cle),
    apres.map((p) => p.cle),
  )) {
    const n = d.value.length
    if (!d.added && !d.removed) {
      ;[i, j, ouverte] = [i + n, j + n, null]
      continue
    }
    if (!ouverte) {
      ouverte = { debut: i, retirees: [], ajoutees: [] }
      sortie.push(ouverte)
    }
    if (d.removed) ouverte.retirees.push(...avant.slice(i, (i += n)))
    else ouverte.ajoutees.push(...apres.slice(j, (j += n)))
  }
  return sortie
}

/** Les morceaux à citer, les éléments d'une même liste réunis. */
export function reunir(pieces: readonly Piece[]): BlocContenu[] {
  const sortie: BlocContenu[] = []
  for (const { bloc } of pieces) {
    const dernier = sortie.at(-1)
    if (bloc.type === 'bulletList' && dernier?.type === 'bulletList')
      sortie[sortie.length - 1] = { ...dernier, content: [...dernier.content, ...bloc.content] }
    else if (bloc.type === 'orderedList' && dernier?.type === 'orderedList' && seSuivent(dernier, bloc))
      sortie[sortie.length - 1] = { ...dernier, content: [...dernier.content, ...bloc.content] }
    else sortie.push(bloc)
  }
  return sortie
}

const seSuivent = (a: ListeNumerotee, b: ListeNumerotee): boolean =>
  (a.attrs.start ?? 1) + a.content.length === (b.attrs.start ?? 1)
