import Link from 'next/link'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { ErreurChamp } from '@/components/ui/enrobage-champ'
import { joindre } from '@/components/ui/joindre'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { fermeLe, type GestionnaireAChoisir } from '@/lib/presentation/conventions/creation'

/** Centres à cocher, sous le gestionnaire qui signera ; les conventions déjà ouvertes sont dites. */
export function ChoixCentres({
  gestionnaires,
  champ,
  erreur,
}: {
  gestionnaires: readonly GestionnaireAChoisir[]
  champ: UseFormRegisterReturn
  erreur: string | null
}) {
  return (
    <div>
      {erreur && <ErreurChamp id="centres">{erreur}</ErreurChamp>}
      <ul className="grid border-t border-trait lg:grid-cols-2 lg:gap-x-10">
        {gestionnaires.map((g) => (
          <li key={g.id} className="border-b border-trait py-3">
            <p
              className={joindre(
                'flex flex-wrap items-baseline gap-x-2',
                g.centres.length === 1 && 'sr-only',
              )}
            >
              <span className="font-semibold">{g.ville}</span>
              <span className="text-sm text-encre-2">
                {g.centres.length} centres, un seul gestionnaire : une seule convention
              </span>
            </p>
            {g.centres.map((c) => (
              <label key={c.id} className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
                <input
                  {...champ}
                  type="checkbox"
                  value={c.id}
                  className="mt-0.5 size-5 shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  {g.centres.length === 1 && <span className="block font-semibold">{g.ville}</span>}
                  <span className={g.centres.length === 1 ? 'block text-[0.9375rem] text-encre-2' : 'block'}>
                    {c.nom}
                  </span>
                  {c.fermeLe && (
                    <span className="block text-sm text-encre-2 first-letter:uppercase">
                      {fermeLe(c.fermeLe)}
                    </span>
                  )}
                </span>
              </label>
            ))}
            {g.ouvertes.length > 0 && (
              <p className="pl-8 text-sm text-vigilance">
                Déjà ouverte avec ce gestionnaire :{' '}
                {g.ouvertes.slice(0, 4).map((r, i) => (
                  <span key={r}>
                    {i > 0 && ', '}
                    <Link className="lien tabular-nums" href={adresseConvention(r)}>
                      {r}
                    </Link>
                  </span>
                ))}
                {g.ouvertes.length > 4 && ` et ${g.ouvertes.length - 4} autres`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
