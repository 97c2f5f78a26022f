import { Etiquette } from '@/components/ui/etiquette'
import type { Constat } from '@/lib/domaine/acte/regles-signature'
import { typographier } from '@/lib/presentation/typographie'

/** Ce qui empêche la signature, puis ce qu'il faut savoir ; chaque règle avec sa source. */
export function Constats({ constats }: { constats: readonly Constat[] }) {
  if (constats.length === 0)
    return (
      <p>
        <Etiquette ton="tenu">Rien ne s’y oppose</Etiquette> L’acte peut être envoyé à la signature.
      </p>
    )
  return (
    <ul className="divide-y divide-trait border-y border-trait">
      {constats.map((c, i) => (
        <li key={`${c.code}-${c.partieId}-${i}`} className="py-3">
          <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
            <Etiquette ton={c.niveau === 'bloque' ? 'manque' : 'vigilance'}>
              {c.niveau === 'bloque' ? 'Bloque' : 'À savoir'}
            </Etiquette>
            <span className="max-w-lecture">{typographier(c.message)}</span>
          </p>
          <p className="text-sm text-encre-2">{typographier(`Source : ${c.source}`)}</p>
        </li>
      ))}
    </ul>
  )
}
