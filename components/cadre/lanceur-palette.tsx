'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import type { Destination } from './destinations'
import type { Rechercher } from './resultats'
import { Touche } from './touche'

// La palette n'est chargée qu'à la première ouverture : une page de lecture n'en paie rien.
const PaletteCommandes = dynamic(() => import('./palette-commandes').then((m) => m.PaletteCommandes), {
  ssr: false,
})

type Proprietes = { pages: readonly Destination[]; rechercher?: Rechercher }

/** Bouton de recherche et raccourci Ctrl K (Cmd K). */
export function LanceurPalette({ pages, rechercher }: Proprietes) {
  const [ouverte, definir] = useState(false)
  const [demandee, demander] = useState(false)
  useEffect(() => {
    const ecouter = (e: KeyboardEvent) => {
      if (e.key.toLowerCase() !== 'k' || !(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey) return
      e.preventDefault()
      demander(true)
      definir(true)
    }
    document.addEventListener('keydown', ecouter)
    return () => document.removeEventListener('keydown', ecouter)
  }, [])
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K"
        onClick={() => {
          demander(true)
          definir(true)
        }}
        className="flex min-h-11 items-center gap-2 rounded-md px-2 text-encre-2 hover:bg-surface-2 hover:text-encre"
      >
        <Search aria-hidden size={20} />
        <span className="sr-only md:not-sr-only min-[68rem]:sr-only min-[80rem]:not-sr-only">Rechercher</span>
        <span aria-hidden className="hidden md:block min-[68rem]:hidden min-[80rem]:block">
          <Touche>Ctrl K</Touche>
        </span>
      </button>
      {demandee && (
        <PaletteCommandes ouverte={ouverte} onOuverte={definir} pages={pages} rechercher={rechercher} />
      )}
    </>
  )
}
