import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormulaireReprise } from '@/components/conventions/formulaire-reprise'
import { EntetePage } from '@/components/ui/entete-page'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lirePreparation } from '@/lib/lectures/convention/preparer-creation'
import { lireConventionsAReprendre } from '@/lib/lectures/convention/preparer-reprise'
import { exigerSession } from '@/lib/serveur/session'
import { deposer, reprendre } from '../actions'

export const metadata: Metadata = { title: 'Reprendre une convention signée' }

type Params = { cms?: string | string[]; 'avenant-de'?: string | string[] }

export default async function PageReprise({ searchParams }: { searchParams: Promise<Params> }) {
  const { acteur } = await exigerSession()
  const aujourdhui = aujourdHuiAParis(new Date())
  const [preparation, conventions] = await Promise.all([
    lirePreparation(acteur, aujourdhui),
    lireConventionsAReprendre(acteur),
  ])
  if (!preparation) notFound()
  const params = await searchParams
  const { groupes, modeles } = preparation
  const modifiee = conventions.find((c) => c.reference === params['avenant-de'])
  const groupe =
    groupes.find((g) => g.id === modifiee?.groupeId) ??
    groupes.find((g) => g.centres.some((c) => c.code === params.cms)) ??
    groupes[0]
  return (
    <>
      <EntetePage
        titre="Reprendre une convention signée"
        description="Un acte signé avant l’application, ou en dehors d’elle. Le scan, les parties et les dates suffisent : il apparaît aussitôt dans la liste et les échéances."
        filAriane={[{ libelle: 'Conventions', href: '/conventions' }, { libelle: 'Reprise' }]}
      />
      <FormulaireReprise
        groupes={groupes}
        modeles={modeles.filter((m, i) => modeles.findIndex((x) => x.code === m.code) === i)}
        conventions={conventions}
        aujourdHui={aujourdhui}
        reprendre={reprendre}
        deposer={deposer}
        initial={{
          groupeId: groupe?.id ?? '',
          centreIds: (groupe?.centres ?? []).filter((c) => c.code === params.cms).map((c) => c.id),
          conventionId: modifiee?.id ?? null,
        }}
      />
    </>
  )
}
