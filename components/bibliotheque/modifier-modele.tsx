'use client'

import { useRouter } from 'next/navigation'
import { Confirmation } from '@/components/comptes/confirmation'
import type { Reponse } from '@/lib/serveur/action'

type Saisie = { versionId: string; groupeId: string }
type Proprietes = Saisie & {
  /** Adresse du projet, une fois ouvert. */
  projet: string
  nom: string
  groupe: string
  libelle?: string
  ouvrir: (s: Saisie) => Promise<Reponse<{ projetId: string }>>
}

/** Ouvrir un projet de version d'après la version lue. */
export function ModifierModele({ versionId, groupeId, projet, nom, groupe, libelle, ouvrir }: Proprietes) {
  const routeur = useRouter()
  return (
    <Confirmation
      bouton={libelle ?? 'Modifier ce modèle'}
      titre="Ouvrir un projet de version"
      confirmer="Ouvrir le projet"
      action={async () => {
        const reponse = await ouvrir({ versionId, groupeId })
        if (reponse.ok) routeur.push(projet)
        return reponse
      }}
    >
      <p>
        Le projet part de : {nom}. Il n’est visible que de {groupe}, et rien ne change avant sa publication.
      </p>
      <p>La publication ne changera aucune convention existante.</p>
    </Confirmation>
  )
}
