'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { Reponse } from '@/lib/serveur/action'

type Saisie = { acteId: string; version: number; motif: string }
type Proprietes = {
  acteId: string
  version: number
  abandonner: (saisie: Saisie) => Promise<Reponse<{ version: number }>>
}

export function Abandonner(proprietes: Proprietes) {
  return (
    <Dialogue
      titre="Abandonner ce projet"
      decision
      declencheur={<Bouton variante="discret">Abandonner</Bouton>}
    >
      {(fermer) => <Formulaire {...proprietes} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({ acteId, version, abandonner, fermer }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Saisie, { version: number }>(abandonner, {
    valeurs: { acteId, version, motif: '' },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>
        Le texte ne pourra plus être modifié. Il reste lisible, avec son motif, et sa référence ne servira à
        aucune autre convention.
      </p>
      <ZoneTexte
        libelle="Motif"
        requis
        {...liaison.champ('motif', { required: 'motif', minLength: { value: 3, message: 'motif' } })}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          {/* Pas « Annuler » : à côté d'« Abandonner », on le lirait comme l'abandon même. */}
          Garder le projet
        </Bouton>
        <Bouton type="submit" variante="danger" attente={liaison.attente}>
          Abandonner le projet
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
