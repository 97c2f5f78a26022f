'use client'

import { Confirmation } from '@/components/comptes/confirmation'
import type { Reponse } from '@/lib/serveur/action'

type Designation = { courrielId: string; version: number }
export type ActionRenvoyer = (saisie: Designation) => Promise<Reponse<void>>

/** Renvoie un courriel après avoir dit ce que la personne risque de recevoir. */
export function Renvoyer({
  action,
  courriel,
  destinataire,
  incertain,
}: {
  action: ActionRenvoyer
  courriel: Designation
  destinataire: string
  incertain: boolean
}) {
  return (
    <Confirmation
      bouton="Renvoyer"
      titre="Renvoyer ce courriel ?"
      confirmer="Renvoyer"
      action={() => action(courriel)}
    >
      {incertain ? (
        <p>
          Le serveur de courriel l’a peut-être déjà accepté&nbsp;: {destinataire} risque de le recevoir deux
          fois. S’il contient un code ou un lien, vérifiez d’abord auprès de cette personne.
        </p>
      ) : (
        <p>Il sera de nouveau remis au serveur de courriel, pour {destinataire}.</p>
      )}
    </Confirmation>
  )
}
