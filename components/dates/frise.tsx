import { joindre } from '@/components/ui/joindre'
import { TempsRelatif } from '@/components/ui/temps-relatif'
import { type EtapeDeFrise, SOURCES_DITES } from '@/lib/presentation/conventions/dates'
import { dateAvecJour, typographier } from '@/lib/presentation/typographie'

type Proprietes = {
  etapes: readonly EtapeDeFrise[]
  /** Aujourd'hui, AAAA-MM-JJ. */
  jour: string
  maintenant: Date
  fin: string | null
}

/** La vie de l'acte, du haut vers le bas : chaque date avec sa règle. Le trait se remplit jusqu'à aujourd'hui. */
export function Frise({ etapes, jour, maintenant, fin }: Proprietes) {
  const aVenir = etapes.findIndex((e) => e.le > jour)
  const rang = aVenir < 0 ? etapes.length : aVenir
  return (
    <section aria-labelledby="frise" className="min-w-0">
      <h2 id="frise" className="mb-4 font-serif text-xl font-semibold">
        Les dates, et comment elles sont calculées
      </h2>
      {!fin && (
        <p className="mb-4 max-w-lecture text-encre-2">
          Le dernier jour n’est pas connu : ni durée ni date de fin n’ont été enregistrées avec l’acte signé.
          Sans lui, ni alerte ni dernier jour de préavis ne se calculent.
        </p>
      )}
      <ol className="max-w-lecture">
        {etapes.slice(0, rang).map((e) => (
          <Etape key={e.cle} etape={e} passee maintenant={maintenant} />
        ))}
        <li
          aria-current="date"
          className="relative border-l-2 border-trait pb-7 pl-6 last:border-transparent last:pb-0"
        >
          <span aria-hidden className="absolute top-1 -left-[0.4375rem] size-3 rotate-45 bg-accent" />
          <p className="font-semibold text-accent">
            Aujourd’hui, <time dateTime={jour}>{dateAvecJour(jour)}</time>
          </p>
        </li>
        {etapes.slice(rang).map((e) => (
          <Etape key={e.cle} etape={e} passee={false} maintenant={maintenant} />
        ))}
      </ol>
    </section>
  )
}

const POINTS: Record<EtapeDeFrise['ton'], string> = {
  passe: 'bg-encre-2',
  ordinaire: 'bg-surface border-2 border-encre-2',
  alerte: 'bg-surface border-2 border-vigilance',
  fin: 'bg-manque',
}

function Etape({ etape: e, passee, maintenant }: { etape: EtapeDeFrise; passee: boolean; maintenant: Date }) {
  return (
    <li
      className={joindre(
        'relative border-l-2 pb-7 pl-6 last:border-transparent last:pb-0',
        passee ? 'border-encre-2' : 'border-trait',
      )}
    >
      <span
        aria-hidden
        className={joindre(
          'absolute top-1.5 -left-[0.4375rem] size-3 rounded-full',
          POINTS[passee && e.ton !== 'fin' ? 'passe' : e.ton],
        )}
      />
      <h3 className="font-semibold">{e.libelle}</h3>
      <p className={joindre(!passee && e.ton === 'fin' && 'font-medium')}>
        <TempsRelatif date={e.le} maintenant={maintenant} forme="jour" />
      </p>
      <p className="mt-1 text-[0.9375rem] text-pretty">{typographier(e.calcul)}</p>
      <p className="text-sm text-encre-2">
        {SOURCES_DITES[e.source]} : {typographier(e.fondement)}
      </p>
    </li>
  )
}
