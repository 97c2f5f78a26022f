'use client'

import type { Reponse } from '@/lib/serveur/action'
import { Confirmation } from './confirmation'

type Proprietes = { nombre: number; action: (saisie: Record<string, never>) => Promise<Reponse<unknown>> }

/** Se déconnecter de tous les appareils, celui-ci compris. */
export function BoutonPartout({ nombre, action }: Proprietes) {
  return (
    <div className="mt-4">
      <Confirmation
        bouton="Se déconnecter partout"
        titre="Se déconnecter partout ?"
        confirmer="Se déconnecter partout"
        action={() => action({})}
      >
        <p>
          {nombre > 1 ? `Les ${nombre} sessions ouvertes seront fermées` : 'Votre session sera fermée'},
          celle-ci comprise. Vous devrez vous reconnecter.
        </p>
      </Confirmation>
    </div>
  )
}
