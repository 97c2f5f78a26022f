'use client'

import './editeur.css'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import { cleDeTexte, type NoeudBrut, nettoyerContenu } from '@/lib/domaine/texte/nettoyer'
import { BarreOutils } from './barre-outils'
import { collerHtml } from './collage'
import { extensions } from './extensions'
import { Insertion, type OptionInsertion } from './insertion'
import { Jetons, type Resoudre } from './noeuds'

export type ProprietesEditeur = {
  nom: string
  contenu: Contenu
  resoudre: Resoudre
  options: readonly OptionInsertion[]
  onContenu: (contenu: Contenu) => void
}

/** Éditeur d'une unité : texte juridique long, au clavier, dans les limites de ce que le serveur accepte. */
export function Editeur({ nom, contenu, resoudre, options, onContenu }: ProprietesEditeur) {
  const [insertion, definirInsertion] = useState<'barre' | 'clavier' | null>(null)
  const idAide = useId()
  const [laisses, definirLaisses] = useState<string[]>([])
  const [jetons] = useState(() => new Jetons(resoudre))
  const [outils] = useState(() => extensions(jetons, () => definirInsertion('clavier')))
  const emettre = useRef(onContenu)
  useEffect(() => {
    emettre.current = onContenu
  }, [onContenu])

  const editeur = useEditor({
    extensions: outils,
    content: contenu,
    // La politique de sécurité n'admet pas de feuille posée par un script : editeur.css y pourvoit.
    injectCSS: false,
    immediatelyRender: false,
    shouldRerenderOnTransaction: true,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': `Texte : ${nom}`,
        'aria-describedby': idAide,
        class: 'redaction-texte texte-juridique',
        lang: 'fr',
        spellcheck: 'true',
      },
      handlePaste: (view, e) => {
        const dits = collerHtml(view, e.clipboardData?.getData('text/html') ?? '')
        if (dits === null) return false
        definirLaisses(dits)
        return true
      },
    },
    onUpdate: ({ editor, transaction }) => {
      if (transaction.docChanged) emettre.current(nettoyerContenu(editor.getJSON() as NoeudBrut))
    },
  })

  useEffect(() => jetons.remplacer(resoudre), [jetons, resoudre])
  // Un texte venu d'ailleurs (variante, collègue, annulation) remplace celui de l'éditeur ; le mien y est déjà.
  useEffect(() => {
    if (!editeur || editeur.isDestroyed) return
    if (cleDeTexte(nettoyerContenu(editeur.getJSON() as NoeudBrut)) === cleDeTexte(contenu)) return
    editeur.commands.setContent(contenu, { emitUpdate: false })
  }, [editeur, contenu])

  if (!editeur) return <div className="min-h-48 rounded-md border border-trait-fort bg-surface" />
  return (
    <div className="flex flex-col gap-2">
      <div className="redaction-editeur">
        <BarreOutils editeur={editeur} onInserer={() => definirInsertion('barre')} />
        {insertion && (
          <Insertion
            options={options}
            onChoix={(noeud) => {
              definirInsertion(null)
              editeur.chain().focus().insertContent(noeud).run()
            }}
            onAbandon={() => {
              const barre = insertion === 'clavier'
              definirInsertion(null)
              if (barre) editeur.chain().focus().insertContent({ type: 'text', text: '/' }).run()
              else editeur.commands.focus()
            }}
          />
        )}
        <EditorContent editor={editeur} />
      </div>
      <p id={idAide} className="text-[0.8125rem] text-encre-2">
        Contrôle + Z annule, Contrôle + Y rétablit ; « / » insère une valeur ou un renvoi ; Contrôle +
        Majuscule + Espace met une espace insécable ; Alt + F10 mène à la barre d’outils.
      </p>
      {laisses.length > 0 && (
        <Encart
          ton="vigilance"
          annonce="status"
          titre="Le texte collé a été adapté"
          actions={
            <Bouton variante="secondaire" taille="petit" onPress={() => definirLaisses([])}>
              J’ai vu
            </Bouton>
          }
        >
          <ul className="list-disc pl-5">
            {laisses.map((l) => (
              <li key={l}>{l}</li>
            ))}
          </ul>
        </Encart>
      )}
    </div>
  )
}
