import type { Metadata } from 'next'
import { FiltresDuTableau } from '@/components/tableau/filtres'
import { FiltresChoisis, TableDesMesures } from '@/components/tableau/mesures'
import { OngletsDesTableaux } from '@/components/tableau/onglets'
import { Exporter } from '@/components/tableau/pieces'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { Pagination } from '@/components/ui/pagination'
import { schemaFiltresMesures } from '@/lib/lectures/tableau/filtres'
import { listerMesures, MESURES_PAR_PAGE } from '@/lib/lectures/tableau/lister-mesures'
import { adresse } from '@/lib/presentation/tableau/donnees'
import { filtreDePeriodeDit } from '@/lib/presentation/tableau/libelles'
import { compter } from '@/lib/presentation/typographie'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Mesures' }

type Params = Record<string, string | string[] | undefined>

export default async function PageMesures({ searchParams }: { searchParams: Promise<Params> }) {
  const { acteur } = await exigerSession()
  const filtres = schemaFiltresMesures.parse(await searchParams)
  const lues = await listerMesures(acteur, filtres, new Date())
  const vers = (page: number) => adresse('/tableau/mesures', { ...filtres, page })
  return (
    <>
      <EntetePage
        titre="Mesures"
        filAriane={[{ libelle: 'Tableau de bord', href: '/tableau' }, { libelle: 'Mesures' }]}
        description="Les périodes finies et leur jugement, par la cible en vigueur à leur premier jour."
      />
      <OngletsDesTableaux acteur={acteur} ici="mesures" />
      <FiltresDuTableau
        action="/tableau/mesures"
        filtres={filtres}
        options={lues.options}
        champs={['groupe', 'centre', 'theme', 'debiteur', 'periode']}
        garder={{
          engagement: filtres.engagement,
          jugement: filtres.jugement,
          contestees: filtres.contestees,
        }}
      />
      <FiltresChoisis filtres={filtres} libelle={lues.mesures[0]?.libelle ?? null} />
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p role="status" className="text-sm font-medium">
          {compter(lues.total, 'mesure')},{' '}
          {filtres.du ? 'dates choisies' : filtreDePeriodeDit(filtres.periode)}
        </p>
        {lues.total > 0 && <Exporter table="mesures" quoi="Mesures" filtres={filtres} />}
      </div>
      {lues.total === 0 ? (
        <EtatVide titre="Aucune mesure">
          Rien ne répond à ces filtres : élargissez la période, ou enlevez un filtre.
        </EtatVide>
      ) : (
        <TableDesMesures mesures={lues.mesures} />
      )}
      <Pagination
        precedent={lues.page > 1 ? vers(lues.page - 1) : null}
        suivant={lues.page * MESURES_PAR_PAGE < lues.total ? vers(lues.page + 1) : null}
      />
    </>
  )
}
