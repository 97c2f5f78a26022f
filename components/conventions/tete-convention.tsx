import Link from 'next/link'
import type { ReactNode } from 'react'
import { EntetePage } from '@/components/ui/entete-page'
import { Etiquette } from '@/components/ui/etiquette'
import { joindre } from '@/components/ui/joindre'
import { TempsRelatif } from '@/components/ui/temps-relatif'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import { adresseConvention, adresseDates } from '@/lib/presentation/conventions/adresses'
import { avenantNumero } from '@/lib/presentation/conventions/avenants'
import { etatDit } from '@/lib/presentation/conventions/etats'
import { villeDe } from '@/lib/presentation/conventions/lecture'

type Proprietes = {
  convention: ConventionLue
  suite: string
  maintenant: Date
  /** Vrai sur les pages autres que celle des dates. */
  lienDates: boolean
  actions?: ReactNode
}

/** Où en est la convention, ce qui vient ensuite, ses dates et le chemin de leur calcul. */
export function TeteConvention({ convention: c, suite, maintenant, lienDates, actions }: Proprietes) {
  const etat = etatDit(c)
  const ville = villeDe(c)
  const debut = c.dates.effet ?? c.dates.signature
  const dernier = c.dates.resiliation ?? c.dates.fin
  return (
    <EntetePage
      surtitre={<span className="tabular-nums">{c.reference}</span>}
      titre={titreDe(c, ville)}
      actions={actions}
      filAriane={[
        { libelle: 'Conventions', href: '/conventions' },
        ...(c.initiale
          ? [
              { libelle: ville || c.initiale.reference, href: adresseConvention(c.initiale.reference) },
              { libelle: avenantNumero(c.rang) },
            ]
          : [{ libelle: ville || c.reference }]),
      ]}
    >
      {c.initiale && (
        <p>
          {avenantNumero(c.rang)} à la convention{' '}
          <Link className="lien" href={adresseConvention(c.initiale.reference)}>
            {c.initiale.titre} (<span className="whitespace-nowrap">{c.initiale.reference}</span>)
          </Link>
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Etiquette ton={etat.ton}>{etat.libelle}</Etiquette>
        <span className={joindre('font-medium', suite.startsWith('À vous') && 'text-accent')}>{suite}</span>
      </p>
      <dl className="flex flex-wrap gap-x-8 gap-y-1 text-[0.9375rem]">
        {debut && <Date terme="Effet" date={debut} maintenant={maintenant} />}
        {dernier && !c.initiale && <Date terme="Dernier jour" date={dernier} maintenant={maintenant} />}
        <Date terme={c.initiale ? 'Modifié' : 'Modifiée'} date={c.modifieLe} maintenant={maintenant} />
      </dl>
      {lienDates && debut && (
        <Link className="lien self-start text-[0.9375rem]" href={adresseDates(c.reference)}>
          Comment ces dates sont calculées
        </Link>
      )}
    </EntetePage>
  )
}

const titreDe = (c: ConventionLue, ville: string): string =>
  [ville, c.initiale ? `${avenantNumero(c.rang)}, ${c.titre}` : c.titre].filter(Boolean).join(' – ')

const Date = ({ terme, date, maintenant }: { terme: string; date: string | Date; maintenant: Date }) => (
  <div className="flex flex-wrap gap-x-2">
    <dt className="text-encre-2">{terme}</dt>
    <dd>
      <TempsRelatif date={date} maintenant={maintenant} />
    </dd>
  </div>
)
