'use client'

import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Dialogue } from '@/components/ui/dialogue'
import type { UtilisateurLu } from '@/lib/lectures/administration/utilisateurs'
import type { ActionsCompte } from './actions-compte'
import { FormulaireUtilisateur } from './formulaire-utilisateur'

type Proprietes = { utilisateur: UtilisateurLu; action: ActionsCompte['modifierCompte'] }

/** Corrige le nom ou l'adresse, dans une fenêtre. */
export function ModifierCompte({ utilisateur: u, action }: Proprietes) {
  const [ouvert, definirOuvert] = useState(false)
  return (
    <Dialogue
      titre="Modifier la fiche"
      ouvert={ouvert}
      onOuvert={definirOuvert}
      declencheur={
        <Bouton variante="secondaire" taille="petit">
          Modifier
        </Bouton>
      }
    >
      <FormulaireUtilisateur
        valeurs={{ nom: u.nom, courriel: u.courriel }}
        compte={{ utilisateurId: u.id, version: u.version }}
        action={action}
        bouton="Enregistrer la fiche"
        apres={() => definirOuvert(false)}
      />
    </Dialogue>
  )
}
