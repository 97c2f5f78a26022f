import { type AnyExtension, Extension, Mark, mergeAttributes } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { Identifiants } from './identifiants'
import { type Jetons, noeudsEnLigne } from './noeuds'

const Exposant = Mark.create({
  name: 'superscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: ({ HTMLAttributes }) => ['sup', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return { 'Mod-.': () => this.editor.commands.toggleMark(this.name) }
  },
})

/** Espace insécable au clavier, comme dans Word. */
const Insecable = Extension.create({
  name: 'insecable',
  addKeyboardShortcuts() {
    return { 'Mod-Shift-Space': () => this.editor.commands.insertContent({ type: 'text', text: '\u00a0' }) }
  },
})

/** « / » en début de mot propose d'insérer une valeur ou un renvoi. */
const Barre = (ouvrir: () => void) =>
  Extension.create({
    name: 'barre',
    addKeyboardShortcuts() {
      return {
        '/': () => {
          const { $from, empty } = this.editor.state.selection
          const avant = $from.parent.textBetween(
            Math.max(0, $from.parentOffset - 1),
            $from.parentOffset,
            '',
            ' ',
          )
          if (!empty || (avant && !/\s/.test(avant))) return false
          ouvrir()
          return true
        },
      }
    },
  })

/** Le schéma de l'éditeur : exactement ce que le serveur accepte, rien de plus. */
export const extensions = (jetons: Jetons, ouvrirInsertion: () => void): AnyExtension[] => [
  StarterKit.configure({
    heading: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    link: false,
    trailingNode: false,
    undoRedo: { depth: 300, newGroupDelay: 600 },
  }),
  Exposant,
  Insecable,
  Barre(ouvrirInsertion),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
  ...noeudsEnLigne(jetons),
  Identifiants,
]
