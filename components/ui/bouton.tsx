'use client'

import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components/Button'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { classesBouton, type TailleBouton, type VarianteBouton } from './classes-bouton'

export type ProprietesBouton = Omit<ButtonProps, 'children' | 'className' | 'style' | 'isPending'> & {
  children?: ReactNode
  variante?: VarianteBouton
  taille?: TailleBouton
  /** En attente : le bouton garde le focus, ne répond plus et l'annonce. */
  attente?: boolean
  icone?: ReactNode
  className?: string
}

/** Bouton d'action. Sans texte visible, donner `aria-label`. */
export function Bouton({
  variante,
  taille,
  attente,
  icone,
  children,
  className,
  ...reste
}: ProprietesBouton) {
  return (
    <Button {...reste} isPending={attente} className={classesBouton(variante, taille, className)}>
      {attente ? (
        <ProgressBar isIndeterminate aria-label="En cours">
          <LoaderCircle aria-hidden size={18} className="animate-spin" />
        </ProgressBar>
      ) : (
        icone
      )}
      {children}
    </Button>
  )
}
