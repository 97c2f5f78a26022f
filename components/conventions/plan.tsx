import { joindre } from '@/components/ui/joindre'
import type { EntreePlan } from '@/lib/presentation/conventions/lecture'

/** Plan de la feuille : un lien par article, et ce qui le distingue du modèle. */
export function Plan({
  lien = '',
  entrees,
  retraits,
}: {
  /** Adresse de la feuille quand elle est sur un autre onglet. */
  lien?: string
  entrees: readonly EntreePlan[]
  retraits: readonly { titre: string; motif: string }[]
}) {
  return (
    <nav aria-labelledby="titre-plan" className="text-[0.9375rem]">
      <h2 id="titre-plan" className="mb-2 font-semibold">
        Plan
      </h2>
      <ol className="border-l border-trait">
        {entrees.map((e) => (
          <li key={e.ancre}>
            <a
              href={`${lien}#${encodeURIComponent(e.ancre)}`}
              className={joindre(
                '-ml-px block border-l-2 border-transparent py-1 pr-1 no-underline hover:border-accent hover:text-accent',
                e.niveau > 1 ? 'pl-7 text-sm' : 'pl-3',
              )}
            >
              {e.numero && <span className="text-encre-2 tabular-nums">{e.numero} </span>}
              {e.titre}
              {e.marques.length > 0 && (
                <span className="block text-[0.8125rem] text-vigilance">{e.marques.join(', ')}</span>
              )}
            </a>
          </li>
        ))}
      </ol>
      {retraits.length > 0 && (
        <div className="mt-5">
          <h3 className="mb-1 text-sm font-semibold">Laissé hors du texte</h3>
          <ul className="space-y-2 text-sm">
            {retraits.map((r) => (
              <li key={r.titre}>
                <del className="bg-transparent">{r.titre}</del>
                <span className="block text-encre-2">{r.motif}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </nav>
  )
}
