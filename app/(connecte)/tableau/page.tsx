import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Echeances } from '@/components/accueil/accueil'
import { TableConformite } from '@/components/tableau/conformite'
import {
  EtapesDesActes,
  ListeDesCentres,
  PagesDeLaMatrice,
  TableTendance,
} from '@/components/tableau/direction'
import { FiltresDuTableau } from '@/components/tableau/filtres'
import { Graphique } from '@/components/tableau/graphique'
import { Matrice } from '@/components/tableau/matrice'
import { CentresAOuvrir, OngletsDesTableaux } from '@/components/tableau/onglets'
import { Exporter, Partie, Phrases } from '@/components/tableau/pieces'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { barresDeConformite, courbeDeTendance } from '@/lib/documents/graphiques/conformite'
import type { Theme } from '@/lib/domaine/engagement/themes'
import { lireEcheances } from '@/lib/lectures/accueil/lire-echeances'
import { schemaFiltresTableau } from '@/lib/lectures/tableau/filtres'
import { lireTableau } from '@/lib/lectures/tableau/lire-tableau'
import { centresDeLActeur } from '@/lib/lectures/tableau/mes-centres'
import { echeancesDe } from '@/lib/presentation/echeances'
import { phrasesDAttention } from '@/lib/presentation/tableau/attention'
import {
  adresse,
  adresseCentre,
  barreDe,
  barresDites,
  ligneDe,
  parDebiteur,
  parTheme,
  pointsDe,
  tendanceDite,
} from '@/lib/presentation/tableau/donnees'
import { conformiteDite, filtreDePeriodeDit } from '@/lib/presentation/tableau/libelles'
import { lignesParCentre } from '@/lib/presentation/tableau/tables'
import { compter } from '@/lib/presentation/typographie'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Tableau de bord' }

type Params = Record<string, string | string[] | undefined>

export default async function PageTableau({ searchParams }: { searchParams: Promise<Params> }) {
  const { acteur } = await exigerSession()
  const filtres = schemaFiltresTableau.parse(await searchParams)
  const maintenant = new Date()
  const t = await lireTableau(acteur, filtres, maintenant)
  if (!t) {
    const centres = await centresDeLActeur(acteur)
    if (centres.length === 1 && centres[0]) redirect(adresseCentre(centres[0].code))
    return <CentresAOuvrir centres={centres} />
  }
  const themes = parTheme(t.agregats.theme)
  const points = pointsDe(t.tendance)
  const total = ligneDe('', 'Ensemble', t.agregats.total.get(''))
  const periode = filtreDePeriodeDit(filtres.periode)
  const barres = { titre: `Conformité par thème, ${periode}`, texte: barresDites(themes) }
  const courbe = { titre: 'Part des mesures respectées, par trimestre', texte: tendanceDite(points) }
  const echeances = echeancesDe(await lireEcheances(acteur, maintenant), acteur, t.jour)
  return (
    <>
      <EntetePage
        titre="Tableau de bord"
        description={`${compter(t.suivi.engagements, 'engagement')} en cours. ${conformiteDite(total.conformite)}. Ce qui n’est pas encore exigible (${t.suivi.pasEncore}) n’entre dans aucun taux.`}
        actions={
          <LienBouton
            variante="secondaire"
            prefetch={false}
            href={adresse('/api/tableau/pdf', { ...filtres, page: 1 })}
          >
            Imprimer en PDF
          </LienBouton>
        }
      />
      <OngletsDesTableaux acteur={acteur} ici="direction" />
      <FiltresDuTableau
        action="/tableau"
        filtres={filtres}
        options={t.options}
        champs={['groupe', 'centre', 'theme', 'debiteur', 'periode']}
      />
      {t.suivi.engagements === 0 && total.conformite.jugees + total.conformite.nonMesurees === 0 ? (
        <EtatVide titre="Aucun engagement à suivre">
          Les engagements naissent à la signature d’une convention dont le modèle en déclare, ou s’ajoutent à
          la main.
        </EtatVide>
      ) : (
        <>
          <Partie titre="Ce qui demande attention">
            <Phrases phrases={phrasesDAttention(t, filtres)} />
          </Partie>
          <Partie
            titre="Engagement par engagement"
            note="La dernière période finie de chaque engagement. Les flèches passent d’une case à l’autre, Entrée ouvre les mesures."
            exports={<Exporter table="matrice" quoi="Engagements par centre" filtres={filtres} />}
          >
            <div className="max-md:hidden print:block">
              <Matrice lignes={t.matrice} centres={t.centres} filtres={filtres} />
              <PagesDeLaMatrice tableau={t} filtres={filtres} />
            </div>
            <div className="md:hidden print:hidden">
              <ListeDesCentres lignes={lignesParCentre(t)} filtres={filtres} />
            </div>
          </Partie>
          {themes.length > 0 && (
            <Partie
              titre="Par thème"
              exports={<Exporter table="themes" quoi="Conformité par thème" filtres={filtres} />}
            >
              <Graphique
                large={barresDeConformite(themes.map(barreDe), barres)}
                etroit={barresDeConformite(themes.map(barreDe), barres, 'etroit')}
              />
              <div className="mt-5">
                <TableConformite
                  titre="Conformité par thème"
                  tete="Thème"
                  lignes={themes}
                  filtres={filtres}
                  filtreDe={(theme) => ({ theme: theme as Theme })}
                />
              </div>
            </Partie>
          )}
          <Partie
            titre="Par débiteur"
            exports={<Exporter table="debiteurs" quoi="Conformité par débiteur" filtres={filtres} />}
          >
            <TableConformite
              titre="Conformité par débiteur"
              tete="Débiteur"
              lignes={parDebiteur(t.agregats.debiteur)}
              filtres={filtres}
              filtreDe={(d) => ({ debiteur: d as 'hopital' | 'centre' | 'parties' })}
            />
          </Partie>
          {points.length > 0 && (
            <Partie
              titre="Tendance"
              exports={<Exporter table="tendance" quoi="Tendance par trimestre" filtres={filtres} />}
            >
              <Graphique
                large={courbeDeTendance(points, courbe)}
                etroit={courbeDeTendance(points, courbe, 'etroit')}
              />
              <p className="mt-2 mb-4 text-sm text-encre-2">
                Un point creux porte moins de cinq mesures jugées.
              </p>
              <TableTendance points={points} filtres={filtres} />
            </Partie>
          )}
        </>
      )}
      <Partie
        titre="Conventions et avenants"
        exports={<Exporter table="etapes" quoi="Actes par étape" filtres={filtres} />}
      >
        <EtapesDesActes etapes={t.etapes} />
      </Partie>
      {echeances.length > 0 && (
        <Partie titre="Échéances à venir" id="echeances">
          <Echeances echeances={echeances} maintenant={maintenant} />
        </Partie>
      )}
    </>
  )
}
