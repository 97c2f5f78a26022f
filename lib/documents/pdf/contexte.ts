import type { BlocTitre, DocumentNeutre } from '../blocs/blocs'

/** Ce qu'un rendu partage entre ses blocs. */
export type Contexte = {
  /** Page de chaque titre, notée pendant la mise en page et lue par le sommaire. */
  pages: Map<string, number>
  ancres: ReadonlySet<string>
  police: string[]
  annexe: boolean
}

/** Titres du document, dans l'ordre. */
export function titresDuDocument(document: DocumentNeutre): (BlocTitre & { annexe: boolean })[] {
  return document.sections.flatMap((s) =>
    s.blocs.flatMap((b) => (b.genre === 'titre' ? [{ ...b, annexe: s.nature === 'annexe' }] : [])),
  )
}
