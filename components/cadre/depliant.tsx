'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { joindre } from '../ui/joindre'

type Proprietes = { resume: ReactNode; children: ReactNode; className?: string; classePanneau?: string }

/** Panneau dépliable qui marche sans script ; avec lui, Échap, un clic ailleurs ou une page nouvelle le referment. */
export function Depliant(proprietes: Proprietes) {
  return <Panneau key={usePathname()} {...proprietes} />
}

function Panneau({ resume, children, className, classePanneau }: Proprietes) {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const fermer = (evenement: Event) => {
      const details = ref.current
      if (!details?.open) return
      if (evenement instanceof KeyboardEvent) {
        if (evenement.key !== 'Escape') return
        if (details.contains(document.activeElement)) details.querySelector('summary')?.focus()
        details.open = false
      } else if (evenement.target instanceof Node && !details.contains(evenement.target)) details.open = false
    }
    document.addEventListener('keydown', fermer)
    document.addEventListener('pointerdown', fermer)
    return () => {
      document.removeEventListener('keydown', fermer)
      document.removeEventListener('pointerdown', fermer)
    }
  }, [])
  return (
    <details ref={ref} className={joindre('group relative', className)}>
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-md px-2 hover:bg-surface-2">
        {resume}
      </summary>
      <div
        className={joindre(
          'absolute top-full z-40 mt-1 rounded-md border border-trait bg-surface p-2 shadow-flottant',
          classePanneau,
        )}
      >
        {children}
      </div>
    </details>
  )
}
