import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FiltresDuTableau } from '@/components/tableau/filtres'
import { OngletsDesTableaux } from '@/components/tableau/onglets'
import { Exporter } from '@/components/tableau/pieces'
import { TableDuSiege } from '@/components/tableau/siege'
import { EntetePage } from '@/components/ui/entete-page'
import { schemaFiltresTableau } from '@/lib/lectures/tableau/filtres'
import { lireSiege } from '@/lib/lectures/tableau/lire-siege'
import { cooperationDite } from '@/lib/presentation/tableau/siege'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Groupes et centres' }

type Params = Record<string, string | string[] | undefined>

export default async function PageSiege({ searchParams }: { searchParams: Promise<Params> }) {
  const { acteur } = await exigerSession()
  const filtres = schemaFiltresTableau.parse(await searchParams)
  const s = await lireSiege(acteur, filtres, new Date())
  if (!s) notFound()
  return (
    <>
      <EntetePage
        titre="Groupes et centres"
        filAriane={[{ libelle: 'Tableau de bord', href: '/tableau' }, { libelle: 'Groupes et centres' }]}
        description={cooperationDite(s)}
      />
      <OngletsDesTableaux acteur={acteur} ici="siege" />
      <FiltresDuTableau
        action="/tableau/siege"
        filtres={filtres}
        options={s.options}
        champs={['groupe', 'theme', 'periode']}
      />
      <div className="mb-3 flex justify-end">
        <Exporter table="siege" quoi="Groupes et centres" filtres={filtres} />
      </div>
      <TableDuSiege siege={s} filtres={filtres} />
    </>
  )
}
