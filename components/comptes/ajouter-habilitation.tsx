'use client'

import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { RechercheCombo } from '@/components/ui/recherche-combo'
import { Selection } from '@/components/ui/selection'
import type { Role } from '@/lib/domaine/organisation/acteur'
import { rolesCompatibles } from '@/lib/domaine/organisation/droits-administration'
import { FONCTIONS_VALIDATION, libelleFonction } from '@/lib/domaine/organisation/fonctions-validation'
import type { OrganisationHabilitable } from '@/lib/lectures/administration/organisations'
import { initiale } from '@/lib/presentation/comptes'
import { messageChamp } from '@/lib/presentation/erreurs'
import { AIDES_ROLE, LIBELLES_NATURE, LIBELLES_ROLE } from '@/lib/presentation/roles'
import type { ActionsCompte } from './actions-compte'

type Proprietes = {
  utilisateurId: string
  nom: string
  organisations: readonly OrganisationHabilitable[]
  aujourdHui: string
  action: ActionsCompte['habiliter']
}
type Saisie = { organisationId: string; role: string; fonction: string; depuis: string; jusqua: string }

/** Habilite : l'organisation d'abord, puis les seuls rôles qui y ont un sens. */
export function AjouterHabilitation(proprietes: Proprietes) {
  const [ouvert, definirOuvert] = useState(false)
  return (
    <Dialogue
      titre={`Habiliter ${proprietes.nom}`}
      ouvert={ouvert}
      onOuvert={definirOuvert}
      declencheur={
        <Bouton variante="secondaire" taille="petit">
          Ajouter une habilitation
        </Bouton>
      }
    >
      <Formulaire {...proprietes} fermer={() => definirOuvert(false)} />
    </Dialogue>
  )
}

function Formulaire({
  utilisateurId,
  organisations,
  aujourdHui,
  action,
  fermer,
}: Proprietes & { fermer: () => void }) {
  const [organisationId, definirOrganisation] = useState<string | null>(null)
  const [role, definirRole] = useState<string>('')
  const liaison = useActionFormulaire<Saisie>(
    (saisie) =>
      action({ ...saisie, utilisateurId, organisationId: organisationId ?? '', role: role as Role }),
    {
      valeurs: { organisationId: '', role: '', fonction: '', depuis: aujourdHui, jusqua: '' },
      apres: fermer,
    },
  )
  const { champ, attente, formulaire } = liaison
  const nature = organisations.find((o) => o.id === organisationId)?.nature
  const roles = nature ? rolesCompatibles(nature) : []
  const choisie = roles.find((r) => r === role)
  const choisirOrganisation = (id: string | null) => {
    const natureChoisie = organisations.find((o) => o.id === id)?.nature
    const possibles = natureChoisie ? rolesCompatibles(natureChoisie) : []
    definirOrganisation(id)
    definirRole(possibles.length === 1 ? (possibles[0] ?? '') : '')
    formulaire.clearErrors(['organisationId', 'role'])
  }
  const erreurDe = (nom: 'organisationId' | 'role') => {
    const code = formulaire.formState.errors[nom]?.message
    return code ? messageChamp(code) : null
  }
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
      <RechercheCombo
        libelle="Organisation"
        requis
        name="organisationId"
        valeur={organisationId}
        onChoix={choisirOrganisation}
        erreur={erreurDe('organisationId')}
        options={organisations.map((o) => ({
          valeur: o.id,
          libelle: initiale(o.nom),
          precision: [LIBELLES_NATURE[o.nature], o.parent].filter(Boolean).join(', '),
        }))}
      />
      <Selection
        libelle="Rôle"
        requis
        name="role"
        value={choisie ?? ''}
        onChange={(e) => definirRole(e.target.value)}
        disabled={!nature}
        invite={nature ? 'Choisir un rôle' : 'Choisir d’abord l’organisation'}
        options={roles.map((r) => ({ valeur: r, libelle: LIBELLES_ROLE[r] }))}
        aide={choisie && AIDES_ROLE[choisie]}
        erreur={erreurDe('role')}
      />
      {choisie === 'VALIDEUR' && (
        <Selection
          libelle="Au titre de"
          requis
          invite="Choisir une fonction"
          aide="Les modèles demandent leurs avis et leurs accords à ces fonctions."
          options={FONCTIONS_VALIDATION.map((f) => ({ valeur: f, libelle: libelleFonction(f) }))}
          {...champ('fonction')}
        />
      )}
      <div className="flex flex-wrap gap-5">
        <ChampDate libelle="Premier jour" requis {...champ('depuis')} />
        <ChampDate libelle="Dernier jour" aide="Vide : sans fin prévue." {...champ('jusqua')} />
      </div>
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={attente}>
          Habiliter
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
