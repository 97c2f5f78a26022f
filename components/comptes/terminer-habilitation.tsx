'use client'

import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import type { HabilitationLue } from '@/lib/lectures/administration/utilisateurs'
import { LIBELLES_ROLE } from '@/lib/presentation/roles'
import type { ActionsCompte } from './actions-compte'

type Proprietes = {
  habilitation: HabilitationLue
  nom: string
  aujourdHui: string
  action: ActionsCompte['finirHabilitation']
}

/** Met fin à une habilitation, tout de suite ou à une date. */
export function TerminerHabilitation(proprietes: Proprietes) {
  const { habilitation: h } = proprietes
  const [ouvert, definirOuvert] = useState(false)
  return (
    <Dialogue
      decision
      titre="Terminer cette habilitation ?"
      ouvert={ouvert}
      onOuvert={definirOuvert}
      declencheur={
        <Bouton
          variante="secondaire"
          taille="petit"
          aria-label={`Terminer ${LIBELLES_ROLE[h.role]}, ${h.organisation}`}
        >
          Terminer
        </Bouton>
      }
    >
      <Formulaire {...proprietes} fermer={() => definirOuvert(false)} />
    </Dialogue>
  )
}

function Formulaire({
  habilitation: h,
  nom,
  aujourdHui,
  action,
  fermer,
}: Proprietes & { fermer: () => void }) {
  const [quand, definirQuand] = useState('maintenant')
  const liaison = useActionFormulaire<{ jusqua: string }>(
    ({ jusqua }) =>
      action({ habilitationId: h.id, version: h.version, jusqua: quand === 'maintenant' ? null : jusqua }),
    { valeurs: { jusqua: h.jusqua ?? aujourdHui }, apres: fermer },
  )
  const { champ, attente } = liaison
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
      <p>
        {nom} n’aura plus, pour {h.organisation}, les droits du rôle « {LIBELLES_ROLE[h.role]} ». Ce que cette
        personne a écrit reste en place.
      </p>
      <GroupeChoix
        libelle="Quand ?"
        valeur={quand}
        onChange={(e) => definirQuand(e.target.value)}
        choix={[
          { valeur: 'maintenant', libelle: 'Tout de suite' },
          { valeur: 'date', libelle: 'À une date' },
        ]}
      />
      {quand === 'date' && <ChampDate libelle="Dernier jour, compris" requis {...champ('jusqua')} />}
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" variante="danger" attente={attente}>
          Terminer l’habilitation
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
