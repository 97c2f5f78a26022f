'use client'

import { joindre } from '@/components/ui/joindre'

export type Volet = 'plan' | 'feuille' | 'marge'
const NOMS: Record<Volet, string> = { plan: 'Plan', feuille: 'Feuille', marge: 'Article' }

/** Sous 1024 px, une pièce à la fois. */
export function Volets({ volet, onVolet }: { volet: Volet; onVolet: (v: Volet) => void }) {
  return (
    <div
      role="group"
      aria-label="Partie de l’écran"
      className="sticky top-14 z-10 flex border-b border-trait bg-fond lg:hidden"
    >
      {(Object.keys(NOMS) as Volet[]).map((v) => (
        <button
          key={v}
          type="button"
          aria-pressed={v === volet}
          onClick={() => onVolet(v)}
          className={joindre(
            'min-h-11 flex-1 border-b-3',
            v === volet ? 'border-accent font-medium text-accent' : 'border-transparent text-encre-2',
          )}
        >
          {NOMS[v]}
        </button>
      ))}
    </div>
  )
}
