'use client'

import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { MenuItem, Menu as MenuRac, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Bouton, type ProprietesBouton } from './bouton'
import { EnFrancais } from './en-francais'
import { joindre } from './joindre'

export type EntreeMenu = {
  cle: string
  libelle: string
  aide?: string
  icone?: ReactNode
  danger?: boolean
  desactivee?: boolean
} & ({ href: string; action?: never } | { action: () => void; href?: never })

type Proprietes = {
  libelle: ReactNode
  /** Nom du bouton quand son libellé n'est qu'une icône. */
  nom?: string
  entrees: readonly EntreeMenu[]
  bouton?: Pick<ProprietesBouton, 'variante' | 'taille' | 'icone'>
}

/** Menu d'actions, parcouru aux flèches. */
export function Menu({ libelle, nom, entrees, bouton }: Proprietes) {
  return (
    <EnFrancais>
      <MenuTrigger>
        <Bouton variante="secondaire" {...bouton} aria-label={nom}>
          {libelle}
          {!nom && <ChevronDown aria-hidden size={16} />}
        </Bouton>
        <Popover
          placement="bottom end"
          className="z-50 min-w-56 max-w-[calc(100vw-2rem)] overflow-auto rounded-md border border-trait bg-surface p-1 shadow-flottant"
        >
          <MenuRac className="outline-none" aria-label={nom}>
            {entrees.map((e) => (
              <MenuItem
                key={e.cle}
                id={e.cle}
                textValue={e.libelle}
                href={e.href}
                onAction={e.action}
                isDisabled={e.desactivee}
                className={joindre(
                  'flex min-h-10 items-start gap-2 rounded px-3 py-2 no-underline outline-none data-disabled:text-encre-2',
                  e.danger
                    ? 'text-manque data-focused:bg-manque-fond'
                    : 'text-encre data-focused:bg-accent-fond data-focused:text-accent',
                  'data-focus-visible:outline-2 data-focus-visible:outline-focus',
                )}
              >
                {e.icone && (
                  <span aria-hidden className="mt-0.5">
                    {e.icone}
                  </span>
                )}
                <span>
                  <span className="block">{e.libelle}</span>
                  {e.aide && <span className="block text-sm text-encre-2">{e.aide}</span>}
                </span>
              </MenuItem>
            ))}
          </MenuRac>
        </Popover>
      </MenuTrigger>
    </EnFrancais>
  )
}
