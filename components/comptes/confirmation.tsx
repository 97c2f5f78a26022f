'use client'

import type { ReactNode } from 'react'
import { Bouton } from '@/components/ui/bouton'
import type { VarianteBouton } from '@/components/ui/classes-bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import type { Reponse } from '@/lib/serveur/action'
import { RefusAction } from './refus-action'
import { useActionSimple } from './use-action-simple'

type Proprietes = {
  bouton: string
  titre: string
  /** La conséquence, dite avant le clic. */
  children: ReactNode
  confirmer: string
  action: () => Promise<Reponse<unknown>>
  variante?: VarianteBouton
  /** Dans une liste : un bouton discret, dont le nom accessible dit de quoi il s'agit. */
  enLigne?: { nom: string }
}

/** Bouton qui demande confirmation en disant ce qui va se passer. */
export function Confirmation({
  bouton,
  titre,
  children,
  confirmer,
  action,
  variante = 'secondaire',
  enLigne,
}: Proprietes) {
  const { lancer, attente, refus } = useActionSimple()
  return (
    <Dialogue
      decision
      titre={titre}
      declencheur={
        <Bouton
          variante={enLigne ? 'discret' : variante}
          taille={enLigne ? 'petit' : undefined}
          aria-label={enLigne?.nom}
        >
          {bouton}
        </Bouton>
      }
    >
      {(fermer) => (
        <>
          <RefusAction refus={refus} />
          <div className="space-y-2">{children}</div>
          <ActionsDialogue>
            <Bouton variante="secondaire" onPress={fermer}>
              Annuler
            </Bouton>
            <Bouton
              variante={variante === 'danger' ? 'danger' : 'principal'}
              attente={attente}
              onPress={() => lancer(action, fermer)}
            >
              {confirmer}
            </Bouton>
          </ActionsDialogue>
        </>
      )}
    </Dialogue>
  )
}
