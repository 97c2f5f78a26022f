import type { Metadata } from 'next'
import Link from 'next/link'
import { Echeances, Nouveautes, Partie, Taches } from '@/components/accueil/accueil'
import { PremierUsage } from '@/components/accueil/premier-usage'
import { EntetePage } from '@/components/ui/entete-page'
import { aujourdHuiAParis } from '@/lib/domaine/calendrier/dates'
import { lireAccueil } from '@/lib/lectures/accueil/lire-accueil'
import { lireEcheances } from '@/lib/lectures/accueil/lire-echeances'
import { tachesDe } from '@/lib/presentation/accueil'
import { echeancesDe } from '@/lib/presentation/echeances'
import { dateAvecJour, dateEtHeure } from '@/lib/presentation/typographie'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Accueil' }

export default async function PageAccueil() {
  const { acteur, sessionId } = await exigerSession()
  const maintenant = new Date()
  const jour = aujourdHuiAParis(maintenant)
  const accueil = await lireAccueil(acteur, sessionId, maintenant)
  const taches = tachesDe(accueil, acteur, jour)
  const echeances = echeancesDe(await lireEcheances(acteur, maintenant), acteur, jour)
  const redige = acteur.groupes.length > 0
  return (
    <>
      <EntetePage
        surtitre={<span className="first-letter:uppercase">{dateAvecJour(jour)}</span>}
        titre="Accueil"
      />
      {redige && !accueil.conventions && <PremierUsage centres={accueil.centres} />}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Partie titre="À vous de jouer">
          {taches.length ? (
            <Taches taches={taches} />
          ) : (
            <p className="border-y border-trait py-6 text-encre-2">
              Rien ne vous attend.{' '}
              <Link className="lien" href="/conventions">
                Voir les conventions
              </Link>
            </p>
          )}
        </Partie>
        <div className="flex flex-col gap-10">
          <Partie titre="Échéances">
            {echeances.length ? (
              <Echeances echeances={echeances} maintenant={maintenant} />
            ) : (
              <p className="border-t border-trait pt-3 text-encre-2">
                Aucune échéance dans l’année qui vient.
              </p>
            )}
          </Partie>
          <Partie
            titre="Ce qui a bougé"
            aide={accueil.depuis ? `Depuis votre visite du ${dateEtHeure(accueil.depuis)}` : undefined}
          >
            {accueil.nouveautes.length ? (
              <Nouveautes nouveautes={accueil.nouveautes} maintenant={maintenant} />
            ) : (
              <p className="border-t border-trait pt-3 text-encre-2">
                Personne d’autre n’a touché à une convention.
              </p>
            )}
          </Partie>
        </div>
      </div>
    </>
  )
}
