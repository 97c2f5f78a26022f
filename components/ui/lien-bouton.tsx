import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { classesBouton, type TailleBouton, type VarianteBouton } from './classes-bouton'

type Proprietes = ComponentProps<typeof Link> & {
  variante?: VarianteBouton
  taille?: TailleBouton
  icone?: ReactNode
}

/** Lien qui mène à une action, avec l'allure d'un bouton. */
export function LienBouton({ variante, taille, icone, children, className, ...reste }: Proprietes) {
  return (
    <Link {...reste} className={classesBouton(variante, taille, className)}>
      {icone}
      {children}
    </Link>
  )
}
