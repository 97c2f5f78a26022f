import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { Constat } from '@/lib/domaine/acte/regles-signature'
import { typographier } from '@/lib/presentation/typographie'

/** Ce qui bloque, puis ce qu'il faut savoir, chacun avec sa source. */
export function Constats({ constats }: { constats: readonly Constat[] }) {
  if (constats.length === 0)
    return (
      <p className="flex items-start gap-2">
        <CircleCheck aria-hidden size={20} className="mt-0.5 shrink-0 text-tenu" />
        Rien ne s’oppose à l’envoi : avis, délibérations, mentions et signataires sont réunis.
      </p>
    )
  return (
    <ul className="divide-y divide-trait border-y border-trait">
      {constats.map((c) => (
        <li key={`${c.code}-${c.partieId}-${c.message}`} className="flex items-start gap-3 py-3">
          {c.niveau === 'bloque' ? (
            <CircleAlert aria-hidden size={20} className="mt-0.5 shrink-0 text-manque" />
          ) : (
            <TriangleAlert aria-hidden size={20} className="mt-0.5 shrink-0 text-vigilance" />
          )}
          <p className="min-w-0">
            <span className="font-medium">{c.niveau === 'bloque' ? 'Empêche l’envoi. ' : 'À savoir. '}</span>
            {typographier(c.message)}
            <span className="block text-sm text-encre-2">{typographier(c.source)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
