import type { ReactNode } from 'react'
import type { Phrase } from '@/lib/presentation/tableau/attention'
import { adresse } from '@/lib/presentation/tableau/donnees'
import { CLASSES_TON, ICONES_TON } from '../ui/tons'

/** Une partie d'un tableau, titrée ; `exports` : sa table, vers un tableur. */
export const Partie = ({
  titre,
  id,
  exports,
  note,
  children,
}: {
  titre: string
  id?: string
  exports?: ReactNode
  note?: ReactNode
  children: ReactNode
}) => (
  <section id={id} aria-label={titre} className="mb-10">
    <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h2 className="font-serif text-xl font-semibold">{titre}</h2>
      {exports}
    </div>
    {note && <p className="mb-3 max-w-lecture text-sm text-encre-2">{note}</p>}
    {children}
  </section>
)

/** La table qui suit, vers Excel ou en CSV, avec les filtres de l'écran. */
export const Exporter = ({
  table,
  filtres,
  quoi,
}: {
  table: string
  filtres: Parameters<typeof adresse>[1]
  quoi: string
}) => (
  <p className="sans-impression flex gap-4 text-sm">
    {(['xlsx', 'csv'] as const).map((format) => (
      <a
        key={format}
        className="lien"
        href={adresse(`/api/tableau/${format}`, { ...filtres, page: 1 }, { table })}
        aria-label={`${quoi}, ${format === 'xlsx' ? 'vers Excel' : 'en CSV'}`}
      >
        {format === 'xlsx' ? 'Excel' : 'CSV'}
      </a>
    ))}
  </p>
)

/** Ce qui demande attention, une phrase par ligne, avec son icône et ce qui l'ouvre. */
export function Phrases({ phrases }: { phrases: readonly Phrase[] }) {
  if (phrases.length === 0)
    return <p className="max-w-lecture">Rien ne demande attention sur cette période.</p>
  return (
    <ul className="max-w-4xl border-t border-trait">
      {phrases.map((p) => {
        const Icone = ICONES_TON[p.ton]
        return (
          <li
            key={p.cle}
            className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-trait py-3 sm:flex-nowrap"
          >
            <span className={`mt-0.5 rounded border p-1 ${CLASSES_TON[p.ton]}`}>
              <Icone aria-hidden size={16} />
            </span>
            <span className="min-w-0 flex-1 basis-60">{p.phrase}.</span>
            <a className="lien text-sm whitespace-nowrap" href={p.href}>
              {p.verbe}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
