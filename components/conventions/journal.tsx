import { Details } from '@/components/ui/details'
import type { EntreeJournal } from '@/lib/presentation/conventions/journal'
import { dateAvecJour } from '@/lib/presentation/typographie'
import { Difference } from './difference'

/** Le journal, jour par jour ; le détail d'un changement se déplie. */
export function Journal({ jours }: { jours: readonly { jour: string; lignes: readonly EntreeJournal[] }[] }) {
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      {jours.map(({ jour, lignes }) => (
        <section key={jour} aria-labelledby={`jour-${jour}`}>
          <h2 id={`jour-${jour}`} className="mb-1 font-semibold first-letter:uppercase">
            <time dateTime={jour}>{dateAvecJour(jour)}</time>
          </h2>
          <ol className="border-t border-trait">
            {lignes.map((l) => (
              <li
                key={l.id}
                className="grid gap-x-6 gap-y-1 border-b border-trait py-3 sm:grid-cols-[10rem_minmax(0,1fr)]"
              >
                <span className="text-sm text-encre-2 tabular-nums sm:pt-0.5">{l.moment}</span>
                <div className="min-w-0">
                  <p>{l.phrase}.</p>
                  {l.motif && <p className="text-encre-2">Motif : {l.motif}</p>}
                  {l.change && (
                    <Details
                      titre="Ce qui a changé"
                      className="mt-1 border-0 text-[0.9375rem] last:border-b-0"
                    >
                      <Difference {...l.change} />
                    </Details>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
