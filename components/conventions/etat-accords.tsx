import type { AccordsLus } from '@/lib/lectures/acceptation/lire-accords'
import { dateEtHeure } from '@/lib/presentation/typographie'

/** Qui a accepté l'ensemble de la version courante, et qui ne l'a pas encore fait. */
export function EtatAccords({ accords: a }: { accords: AccordsLus }) {
  const centres = a.organisations.filter((o) => o.role === 'CENTRE')
  return (
    <section className="flex flex-col gap-2 text-[0.9375rem]">
      <h2 className="font-semibold">Accord sur la version {a.version.numero}</h2>
      <ul className="space-y-2">
        {(centres.length ? centres : a.organisations).map((o) => (
          <li key={o.id}>
            <p className="font-medium">{o.nom}</p>
            <p className="text-sm text-encre-2">{dire(a, o)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function dire(a: AccordsLus, o: AccordsLus['organisations'][number]): string {
  if (o.ensemble) return `Accepté en entier par ${o.ensemble.par}, le ${dateEtHeure(o.ensemble.le)}`
  const articles = a.groupes.filter((g) => g.genre !== 'preambule')
  const acceptes = articles.filter((g) =>
    g.membres.every((m) => a.unites[m]?.find((u) => u.organisationId === o.id)?.etat === 'accepte'),
  ).length
  return acceptes ? `${acceptes} sur ${articles.length} articles et annexes acceptés` : 'Pas encore accepté'
}
