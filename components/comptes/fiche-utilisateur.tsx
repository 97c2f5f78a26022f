import { ListeDefinitions } from '@/components/ui/liste-definitions'
import { TempsRelatif } from '@/components/ui/temps-relatif'
import type { OrganisationHabilitable } from '@/lib/lectures/administration/organisations'
import type { UtilisateurLu } from '@/lib/lectures/administration/utilisateurs'
import type { ActionsCompte } from './actions-compte'
import { EtatCompte } from './etat-compte'
import { HabilitationsCompte } from './habilitations-compte'
import { LienAcces } from './lien-acces'
import { ModifierCompte } from './modifier-compte'

type Proprietes = {
  utilisateur: UtilisateurLu
  organisations: readonly OrganisationHabilitable[]
  aujourdHui: string
  maintenant: Date
  actions: ActionsCompte
}

/** Fiche d'un compte : qui, ce qu'il peut faire, comment il entre, sa fermeture. */
export function FicheUtilisateur({
  utilisateur: u,
  organisations,
  aujourdHui,
  maintenant,
  actions,
}: Proprietes) {
  return (
    <div className="max-w-3xl space-y-12">
      <section aria-labelledby="titre-fiche">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2 id="titre-fiche" className="font-serif text-xl font-semibold">
            Fiche
          </h2>
          <ModifierCompte utilisateur={u} action={actions.modifierCompte} />
        </div>
        <ListeDefinitions
          elements={[
            { terme: 'Nom', valeur: u.nom },
            { terme: 'Adresse électronique', valeur: <span className="wrap-anywhere">{u.courriel}</span> },
            { terme: 'Compte créé', valeur: <TempsRelatif date={u.creeLe} maintenant={maintenant} /> },
            {
              terme: 'Dernière visite',
              valeur: u.derniereVisiteLe ? (
                <TempsRelatif date={u.derniereVisiteLe} maintenant={maintenant} />
              ) : (
                'Jamais venu'
              ),
            },
          ]}
        />
      </section>
      <HabilitationsCompte
        utilisateur={u}
        organisations={organisations}
        aujourdHui={aujourdHui}
        habiliter={actions.habiliter}
        finir={actions.finirHabilitation}
      />
      {u.etat !== 'ferme' && <LienAcces utilisateur={u} action={actions.emettreLien} />}
      <EtatCompte utilisateur={u} fermer={actions.fermerCompte} rouvrir={actions.rouvrirCompte} />
    </div>
  )
}
