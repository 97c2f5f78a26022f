import type { ReactNode } from 'react'
import { joindre } from './joindre'
import { CLASSES_TON, ICONES_TON, type Ton } from './tons'

type Proprietes = {
  ton?: Ton
  titre?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Lu dès qu'il apparaît : `alert` pour un refus, `status` pour une réussite. Rien s'il était là au chargement. */
  annonce?: 'alert' | 'status'
  /** Peut recevoir le focus par script. */
  focalisable?: boolean
  className?: string
}

const FILETS: Record<Ton, string> = {
  neutre: 'border-l-trait-fort',
  accent: 'border-l-accent',
  tenu: 'border-l-tenu',
  vigilance: 'border-l-vigilance',
  manque: 'border-l-manque',
  inconnu: 'border-l-inconnu',
}

/** Message dans la page. */
export function Encart({
  ton = 'accent',
  titre,
  children,
  actions,
  annonce,
  focalisable,
  className,
}: Proprietes) {
  const Icone = ICONES_TON[ton === 'neutre' ? 'accent' : ton]
  return (
    <div
      role={annonce}
      tabIndex={focalisable ? -1 : undefined}
      className={joindre(
        'flex gap-3 rounded-r-md border border-l-4 border-solid p-4',
        CLASSES_TON[ton],
        FILETS[ton],
        className,
      )}
    >
      <Icone aria-hidden size={20} className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1 space-y-1 text-encre">
        {titre && <p className="font-semibold">{titre}</p>}
        {children && <div className="space-y-2 text-[0.9375rem]">{children}</div>}
        {actions && <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
      </div>
    </div>
  )
}
