import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { joindre } from './joindre'
import { CLASSES_TON, ICONES_TON, type Ton } from './tons'

type Proprietes = {
  ton?: Ton
  /** Icône propre ; par défaut celle du ton. `null` pour aucune (ton neutre ou accent seulement). */
  icone?: LucideIcon | null
  children: ReactNode
  className?: string
}

/** Pastille : une icône, un mot ; la couleur ne porte jamais seule le sens. */
export function Etiquette({ ton = 'neutre', icone, children, className }: Proprietes) {
  const Icone = icone === undefined ? (ton === 'neutre' ? null : ICONES_TON[ton]) : icone
  return (
    <span
      className={joindre(
        'inline-flex max-w-full items-center gap-1 rounded border px-1.5 py-px align-baseline text-[0.8125rem] leading-5 font-medium',
        CLASSES_TON[ton],
        className,
      )}
    >
      {Icone && <Icone aria-hidden size={14} className="shrink-0" />}
      <span className="min-w-0">{children}</span>
    </span>
  )
}
