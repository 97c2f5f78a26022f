import type { ReactNode } from 'react'

type Proprietes = {
  titre: ReactNode
  children?: ReactNode
  action?: ReactNode
  icone?: ReactNode
  niveau?: 2 | 3
}

/** Rien à montrer : dire pourquoi, et la chose sensée à faire ensuite. */
export function EtatVide({ titre, children, action, icone, niveau = 2 }: Proprietes) {
  const Titre = niveau === 2 ? 'h2' : 'h3'
  return (
    <div className="flex flex-col items-start gap-2 border-y border-trait py-10 sm:px-6">
      {icone && (
        <span aria-hidden className="text-encre-2">
          {icone}
        </span>
      )}
      <Titre className="font-serif text-xl font-semibold">{titre}</Titre>
      {children && <div className="max-w-lecture text-encre-2">{children}</div>}
      {action && <div className="flex flex-wrap gap-2 pt-3">{action}</div>}
    </div>
  )
}
