import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import type { LigneAffichee } from '@/lib/presentation/conventions/liste'
import { dateCourte } from '@/lib/presentation/typographie'

/** Une convention : la ville d'abord, puis ce qu'il y a à faire. Sous 640 px, les lignes s'empilent. */
export function LigneConvention({ ligne }: { ligne: LigneAffichee }) {
  const aMoi = ligne.suite.startsWith('À vous')
  return (
    <li className="relative grid gap-x-6 gap-y-1 border-b border-trait bg-surface px-4 py-3.5 hover:bg-fond sm:grid-cols-[minmax(0,1fr)_minmax(0,17rem)_9.5rem]">
      <div className="min-w-0">
        <Link
          href={adresseConvention(ligne.reference)}
          className="text-[1.0625rem] font-semibold no-underline after:absolute after:inset-0 hover:text-accent"
        >
          {ligne.ville}
        </Link>
        <p className="text-[0.9375rem] text-pretty">{ligne.titre}</p>
        <p className="flex flex-wrap gap-x-3 text-sm text-encre-2">
          <span className="tabular-nums">{ligne.reference}</span>
          {ligne.groupe && <span>{ligne.groupe}</span>}
          {ligne.reprise && <span>Acte repris</span>}
        </p>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-1 pt-0.5">
        <Etiquette ton={ligne.etat.ton}>{ligne.etat.libelle}</Etiquette>
        <span className={aMoi ? 'text-sm font-medium text-accent' : 'text-sm text-encre-2'}>
          {ligne.suite}
        </span>
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm tabular-nums sm:grid sm:grid-cols-[3rem_1fr] sm:content-start sm:gap-x-1 sm:pt-0.5">
        <Date terme="Effet" date={ligne.dateEffet} />
        <Date terme="Fin" date={ligne.dateFin} />
        {ligne.avenants > 0 && (
          <div className="flex gap-1 sm:col-span-2">
            <dt className="sr-only">Avenants</dt>
            <dd>
              {ligne.avenants} avenant{ligne.avenants > 1 ? 's' : ''}
            </dd>
          </div>
        )}
      </dl>
    </li>
  )
}

const Date = ({ terme, date }: { terme: string; date: string | null }) => (
  <div className="flex gap-1 sm:contents">
    <dt className="text-encre-2">{terme}</dt>
    <dd>
      {date ? (
        <time dateTime={date}>{dateCourte(date)}</time>
      ) : (
        <span className="text-encre-2">
          —<span className="sr-only">non connue</span>
        </span>
      )}
    </dd>
  </div>
)
