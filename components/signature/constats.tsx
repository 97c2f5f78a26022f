import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { Constat } from '@/lib/domaine/acte/regles-signature'
import { compter, typographier } from '@/lib/presentation/typographie'

/** Ce qui empêche l'envoi à la signature, puis ce qu'il faut savoir ; chaque règle avec sa source, dite une fois. */
export function Constats({ constats }: { constats: readonly Constat[] }) {
  const bloquants = constats.filter((c) => c.niveau === 'bloque')
  const aSavoir = constats.filter((c) => c.niveau === 'previent')
  if (constats.length === 0)
    return (
      <p className="flex items-start gap-2">
        <CircleCheck aria-hidden size={20} className="mt-0.5 shrink-0 text-tenu" />
        Rien ne s’oppose à l’envoi : avis, délibérations, mentions et signataires sont réunis.
      </p>
    )
  return (
    <div className="flex flex-col gap-6">
      {bloquants.length > 0 && (
        <Groupe
          titre={`${compter(bloquants.length, 'point')} à régler avant l’envoi à la signature`}
          icone={CircleAlert}
          couleur="text-manque"
          constats={bloquants}
        />
      )}
      {aSavoir.length > 0 && (
        <Groupe titre="À savoir" icone={TriangleAlert} couleur="text-vigilance" constats={aSavoir} />
      )}
    </div>
  )
}

type Proprietes = { titre: string; icone: LucideIcon; couleur: string; constats: readonly Constat[] }

function Groupe({ titre, icone: Icone, couleur, constats }: Proprietes) {
  const sources = [...new Set(constats.map((c) => c.source))]
  return (
    <div>
      <h3 className="mb-2 flex items-start gap-2 font-semibold">
        <Icone aria-hidden size={20} className={`mt-0.5 shrink-0 ${couleur}`} />
        {titre}
      </h3>
      <ul className="divide-y divide-trait border-y border-trait">
        {sources.map((source) => (
          <li key={source} className="py-3">
            {constats
              .filter((c) => c.source === source)
              .map((c) => (
                <p key={`${c.code}-${c.partieId}-${c.message}`} className="max-w-lecture">
                  {typographier(c.message)}
                </p>
              ))}
            <p className="text-sm text-encre-2">{typographier(`Source : ${source}`)}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
