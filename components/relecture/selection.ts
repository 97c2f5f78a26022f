import type { Passage } from '@/lib/domaine/acte/remarques'

export type PassageChoisi = { identite: string; passage: Passage }

/** Ce que la page ajoute au texte d'un bloc : numéro d'alinéa, mention pour lecteur d'écran. */
const HORS_TEXTE = '.doc-repere, .doc-hors-vue'
const CITATION_MAX = 2_000

/** Texte d'un bloc tel que le serveur le connaît, et la place d'un point du document dans ce texte. */
export function texteDuBloc(
  bloc: HTMLElement,
  point?: { noeud: Node; place: number },
): { texte: string; place: number } {
  let texte = ''
  let place = -1
  const parcours = document.createTreeWalker(bloc, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let n: Node | null = parcours.nextNode(); n; n = parcours.nextNode()) {
    if (point && n === point.noeud && n.nodeType !== Node.TEXT_NODE) place = texte.length
    if (n instanceof HTMLBRElement) texte += '\n'
    if (n.nodeType !== Node.TEXT_NODE || n.parentElement?.closest(HORS_TEXTE)) continue
    if (point && n === point.noeud) place = texte.length + point.place
    texte += n.textContent ?? ''
  }
  return { texte, place }
}

const blocDe = (n: Node | null): HTMLElement | null =>
  (n instanceof HTMLElement ? n : (n?.parentElement ?? null))?.closest<HTMLElement>('p[data-bloc]') ?? null

/** Passage choisi à la souris, au doigt ou au clavier : la part de la sélection qui tient dans son premier bloc. */
export function passageSelectionne(zone: HTMLElement): PassageChoisi | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const plage = selection.getRangeAt(0)
  const bloc = blocDe(plage.startContainer)
  if (!bloc || !zone.contains(bloc) || !bloc.dataset.unite) return null
  const { texte, place: debut } = texteDuBloc(bloc, {
    noeud: plage.startContainer,
    place: plage.startOffset,
  })
  const memeBloc = blocDe(plage.endContainer) === bloc
  const { place } = memeBloc
    ? texteDuBloc(bloc, { noeud: plage.endContainer, place: plage.endOffset })
    : { place: texte.length }
  return citer(bloc, texte, Math.max(0, debut), place < 0 ? texte.length : place)
}

/** Paragraphes d'un groupe, à choisir sans souris. */
export function paragraphesDe(zone: HTMLElement, groupe: string): PassageChoisi[] {
  return [
    ...zone.querySelectorAll<HTMLElement>(`[data-groupe="${CSS.escape(groupe)}"] p[data-bloc]`),
  ].flatMap((bloc) => {
    const { texte } = texteDuBloc(bloc)
    const choisi = citer(bloc, texte, 0, texte.length)
    return choisi ? [choisi] : []
  })
}

function citer(bloc: HTMLElement, texte: string, debut: number, fin: number): PassageChoisi | null {
  const brute = texte.slice(debut, Math.min(fin, debut + CITATION_MAX))
  const citation = brute.trim()
  const { unite, bloc: idBloc } = bloc.dataset
  if (!citation || !unite || !idBloc) return null
  const depart = debut + brute.indexOf(citation)
  return { identite: unite, passage: { idBloc, citation, debut: depart, fin: depart + citation.length } }
}
