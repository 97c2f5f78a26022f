import { joindre } from './joindre'

/** Lignes grises pendant un chargement ; l'attente est dite une fois. */
export function Squelette({
  lignes = 3,
  titre = false,
  libelle = 'Chargement en cours',
  className,
}: {
  lignes?: number
  titre?: boolean
  libelle?: string
  className?: string
}) {
  return (
    <div role="status" className={joindre('flex flex-col gap-3', className)}>
      <span className="sr-only">{libelle}</span>
      {titre && <span aria-hidden className="h-7 w-2/5 animate-pulse rounded bg-surface-2" />}
      {Array.from({ length: lignes }, (_, i) => (
        <span
          key={i}
          aria-hidden
          className={joindre('h-4 animate-pulse rounded bg-surface-2', i % 3 === 2 ? 'w-3/5' : 'w-full')}
        />
      ))}
    </div>
  )
}
