'use client'

import type { Editor } from '@tiptap/react'
import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  Bold,
  Braces,
  Table as IconeTable,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Superscript,
  Trash2,
  Underline,
  Undo2,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { joindre } from '@/components/ui/joindre'

type Outil = {
  nom: string
  Icone: LucideIcon
  faire: (e: Editor) => void
  actif?: (e: Editor) => boolean
  possible?: (e: Editor) => boolean
  separe?: boolean
}

const dansTableau = (e: Editor) => e.isActive('table')

const OUTILS: readonly Outil[] = [
  {
    nom: 'Annuler',
    Icone: Undo2,
    faire: (e) => e.chain().focus().undo().run(),
    possible: (e) => e.can().undo(),
  },
  {
    nom: 'Rétablir',
    Icone: Redo2,
    faire: (e) => e.chain().focus().redo().run(),
    possible: (e) => e.can().redo(),
  },
  {
    nom: 'Gras',
    Icone: Bold,
    faire: (e) => e.chain().focus().toggleBold().run(),
    actif: (e) => e.isActive('bold'),
    separe: true,
  },
  {
    nom: 'Italique',
    Icone: Italic,
    faire: (e) => e.chain().focus().toggleItalic().run(),
    actif: (e) => e.isActive('italic'),
  },
  {
    nom: 'Souligné',
    Icone: Underline,
    faire: (e) => e.chain().focus().toggleUnderline().run(),
    actif: (e) => e.isActive('underline'),
  },
  {
    nom: 'Exposant',
    Icone: Superscript,
    faire: (e) => e.chain().focus().toggleMark('superscript').run(),
    actif: (e) => e.isActive('superscript'),
  },
  {
    nom: 'Liste à puces',
    Icone: List,
    faire: (e) => e.chain().focus().toggleBulletList().run(),
    actif: (e) => e.isActive('bulletList'),
    separe: true,
  },
  {
    nom: 'Liste numérotée',
    Icone: ListOrdered,
    faire: (e) => e.chain().focus().toggleOrderedList().run(),
    actif: (e) => e.isActive('orderedList'),
  },
  {
    nom: 'Tableau',
    Icone: IconeTable,
    faire: (e) => e.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
    possible: (e) => !dansTableau(e),
  },
  {
    nom: 'Ajouter une ligne au tableau',
    Icone: BetweenHorizontalEnd,
    faire: (e) => e.chain().focus().addRowAfter().run(),
    possible: dansTableau,
  },
  {
    nom: 'Ajouter une colonne au tableau',
    Icone: BetweenVerticalEnd,
    faire: (e) => e.chain().focus().addColumnAfter().run(),
    possible: dansTableau,
  },
  {
    nom: 'Supprimer la ligne du tableau',
    Icone: Trash2,
    faire: (e) => e.chain().focus().deleteRow().run(),
    possible: dansTableau,
  },
]

type Proprietes = { editeur: Editor; onInserer: () => void }

/** Barre d'outils : un seul arrêt de tabulation, les flèches passent d'un outil à l'autre. */
export function BarreOutils({ editeur, onInserer }: Proprietes) {
  const barre = useRef<HTMLDivElement>(null)
  const [rang, definirRang] = useState(0)
  const insertion: Outil = {
    nom: 'Insérer une valeur ou un renvoi',
    Icone: Braces,
    faire: onInserer,
    separe: true,
  }
  const outils = [...OUTILS, insertion]

  useEffect(() => {
    const versBarre = (e: globalThis.KeyboardEvent) => {
      if (!e.altKey || e.key !== 'F10') return
      e.preventDefault()
      barre.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    }
    const dom = editeur.view.dom
    dom.addEventListener('keydown', versBarre)
    return () => dom.removeEventListener('keydown', versBarre)
  }, [editeur])

  const auClavier = (e: KeyboardEvent) => {
    const n = outils.length
    const vers = { ArrowRight: (rang + 1) % n, ArrowLeft: (rang + n - 1) % n, Home: 0, End: n - 1 }[e.key]
    if (e.key === 'Escape') editeur.commands.focus()
    if (vers === undefined) return
    e.preventDefault()
    definirRang(vers)
    barre.current?.querySelectorAll<HTMLElement>('button')[vers]?.focus()
  }
  return (
    <div
      ref={barre}
      role="toolbar"
      aria-label="Mise en forme du texte"
      onKeyDown={auClavier}
      className="flex flex-wrap gap-0.5 border-b border-trait bg-surface-2 p-1"
    >
      {outils.map((o, i) => {
        const possible = o.possible?.(editeur) ?? true
        return (
          <button
            key={o.nom}
            type="button"
            title={o.nom}
            aria-label={o.nom}
            aria-pressed={o.actif ? o.actif(editeur) : undefined}
            aria-disabled={!possible || undefined}
            tabIndex={i === rang ? 0 : -1}
            onFocus={() => definirRang(i)}
            onMouseDown={(e) => e.preventDefault()}
            onClick={() => possible && o.faire(editeur)}
            className={joindre(
              'flex size-9 items-center justify-center rounded hover:bg-accent-fond aria-disabled:cursor-not-allowed aria-disabled:opacity-40',
              'aria-pressed:bg-accent aria-pressed:text-sur-accent',
              o.separe && 'ml-1.5',
            )}
          >
            <o.Icone aria-hidden size={18} />
          </button>
        )
      })}
    </div>
  )
}
