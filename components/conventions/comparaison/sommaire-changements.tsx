import type { ComparaisonDite } from '@/lib/presentation/conventions/versions'

/** Sommaire des changements : un lien par unité touchée ; les renumérotations sont dites à part. */
export function SommaireChangements({
  changements,
  renumerotations,
}: Pick<ComparaisonDite, 'changements' | 'renumerotations'>) {
  return (
    <nav aria-labelledby="titre-changements" className="text-[0.9375rem]">
      <h3 id="titre-changements" className="mb-2 font-semibold">
        Changements
      </h3>
      {changements.length === 0 ? (
        <p className="text-encre-2">Les deux textes disent la même chose.</p>
      ) : (
        <ol className="border-l border-trait">
          {changements.map((c) => (
            <li key={c.ancre}>
              <a
                href={`#${encodeURIComponent(c.ancre)}`}
                className="-ml-px block border-l-2 border-transparent py-1 pl-3 no-underline hover:border-accent hover:text-accent"
              >
                {c.nom}
                <span className="block text-[0.8125rem] text-encre-2">{c.sort}</span>
              </a>
            </li>
          ))}
        </ol>
      )}
      {renumerotations.length > 0 && (
        <details className="mt-4 text-sm text-encre-2">
          <summary className="cursor-pointer font-medium">Numéros changés ({renumerotations.length})</summary>
          <ul className="mt-1 space-y-0.5 pl-3">
            {renumerotations.map((r) => (
              <li key={r}>{r}</li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  )
}
