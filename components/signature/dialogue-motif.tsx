'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { Reponse } from '@/lib/serveur/action'

type Proprietes = {
  titre: string
  /** Bouton qui ouvre, et bouton qui fait. */
  ouvrir: ReactNode
  faire: string
  consequence: ReactNode
  /** Sous le motif : « Aucune donnée de patient. » */
  aide?: ReactNode
  /** Le geste répare plutôt qu'il ne défait. */
  variante?: 'danger' | 'principal'
  envoyer: (motif: string) => Promise<Reponse<unknown>>
}

/** Décision motivée : ce qu'elle entraîne, le motif, puis le verbe. */
export function DialogueMotif(p: Proprietes) {
  return (
    <Dialogue
      titre={p.titre}
      decision
      declencheur={
        <Bouton variante="discret" taille="petit">
          {p.ouvrir}
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...p} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({
  consequence,
  faire,
  envoyer,
  fermer,
  aide,
  variante = 'danger',
}: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<{ motif: string }>(({ motif }) => envoyer(motif), {
    valeurs: { motif: '' },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>{consequence}</p>
      <ZoneTexte
        libelle="Motif"
        requis
        aide={aide}
        {...liaison.champ('motif', { required: 'motif', minLength: { value: 3, message: 'motif' } })}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" variante={variante} attente={liaison.attente}>
          {faire}
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
