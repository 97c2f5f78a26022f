'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { ActiviteLue, RattachementLu } from '@/lib/lectures/activite/lire-activite'
import type { ActionsActivite } from './types'

/** Rattacher à une convention-cadre de l'un des gestionnaires. */
export function Rattacher({
  acteId,
  cadres,
  rattacher,
}: {
  acteId: string
  cadres: ActiviteLue['rattachables']
  rattacher: ActionsActivite['rattacher']
}) {
  const routeur = useRouter()
  const liaison = useActionFormulaire(rattacher, {
    valeurs: { acteId, cadreId: cadres[0]?.conventionId ?? '' },
    apres: () => routeur.refresh(),
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-wrap items-end gap-3">
      <Selection
        className="min-w-56 flex-1"
        libelle="Rattacher à une convention"
        options={cadres.map((c) => ({
          valeur: c.conventionId,
          libelle: `${c.reference}, ${c.titre}${c.vivant ? '' : ' (pas en vigueur)'}`,
        }))}
        {...liaison.champ('cadreId', { required: 'choix' })}
      />
      <Bouton type="submit" variante="secondaire" attente={liaison.attente}>
        Rattacher
      </Bouton>
    </FormulaireAction>
  )
}

/** Détacher avant la signature : le numéro ne resservira pas. */
export function Detacher({
  rattachement,
  detacher,
}: {
  rattachement: RattachementLu
  detacher: ActionsActivite['detacher']
}) {
  return (
    <Dialogue
      titre={`Détacher de ${rattachement.autre.reference}`}
      decision
      declencheur={
        <Bouton variante="discret" taille="petit" aria-label={`Détacher de ${rattachement.autre.reference}`}>
          Détacher
        </Bouton>
      }
    >
      {(fermer) => <FormulaireDetacher rattachement={rattachement} detacher={detacher} fermer={fermer} />}
    </Dialogue>
  )
}

function FormulaireDetacher({
  rattachement: r,
  detacher,
  fermer,
}: {
  rattachement: RattachementLu
  detacher: ActionsActivite['detacher']
  fermer: () => void
}) {
  const routeur = useRouter()
  const liaison = useActionFormulaire(detacher, {
    valeurs: { rattachementId: r.id, version: r.version, motif: '' },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-5">
      <p>Le numéro {r.numero} reste pris dans cette convention. Vérifiez le visa du texte qui la cite.</p>
      <ZoneTexte
        libelle="Motif"
        requis
        {...liaison.champ('motif', { required: 'motif', minLength: { value: 3, message: 'motif' } })}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Garder le rattachement
        </Bouton>
        <Bouton type="submit" variante="danger" attente={liaison.attente}>
          Détacher
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
