import type { ReactNode } from 'react'
import { LiensOnglets } from '@/components/ui/liens-onglets'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import { prochaineEtape, regardDe } from '@/lib/presentation/conventions/etats'
import { type OngletActe, ongletsDe } from '@/lib/presentation/conventions/onglets'
import { TeteConvention } from './tete-convention'

type Proprietes = {
  convention: ConventionLue
  acteur: Acteur
  maintenant: Date
  onglet: OngletActe
  actions?: ReactNode
  children: ReactNode
}

/** Cadre commun des pages d'un acte : où il en est, ce qui vient, et ses pages dans l'ordre de sa vie. */
export function CadreActe({ convention: c, maintenant, onglet, actions, children }: Proprietes) {
  const suite = prochaineEtape(
    {
      ...c,
      dateEffet: c.dates.effet ?? c.dates.signature,
      dateFin: c.dates.fin,
      resilieeLe: c.dates.resiliation,
    },
    regardDe(c.qualites),
    aujourdHuiAParis(maintenant),
  )
  const onglets = ongletsDe(c)
  return (
    <>
      <TeteConvention
        convention={c}
        maintenant={maintenant}
        suite={suite}
        lienDates={c.etape === 'SIGNEE' && onglet !== 'dates'}
        actions={actions}
      />
      {onglets.length > 1 && (
        <LiensOnglets
          libelle="Pages de cet acte"
          liens={onglets.map((o) => ({ libelle: o.libelle, href: o.href, actif: o.cle === onglet }))}
        />
      )}
      {children}
    </>
  )
}
