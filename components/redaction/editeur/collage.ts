import { Fragment, Node, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { convertirCollage } from '@/lib/domaine/texte/collage/convertir'

/** Colle du texte venu d'ailleurs sous la forme que le serveur accepte ; rend ce qui n'a pas été repris. */
export function collerHtml(view: EditorView, html: string): string[] | null {
  // Copié de cet éditeur même : ProseMirror sait le remettre, jetons compris.
  if (!html || html.includes('data-pm-slice')) return null
  const { contenu, laisses } = convertirCollage(html)
  if (!contenu.content.length) return laisses.length ? laisses : null
  const doc = Node.fromJSON(view.state.schema, contenu)
  const ouvre = (n: Node | null) => (n?.type.name === 'paragraph' ? 1 : 0)
  const tranche = new Slice(Fragment.from(doc.content), ouvre(doc.firstChild), ouvre(doc.lastChild))
  view.dispatch(view.state.tr.replaceSelection(tranche).scrollIntoView().setMeta('paste', true))
  return laisses
}
