'use client'

import { type ReactNode, useRef } from 'react'
import { deplacer } from '../organisation/navigation-grille'

/** Grille dont les flèches passent d'une case à l'autre et Entrée ouvre ; les cases, elles, viennent du serveur. */
export function Grille({ titre, children }: { titre: string; children: ReactNode }) {
  const grille = useRef<HTMLTableElement>(null)
  return (
    <div className="defilant max-h-[80dvh] overflow-auto rounded-md border border-trait bg-surface">
      <table
        ref={grille}
        role="grid"
        aria-label={titre}
        onKeyDown={(e) => deplacer(grille.current, e)}
        className="w-full border-separate border-spacing-0 text-sm"
      >
        {children}
      </table>
    </div>
  )
}
