import type { Pendant } from '@/lib/domaine/acte/lettres'
import { pendantDit } from '@/lib/presentation/conventions/denonciation'

/** Ce qui dépend encore de la convention et que sa fin ne règle pas. */
export function Pendants({ pendants }: { pendants: readonly Pendant[] }) {
  if (pendants.length === 0) return null
  return (
    <div className="text-[0.9375rem]">
      <p className="font-medium">Ce qui en dépend encore</p>
      <ul className="list-disc space-y-0.5 pl-5">
        {pendants.map((p) => (
          <li key={`${p.nature}-${p.reference}-${p.intitule}`}>{pendantDit(p)}</li>
        ))}
      </ul>
    </div>
  )
}
