'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { LigneDeCampagne } from '@/lib/presentation/campagne/tableau'
import type { ActionsCampagne } from './gestes-de-campagne'

type Proprietes = { campagneId: string; ligne: LigneDeCampagne; arreter: ActionsCampagne['arreter'] }

/** Arrêter la campagne pour un centre, avec son motif ; les autres continuent. */
export function ArreterCentre(p: Proprietes) {
  return (
    <Dialogue
      titre={`Arrêter pour ${p.ligne.ville}`}
      decision
      declencheur={
        <Bouton variante="discret" taille="petit" aria-label={`Arrêter pour ${p.ligne.ville}`}>
          Arrêter
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...p} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({ campagneId, ligne, arreter, fermer }: Proprietes & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire(arreter, {
    valeurs: {
      campagneId,
      conventionId: ligne.conventionId,
      version: ligne.version,
      motif: '',
    },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>
        Son projet d’avenant, s’il est ouvert, sera abandonné ; l’autre côté en sera prévenu s’il l’avait
        reçu. Les autres centres continuent.
      </p>
      <ZoneTexte
        libelle="Motif"
        requis
        maxLength={2000}
        {...liaison.champ('motif', { required: 'motif', minLength: { value: 3, message: 'motif' } })}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Arrêter pour ce centre
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
