import type { Metadata } from 'next'
import { BoutonPartout } from '@/components/comptes/bouton-partout'
import { SessionsOuvertes } from '@/components/comptes/sessions-ouvertes'
import { EntetePage } from '@/components/ui/entete-page'
import { LienBouton } from '@/components/ui/lien-bouton'
import { ListeDefinitions } from '@/components/ui/liste-definitions'
import { lireMonCompte } from '@/lib/lectures/compte/mon-compte'
import { nomAppareil } from '@/lib/presentation/appareil'
import { initiale, periode } from '@/lib/presentation/comptes'
import { dateEtHeure, dureeRelative } from '@/lib/presentation/dates'
import { LIBELLES_ROLE } from '@/lib/presentation/roles'
import { exigerSession } from '@/lib/serveur/session'
import { fermerMaSession, meDeconnecterPartout } from './actions'

export const metadata: Metadata = { title: 'Mon compte' }

export default async function PageCompte() {
  const session = await exigerSession()
  const maintenant = new Date()
  const moi = await lireMonCompte(session.acteur, session.sessionId, maintenant)
  const sessions = moi.sessions.map(({ id, agent, creeLe, vueLe, enCours }) => ({
    id,
    appareil: nomAppareil(agent),
    precision: `Ouverte le ${dateEtHeure(creeLe)}, utilisée ${dureeRelative(vueLe, maintenant)}`,
    enCours,
  }))
  return (
    <>
      <EntetePage
        titre="Mon compte"
        actions={
          <LienBouton href="/compte/mot-de-passe" variante="secondaire">
            Changer de mot de passe
          </LienBouton>
        }
      />
      <div className="max-w-3xl space-y-12">
        <ListeDefinitions
          elements={[
            { terme: 'Nom', valeur: moi.nom },
            { terme: 'Adresse électronique', valeur: moi.courriel },
          ]}
        />
        <section aria-labelledby="titre-habilitations">
          <h2 id="titre-habilitations" className="mb-3 font-serif text-xl font-semibold">
            Mes habilitations
          </h2>
          {moi.habilitations.length === 0 ? (
            <p className="text-encre-2">
              Aucune pour l’instant. Un administrateur doit vous habiliter avant que vous voyiez une
              convention.
            </p>
          ) : (
            <ListeDefinitions
              elements={moi.habilitations.map((h) => ({
                cle: h.id,
                terme: h.fonction ? `${LIBELLES_ROLE[h.role]}, ${h.fonction}` : LIBELLES_ROLE[h.role],
                valeur: (
                  <>
                    <span className="block">{initiale(h.organisation)}</span>
                    <span className="text-sm text-encre-2">{periode(h.depuis, h.jusqua)}</span>
                  </>
                ),
              }))}
            />
          )}
        </section>
        <section aria-labelledby="titre-sessions">
          <h2 id="titre-sessions" className="mb-3 font-serif text-xl font-semibold">
            Sessions ouvertes
          </h2>
          <SessionsOuvertes sessions={sessions} fermer={fermerMaSession} />
          <BoutonPartout action={meDeconnecterPartout} nombre={sessions.length} />
        </section>
      </div>
    </>
  )
}
