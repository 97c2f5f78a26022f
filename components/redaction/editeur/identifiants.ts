import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { nouvelIdBloc } from '@/lib/domaine/texte/nettoyer'

const BLOCS = ['paragraph', 'bulletList', 'orderedList', 'table']

/**
 * Chaque bloc garde son identifiant à la coupe, au collage et à l'annulation : commentaires et avenants s'y attachent.
 * Un double reçoit un nouvel identifiant ; l'original est celui qui était déjà à cet endroit.
 */
export const Identifiants = Extension.create({
  name: 'identifiants',
  addGlobalAttributes: () => [
    {
      types: BLOCS,
      attributes: {
        id: {
          default: null,
          keepOnSplit: false,
          parseHTML: (e) => e.getAttribute('data-id'),
          renderHTML: (a) => (a.id ? { 'data-id': a.id } : {}),
        },
      },
    },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('identifiants'),
      appendTransaction: (transactions, avant, apres) =>
        transactions.some((t) => t.docChanged) ? completer(transactions, avant, apres) : null,
    }),
  ],
})

function completer(
  transactions: readonly Transaction[],
  avant: EditorState,
  apres: EditorState,
): Transaction | null {
  const places = placesConnues(transactions, avant.doc)
  const parId = new Map<string, number[]>()
  const aPoser: number[] = []
  apres.doc.descendants((noeud, position) => {
    if (!BLOCS.includes(noeud.type.name)) return true
    const id: unknown = noeud.attrs.id
    if (typeof id === 'string' && id) parId.set(id, [...(parId.get(id) ?? []), position])
    else aPoser.push(position)
    return true
  })
  for (const [id, positions] of parId) {
    if (positions.length < 2) continue
    const originale = positions.find((p) => p === places.get(id)) ?? positions[0]
    aPoser.push(...positions.filter((p) => p !== originale))
  }
  if (!aPoser.length) return null
  const tr = apres.tr
  for (const position of aPoser) tr.setNodeAttribute(position, 'id', nouvelIdBloc())
  return tr
}

/** Où chaque identifiant d'avant se trouve maintenant. */
function placesConnues(transactions: readonly Transaction[], doc: Node): Map<string, number> {
  const places = new Map<string, number>()
  doc.descendants((noeud, position) => {
    const id: unknown = noeud.attrs.id
    if (typeof id !== 'string' || !id) return true
    places.set(
      id,
      transactions.reduce((p, t) => t.mapping.map(p), position),
    )
    return true
  })
  return places
}
