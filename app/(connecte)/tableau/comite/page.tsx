import type { Metadata } from 'next'
import { Changements, ChoixDuComite, TableDuComite } from '@/components/tableau/comite'
import { OngletsDesTableaux } from '@/components/tableau/onglets'
import { Exporter, Partie } from '@/components/tableau/pieces'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { schemaFiltresComite } from '@/lib/lectures/tableau/filtres'
import { lireComite } from '@/lib/lectures/tableau/lire-comite'
import { dateEnLettres } from '@/lib/presentation/dates'
import { adresse, ligneDe } from '@/lib/presentation/tableau/donnees'
import { conformiteDite } from '@/lib/presentation/tableau/libelles'
import { lignesDuComite } from '@/lib/presentation/tableau/tables'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Comité de suivi' }

type Params = Record<string, string | string[] | undefined>

export default async function PageComite({ searchParams }: { searchParams: Promise<Params> }) {
  const { acteur } = await exigerSession()
  const filtres = schemaFiltresComite.parse(await searchParams)
  const c = await lireComite(acteur, filtres, new Date())
  const centre = c.options.centres.find((x) => x.code === filtres.centre)
  const lignes = lignesDuComite(c)
  const [avant, apres] = [c.comptes.avant, c.comptes.apres].map(
    (a) => ligneDe('', '', a.total.get('')).conformite,
  )
  return (
    <>
      <EntetePage
        titre={centre ? `Comité de suivi, ${centre.ville}` : 'Comité de suivi, en plénier'}
        filAriane={[{ libelle: 'Tableau de bord', href: '/tableau' }, { libelle: 'Comité de suivi' }]}
        description={
          avant &&
          apres && (
            <>
              <p>{`Depuis le ${dateEnLettres(c.depuis)}\u00a0: ${conformiteDite(apres)}.`}</p>
              <p>{`Avant, à partir du ${dateEnLettres(c.avant.du)}\u00a0: ${conformiteDite(avant)}.`}</p>
            </>
          )
        }
        actions={
          lignes.length > 0 && (
            <LienBouton
              variante="secondaire"
              prefetch={false}
              href={adresse('/api/tableau/pdf', filtres, { de: 'comite' })}
            >
              Imprimer en PDF
            </LienBouton>
          )
        }
      />
      <OngletsDesTableaux acteur={acteur} ici="comite" />
      <ChoixDuComite filtres={filtres} comite={c} />
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune mesure de part et d’autre de cette date">
          Choisissez une autre date, ou un autre centre.
        </EtatVide>
      ) : (
        <>
          <Partie
            titre="Ce qui a changé"
            note="La dernière période finie de chaque côté de la date, ce qui demande attention d’abord."
            exports={<Exporter table="changements" quoi="Ce qui a changé" filtres={filtres} />}
          >
            <Changements changements={c.changements} filtres={filtres} />
          </Partie>
          <Partie
            titre="Engagement par engagement"
            exports={<Exporter table="comite" quoi="Engagements, avant et après" filtres={filtres} />}
          >
            <TableDuComite comite={c} filtres={filtres} />
          </Partie>
        </>
      )}
    </>
  )
}
