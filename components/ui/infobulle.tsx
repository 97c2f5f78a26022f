'use client'

import type { ReactNode } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { EnFrancais } from './en-francais'

/** Précision au survol et au focus. L'enfant est un `Bouton` ; rien d'indispensable ne vit seulement ici. */
export function Infobulle({ texte, children }: { texte: ReactNode; children: ReactNode }) {
  return (
    <EnFrancais>
      <TooltipTrigger delay={500}>
        {children}
        <Tooltip
          offset={6}
          className="z-50 max-w-72 rounded border border-encre bg-encre px-2.5 py-1.5 text-sm text-surface shadow-flottant"
        >
          {texte}
        </Tooltip>
      </TooltipTrigger>
    </EnFrancais>
  )
}
