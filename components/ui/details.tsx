import { ChevronRight } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { joindre } from './joindre'

type Proprietes = Omit<ComponentProps<'details'>, 'title'> & { titre: ReactNode; complement?: ReactNode }

/** Partie repliable, sans script. */
export function Details({ titre, complement, children, className, ...reste }: Proprietes) {
  return (
    <details {...reste} className={joindre('group border-t border-trait last:border-b', className)}>
      <summary className="flex min-h-11 list-none items-center gap-2 py-2 font-medium hover:text-accent">
        <ChevronRight aria-hidden size={18} className="shrink-0 transition-transform group-open:rotate-90" />
        <span className="min-w-0 flex-1">{titre}</span>
        {complement && <span className="text-sm font-normal text-encre-2">{complement}</span>}
      </summary>
      <div className="pb-4 pl-6.5">{children}</div>
    </details>
  )
}
