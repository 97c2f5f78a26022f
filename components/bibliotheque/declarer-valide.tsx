'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import type { Reponse } from '@/lib/serveur/action'

type Saisie = { versionId: string }
type Proprietes = Saisie & {
  intitule: string
  numero: number
  valider: (saisie: Saisie) => Promise<Reponse<{ valideeLe: string }>>
}

export function DeclarerValide(proprietes: Proprietes) {
  return (
    <Dialogue
      titre="Déclarer ce modèle validé"
      decision
      declencheur={<Bouton>Déclarer validé par le service juridique</Bouton>}
    >
      {(fermer) => <Formulaire {...proprietes} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({ versionId, intitule, numero, valider, fermer }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Saisie, { valideeLe: string }>(valider, {
    valeurs: { versionId },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison}>
      <p>
        La version {numero} de « {intitule} » ne sera plus présentée comme une proposition, sur les projets en
        cours comme sur les nouveaux. Votre nom et la date d’aujourd’hui seront inscrits au journal. Cette
        déclaration ne se retire pas : une correction fera une nouvelle version.
      </p>
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Pas encore
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Déclarer validée la version {numero}
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
