import type { ReactNode } from 'react'
import { type Etape, FilAriane } from './fil-ariane'

type Proprietes = {
  titre: ReactNode
  surtitre?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  filAriane?: readonly Etape[]
  /** Étiquettes, dates : sous le titre. */
  children?: ReactNode
}

/** Tête d'une page : fil d'Ariane, titre, ce qu'on peut y faire. */
export function EntetePage({ titre, surtitre, description, actions, filAriane, children }: Proprietes) {
  return (
    <div className="mb-8 flex flex-col gap-3">
      {filAriane && <FilAriane etapes={filAriane} />}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-3xl">
          {surtitre && <p className="surtitre mb-1">{surtitre}</p>}
          <h1 className="font-serif text-[1.75rem] font-semibold sm:text-[2rem]">{titre}</h1>
        </div>
        {actions && <div className="sans-impression flex flex-wrap gap-2">{actions}</div>}
      </div>
      {description && <div className="max-w-lecture text-encre-2">{description}</div>}
      {children}
    </div>
  )
}
