import { Check, X } from 'lucide-react'
import Link from 'next/link'
import { joindre } from './joindre'

export type PuceFiltre = {
  libelle: string
  /** Adresse qui applique le filtre, ou qui l'enlève s'il est actif. */
  href: string
  actif?: boolean
  compte?: number
}

/** Filtres en liens : l'adresse porte le choix, elle se partage. */
export function PucesFiltre({
  libelle,
  puces,
  effacer,
}: {
  libelle: string
  puces: readonly PuceFiltre[]
  /** Adresse sans aucun filtre ; montrée si l'un est actif. */
  effacer?: string
}) {
  return (
    <nav aria-label={libelle} className="sans-impression flex flex-wrap items-center gap-x-3 gap-y-2">
      <span aria-hidden className="text-sm text-encre-2">
        {libelle}
      </span>
      <ul className="flex flex-wrap gap-2">
        {puces.map((puce) => (
          <li key={puce.href}>
            <Link
              href={puce.href}
              aria-current={puce.actif ? 'true' : undefined}
              className={joindre(
                'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm no-underline',
                puce.actif
                  ? 'border-accent bg-accent text-sur-accent'
                  : 'border-trait-fort bg-surface hover:border-accent hover:text-accent',
              )}
            >
              {puce.actif && <Check aria-hidden size={14} />}
              {puce.libelle}
              {puce.compte !== undefined && <span className="tabular-nums opacity-80">{puce.compte}</span>}
            </Link>
          </li>
        ))}
      </ul>
      {effacer && puces.some((p) => p.actif) && (
        <Link href={effacer} className="lien inline-flex items-center gap-1 text-sm">
          <X aria-hidden size={14} />
          Effacer
        </Link>
      )}
    </nav>
  )
}
