import { Etiquette } from '@/components/ui/etiquette'
import { libelleFonction } from '@/lib/domaine/organisation/fonctions-validation'
import type { OrganisationHabilitable } from '@/lib/lectures/administration/organisations'
import type { HabilitationLue, UtilisateurLu } from '@/lib/lectures/administration/utilisateurs'
import { initiale, periode } from '@/lib/presentation/comptes'
import { LIBELLES_ROLE } from '@/lib/presentation/roles'
import type { ActionsCompte } from './actions-compte'
import { AjouterHabilitation } from './ajouter-habilitation'
import { TerminerHabilitation } from './terminer-habilitation'

type Proprietes = {
  utilisateur: UtilisateurLu
  organisations: readonly OrganisationHabilitable[]
  aujourdHui: string
  habiliter: ActionsCompte['habiliter']
  finir: ActionsCompte['finirHabilitation']
}

const SITUATIONS: Record<
  HabilitationLue['situation'],
  { libelle: string; ton: 'tenu' | 'neutre' | 'inconnu' }
> = {
  'en-cours': { libelle: 'En cours', ton: 'tenu' },
  'a-venir': { libelle: 'À venir', ton: 'neutre' },
  terminee: { libelle: 'Terminée', ton: 'inconnu' },
}

/** Ce que la personne peut faire, où et quand. */
export function HabilitationsCompte({
  utilisateur: u,
  organisations,
  aujourdHui,
  habiliter,
  finir,
}: Proprietes) {
  return (
    <section aria-labelledby="titre-habilitations">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="titre-habilitations" className="font-serif text-xl font-semibold">
          Habilitations
        </h2>
        {u.etat !== 'ferme' && (
          <AjouterHabilitation
            utilisateurId={u.id}
            nom={u.nom}
            organisations={organisations}
            aujourdHui={aujourdHui}
            action={habiliter}
          />
        )}
      </div>
      {u.habilitations.length === 0 ? (
        <p className="border-y border-trait py-6 text-encre-2">
          Aucune&nbsp;: {u.nom} peut se connecter mais ne verra aucune convention.
        </p>
      ) : (
        <ul className="divide-y divide-trait border-y border-trait">
          {u.habilitations.map((h) => (
            <li key={h.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">
                    {LIBELLES_ROLE[h.role]}
                    {h.fonction && `, ${libelleFonction(h.fonction).toLocaleLowerCase('fr')}`}
                  </span>
                  <Etiquette ton={SITUATIONS[h.situation].ton}>{SITUATIONS[h.situation].libelle}</Etiquette>
                </p>
                <p>{initiale(h.organisation)}</p>
                <p className="text-sm text-encre-2">{periode(h.depuis, h.jusqua)}</p>
              </div>
              {h.situation !== 'terminee' && (
                <TerminerHabilitation habilitation={h} nom={u.nom} aujourdHui={aujourdHui} action={finir} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
