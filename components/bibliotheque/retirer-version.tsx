'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { Reponse } from '@/lib/serveur/action'

type Saisie = { versionId: string; motif: string }
export type Retirer = (s: Saisie) => Promise<Reponse<{ modeleCode: string }>>
type Proprietes = { versionId: string; nom: string; retirer: Retirer }

/** Retirer une version publiée, avec son motif. */
export const RetirerVersion = (p: Proprietes) => (
  <Dialogue
    titre={`Retirer : ${p.nom}`}
    declencheur={
      <Bouton variante="discret" taille="petit">
        Retirer cette version
      </Bouton>
    }
  >
    {(fermer) => <Formulaire {...p} fermer={fermer} />}
  </Dialogue>
)

function Formulaire({ versionId, retirer, fermer }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Saisie, { modeleCode: string }>(retirer, {
    valeurs: { versionId, motif: '' },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison}>
      <p className="mb-4">
        Elle ne sera plus proposée : les conventions à venir partiront de la version précédente. Celles qui en
        sont nées gardent leur texte. Un retrait ne se reprend pas ; publiez plutôt une version corrigée si
        elle doit servir encore.
      </p>
      <ZoneTexte
        libelle="Motif"
        requis
        aide="Gardé avec la version. Aucune donnée de patient."
        maxLength={2000}
        {...liaison.champ('motif', { minLength: { value: 3, message: 'motif' }, required: 'motif' })}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Renoncer
        </Bouton>
        <Bouton type="submit" variante="danger" attente={liaison.attente}>
          Retirer cette version
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
