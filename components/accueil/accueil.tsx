import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Etiquette } from '@/components/ui/etiquette'
import { TempsRelatif } from '@/components/ui/temps-relatif'
import type { Nouveaute } from '@/lib/lectures/accueil/lire-accueil'
import { faitNouveau, type Tache } from '@/lib/presentation/accueil'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import type { Echeance } from '@/lib/presentation/echeances'

const VISIBLES = 8

/** Ce qui attend : une ligne, un verbe, un clic. Au-delà de huit, le reste se déplie. */
export function Taches({ taches }: { taches: readonly Tache[] }) {
  const reste = taches.slice(VISIBLES)
  return (
    <>
      <ol className="border-t border-trait">
        {taches.slice(0, VISIBLES).map((t) => (
          <LigneTache key={t.cle} tache={t} />
        ))}
      </ol>
      {reste.length > 0 && (
        <details className="group">
          <summary className="lien min-h-11 py-3 group-open:hidden">
            {reste.length === 1 ? 'Une autre chose vous attend' : `${reste.length} autres vous attendent`}
          </summary>
          <ol>
            {reste.map((t) => (
              <LigneTache key={t.cle} tache={t} />
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

const LigneTache = ({ tache: t }: { tache: Tache }) => (
  <li className="relative flex items-center gap-x-4 border-b border-trait bg-surface px-4 py-3 hover:bg-fond">
    <div className="min-w-0 flex-1">
      <p className="font-semibold">{t.ville}</p>
      <p className="text-[0.9375rem] text-pretty">{t.phrase}</p>
    </div>
    <Link
      href={t.href}
      className="flex shrink-0 items-center gap-1 font-medium text-accent no-underline after:absolute after:inset-0 hover:underline"
    >
      {t.verbe}
      <span className="sr-only"> : {t.ville}</span>
      <ArrowRight aria-hidden size={16} />
    </Link>
  </li>
)

const ECHEANCES = 6

/** Ce qui vient, daté, du plus proche au plus lointain ; au-delà de six, le reste se déplie. */
export function Echeances({ echeances, maintenant }: { echeances: readonly Echeance[]; maintenant: Date }) {
  const reste = echeances.slice(ECHEANCES)
  return (
    <>
      <ol className="border-t border-trait">
        {echeances.slice(0, ECHEANCES).map((e) => (
          <LigneEcheance key={e.cle} echeance={e} maintenant={maintenant} />
        ))}
      </ol>
      {reste.length > 0 && (
        <details className="group">
          <summary className="lien min-h-11 py-3 group-open:hidden">
            {reste.length === 1 ? 'Une autre échéance' : `${reste.length} autres échéances`}
          </summary>
          <ol>
            {reste.map((e) => (
              <LigneEcheance key={e.cle} echeance={e} maintenant={maintenant} />
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

const LigneEcheance = ({ echeance: e, maintenant }: { echeance: Echeance; maintenant: Date }) => (
  <li className="relative border-b border-trait py-3">
    <p className="text-[0.9375rem] first-letter:uppercase">
      <TempsRelatif date={e.le} maintenant={maintenant} forme="jour" />
    </p>
    <p className="flex flex-wrap items-baseline gap-x-2">
      <Link
        href={e.href}
        className="font-semibold no-underline after:absolute after:inset-0 hover:text-accent"
      >
        {e.ville}
        <span className="sr-only"> : {e.phrase}</span>
      </Link>
      {e.etiquette && <Etiquette ton={e.etiquette.ton}>{e.etiquette.libelle}</Etiquette>}
    </p>
    <p className="text-[0.9375rem] text-pretty">{e.phrase}</p>
    {e.suite && <p className="text-sm text-encre-2 text-pretty">{e.suite}</p>}
  </li>
)

/** Ce que les autres ont fait depuis la visite précédente. */
export const Nouveautes = ({
  nouveautes,
  maintenant,
}: {
  nouveautes: readonly Nouveaute[]
  maintenant: Date
}) => (
  <ul className="space-y-3 border-t border-trait pt-3 text-[0.9375rem]">
    {nouveautes.map((n) => (
      <li key={n.id}>
        {n.auteur} {faitNouveau(n.evenement)}{' '}
        <Link
          className="lien whitespace-nowrap tabular-nums"
          href={`${adresseConvention(n.reference)}/journal`}
        >
          {n.reference}
        </Link>
        <TempsRelatif className="block text-sm text-encre-2" date={n.le} maintenant={maintenant} />
      </li>
    ))}
  </ul>
)

export const Partie = ({
  titre,
  aide,
  children,
}: {
  titre: string
  aide?: ReactNode
  children: ReactNode
}) => (
  <section className="flex flex-col gap-3">
    <h2 className="font-serif text-xl font-semibold">{titre}</h2>
    {aide && <p className="-mt-2 text-sm text-encre-2">{aide}</p>}
    {children}
  </section>
)
