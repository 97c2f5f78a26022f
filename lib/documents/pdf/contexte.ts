import type { BlocTitre, DocumentNeutre } from '../blocs/blocs'

/** Ce qu'un rendu partage entre ses blocs. */
export type Contexte = {
  /** Page de chaque titre et nombre de pages, connus une fois le corps mis en page ; vide avant. */
  pages: ReadonlyMap<string, number>
  total: number | null
  ancres: ReadonlySet<string>
  police: string[]
  annexe: boolean
  /** Sans feuille de tête : le premier titre du document est dans le corps. */
  lettre?: boolean
}

/** Titres du document, dans l'ordre. */
export function titresDuDocument(document: DocumentNeutre): (BlocTitre & { annexe: boolean })[] {
  return document.sections.flatMap((s) =>
    s.blocs.flatMap((b) => (b.genre === 'titre' ? [{ ...b, annexe: s.nature === 'annexe' }] : [])),
  )
}
