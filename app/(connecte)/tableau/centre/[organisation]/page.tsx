import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Besoins, MesDates, Promesses, Textes } from '@/components/tableau/centre'
import { FiltresDuTableau } from '@/components/tableau/filtres'
import { OngletsDesTableaux } from '@/components/tableau/onglets'
import { Exporter, Partie } from '@/components/tableau/pieces'
import { EntetePage } from '@/components/ui/entete-page'
import { LienBouton } from '@/components/ui/lien-bouton'
import { lireEcheances } from '@/lib/lectures/accueil/lire-echeances'
import { schemaFiltresTableau } from '@/lib/lectures/tableau/filtres'
import { lireCentre } from '@/lib/lectures/tableau/lire-centre'
import { echeancesDe } from '@/lib/presentation/echeances'
import { partiesDuCentre } from '@/lib/presentation/tableau/centre'
import { adresse, adresseMesures, ligneDe } from '@/lib/presentation/tableau/donnees'
import { conformiteDite } from '@/lib/presentation/tableau/libelles'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Tableau du centre' }

type Params = Record<string, string | string[] | undefined>
type Proprietes = { params: Promise<{ organisation: string }>; searchParams: Promise<Params> }

export default async function PageTableauCentre({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const { organisation } = await params
  const filtres = schemaFiltresTableau.parse(await searchParams)
  const maintenant = new Date()
  const c = await lireCentre(acteur, organisation, filtres, maintenant)
  if (!c) notFound()
  const parties = partiesDuCentre(c)
  const echeances = echeancesDe(await lireEcheances(acteur, maintenant), acteur, c.jour).filter((e) =>
    c.textes.some((t) => e.reference.startsWith(t.reference)),
  )
  const garde = { ...filtres, centre: c.code }
  return (
    <div className="feuille-centre">
      <EntetePage
        titre={c.ville}
        surtitre={c.nom}
        description={
          <a className="lien" href={adresseMesures(garde)}>
            {`${conformiteDite(ligneDe('', '', c.agregats.total.get('')).conformite)}.`}
          </a>
        }
        actions={
          <LienBouton
            variante="secondaire"
            prefetch={false}
            href={adresse('/api/tableau/pdf', garde, { de: 'centre' })}
          >
            Imprimer en PDF
          </LienBouton>
        }
      />
      <OngletsDesTableaux acteur={acteur} ici="centre" />
      <FiltresDuTableau
        action={`/tableau/centre/${encodeURIComponent(c.code)}`}
        filtres={filtres}
        options={c.options}
        champs={['theme', 'periode']}
      />
      <Partie
        titre={c.sien ? 'Ce que l’hôpital me doit' : 'Ce que l’hôpital doit au centre'}
        exports={c.promesses.length > 0 && <Exporter table="promesses" quoi="Engagements" filtres={garde} />}
      >
        <Promesses
          promesses={parties.hopital}
          filtres={garde}
          vide="Aucune promesse de l’hôpital sur cette période."
        />
      </Partie>
      <Partie titre={c.sien ? 'Mes promesses' : 'Ce que le centre a promis'}>
        <Promesses
          promesses={parties.centre}
          filtres={garde}
          vide="Aucune promesse du centre sur cette période."
        />
      </Partie>
      {parties.ensemble.length > 0 && (
        <Partie titre={c.sien ? 'Ce que nous devons ensemble' : 'Ce que les deux parties doivent'}>
          <Promesses promesses={parties.ensemble} filtres={garde} vide="" />
        </Partie>
      )}
      {parties.pasEncore.length > 0 && (
        <Partie
          titre="Ce qui n’est pas encore dû"
          note="Une condition reste à constater, avec sa date et sa preuve : rien n’en entre dans un taux."
        >
          <Promesses promesses={parties.pasEncore} filtres={garde} vide="" pasEncore />
        </Partie>
      )}
      <MesDates sien={c.sien} aSaisir={parties.aSaisir} dates={parties.dates} echeances={echeances} />
      <Besoins besoins={c.besoins} sien={c.sien} code={c.code} />
      <Textes textes={c.textes} />
    </div>
  )
}
