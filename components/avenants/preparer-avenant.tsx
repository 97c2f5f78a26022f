'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { Reponse } from '@/lib/serveur/action'

type Saisie = { acteId: string; objet: string; motif: string }
type Ouvert = { reference: string }
type Proprietes = { acteId: string; ouvrir: (s: Saisie) => Promise<Reponse<Ouvert>> }

/** Ouvrir un projet d'avenant à une convention signée ; on arrive aussitôt dans son texte. */
export function PreparerAvenant(proprietes: Proprietes) {
  return (
    <Dialogue titre="Préparer un avenant" declencheur={<Bouton>Préparer un avenant</Bouton>}>
      {(fermer) => <Formulaire {...proprietes} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({ acteId, ouvrir, fermer }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Saisie, Ouvert>(ouvrir, {
    valeurs: { acteId, objet: '', motif: '' },
    apres: ({ reference }) => routeur.push(`/conventions/${encodeURIComponent(reference)}/modifier`),
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>
        Vous récrirez le texte en vigueur comme un texte ordinaire ; l’avenant se rédigera d’après ce que vous
        changez. Son numéro est pris dès maintenant.
      </p>
      <Champ
        libelle="Objet"
        aide="Tel que les listes le montreront : « Délai de réponse au scanner »."
        requis
        maxLength={300}
        {...liaison.champ('objet', { required: 'requis', minLength: { value: 3, message: 'requis' } })}
      />
      <ZoneTexte
        libelle="Pourquoi"
        aide="Facultatif. Ouvre l’avenant par un considérant. Aucune donnée de patient."
        maxLength={2000}
        {...liaison.champ('motif')}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Préparer l’avenant
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
