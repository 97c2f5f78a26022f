'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Barre qui défile en largeur : la page ouverte y est amenée en vue, sans quoi un écran étroit ne dirait pas où l'on est. */
export function NavDefilante({
  libelle,
  className,
  children,
}: {
  libelle: string
  className: string
  children: ReactNode
}) {
  const barre = useRef<HTMLElement>(null)
  useEffect(() => {
    const nav = barre.current
    const actif = nav?.querySelector('[aria-current="page"]')
    if (!nav || !actif) return
    const [n, a] = [nav.getBoundingClientRect(), actif.getBoundingClientRect()]
    nav.scrollLeft += a.left - n.left - (n.width - a.width) / 2
  }, [])
  return (
    <nav ref={barre} aria-label={libelle} className={className}>
      {children}
    </nav>
  )
}
