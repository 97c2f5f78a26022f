'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { ActionsDates, SaisieRetrait } from './types'

type Proprietes = {
  resiliationId: string
  version: number
  accordRequis: boolean
  retirer: ActionsDates['retirer']
}

export function RetirerDenonciation(p: Proprietes) {
  return (
    <Dialogue
      titre="Retirer la dénonciation"
      decision
      declencheur={
        <Bouton variante="secondaire" taille="petit">
          Retirer la dénonciation
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...p} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({
  fermer,
  accordRequis,
  retirer,
  resiliationId,
  version,
}: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<SaisieRetrait, { version: number }>(retirer, {
    valeurs: { resiliationId, version, motif: '', accord: '' },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  const regles = accordRequis ? { required: 'requis', minLength: { value: 3, message: 'requis' } } : undefined
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
      <p>
        La convention court de nouveau jusqu’à son terme. La dénonciation et son retrait restent au journal.
      </p>
      <ZoneTexte
        libelle="Motif"
        requis
        {...liaison.champ('motif', { required: 'motif', minLength: { value: 3, message: 'motif' } })}
      />
      <ZoneTexte
        libelle="Accord de l’autre partie"
        requis={accordRequis}
        aide={
          accordRequis
            ? 'Qui l’a donné, quand, par quel écrit : une dénonciation reçue ne se reprend pas seule.'
            : 'Facultatif tant que la lettre n’est pas reçue.'
        }
        {...liaison.champ('accord', regles)}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" variante="danger" attente={liaison.attente}>
          Retirer la dénonciation
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
