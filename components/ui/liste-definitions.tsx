import type { ReactNode } from 'react'
import { joindre } from './joindre'

export type Definition = { terme: ReactNode; valeur: ReactNode; cle?: string }

/** Termes et valeurs alignés ; empilés quand la place manque. Une valeur absente se dit. */
export function ListeDefinitions({
  elements,
  absente = 'Non renseigné',
  className,
}: {
  elements: readonly Definition[]
  absente?: string
  className?: string
}) {
  return (
    <dl className={joindre('divide-y divide-trait border-y border-trait', className)}>
      {elements.map((e, rang) => (
        <div
          key={e.cle ?? rang}
          className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(9rem,14rem)_1fr]"
        >
          <dt className="text-encre-2">{e.terme}</dt>
          <dd className="min-w-0">
            {e.valeur === null || e.valeur === undefined || e.valeur === '' ? (
              <span className="text-inconnu italic">{absente}</span>
            ) : (
              e.valeur
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
