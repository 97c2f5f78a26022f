import Link from 'next/link'
import { joindre } from '@/components/ui/joindre'
import type { Moment } from '@/lib/presentation/avenant/en-vigueur'
import { dateEnLettres } from '@/lib/presentation/typographie'

const POINTS: Record<Moment['etat'], string> = {
  applique: 'bg-encre-2',
  montre: 'bg-accent outline-3 outline-accent-fond',
  'a-venir': 'bg-surface border-2 border-encre-2',
  'sans-effet': 'bg-surface border-2 border-manque',
}
const DITS: Partial<Record<Moment['etat'], string>> = {
  montre: 'Texte montré',
  'a-venir': 'Pas encore en vigueur à cette date',
  'sans-effet': 'Sans effet : après la fin de la convention',
}

/** La convention et ses avenants, dans l'ordre où ils ont pris effet ; chaque date mène à son texte, chaque acte à l'original. */
export function LigneDuTemps({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol>
      {moments.map((m) => (
        <li
          key={m.cle}
          aria-current={m.etat === 'montre' ? 'step' : undefined}
          className={joindre(
            'relative border-l-2 pb-5 pl-5 last:border-transparent last:pb-0',
            m.etat === 'applique' ? 'border-encre-2' : 'border-trait',
          )}
        >
          <span
            aria-hidden
            className={joindre('absolute top-1.5 -left-[0.4375rem] size-3 rounded-full', POINTS[m.etat])}
          />
          <p className={joindre('text-[0.9375rem]', m.etat === 'montre' && 'font-semibold')}>
            <Link className="lien" href={m.href}>
              <time dateTime={m.le}>{dateEnLettres(m.le)}</time>
            </Link>
          </p>
          <p className="text-sm">
            {m.libelle}
            {m.precision && <span className="text-encre-2">, {m.precision}</span>}
          </p>
          <p className="text-sm text-encre-2">
            {DITS[m.etat] && <span className="block">{DITS[m.etat]}</span>}
            <Link className="lien" href={m.acte}>
              Lire l’acte signé<span className="sr-only"> ({m.libelle})</span>
            </Link>
          </p>
        </li>
      ))}
    </ol>
  )
}
