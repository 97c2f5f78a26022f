'use client'

import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { adresseModifier } from '@/lib/presentation/conventions/adresses'
import { compter } from '@/lib/presentation/typographie'
import type { Reponse } from '@/lib/serveur/action'

type Visee = { acteId: string; version: number }
type Declaration = Visee & { relue: boolean }
type Correction = Visee & { motif: string }
export type ActionsTranscription = {
  commencer: (s: Visee) => Promise<Reponse<unknown>>
  declarer: (s: Visee & { relue: true }) => Promise<Reponse<unknown>>
  corriger: (s: Correction) => Promise<Reponse<unknown>>
}

/** Ouvre l'atelier sur le texte en vigueur le jour de l'effet de l'avenant. */
export function CommencerTranscription({
  reference,
  acteId,
  version,
  commencer,
}: Visee & { reference: string; commencer: ActionsTranscription['commencer'] }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Visee>(commencer, {
    valeurs: { acteId, version },
    apres: () => routeur.push(adresseModifier(reference)),
  })
  return (
    <FormulaireAction liaison={liaison}>
      <Bouton type="submit" attente={liaison.attente}>
        Transcrire ses modifications
      </Bouton>
    </FormulaireAction>
  )
}

/** Déclarer que tout l'avenant est transcrit, après relecture : le texte en vigueur en tient compte aussitôt. */
export function DeclarerTranscription(
  proprietes: Visee & { nombre: number; declarer: ActionsTranscription['declarer'] },
) {
  return (
    <Dialogue
      titre="Déclarer la transcription complète"
      decision
      declencheur={<Bouton>Déclarer la transcription complète</Bouton>}
    >
      {(fermer) => <Declarer {...proprietes} fermer={fermer} />}
    </Dialogue>
  )
}

function Declarer({
  acteId,
  version,
  nombre,
  declarer,
  fermer,
}: Visee & { nombre: number; declarer: ActionsTranscription['declarer']; fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Declaration>(({ relue: _, ...s }) => declarer({ ...s, relue: true }), {
    valeurs: { acteId, version, relue: false },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>
        Le texte en vigueur tiendra compte de {compter(nombre, 'modification')} dès maintenant, et le centre
        comme son gestionnaire les liront avec l’acte signé. La corriger ensuite demandera un motif.
      </p>
      <Case
        libelle="J’ai relu chaque modification sur l’acte signé, et il n’en manque aucune"
        requis
        {...liaison.champ('relue', { required: 'requis' })}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Pas encore
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Déclarer complète
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}

/** Rouvrir une transcription déclarée, avec un motif. */
export function CorrigerTranscription(
  proprietes: Visee & { reference: string; corriger: ActionsTranscription['corriger'] },
) {
  return (
    <Dialogue
      titre="Corriger la transcription"
      declencheur={<Bouton variante="secondaire">Corriger la transcription</Bouton>}
    >
      {(fermer) => <Corriger {...proprietes} fermer={fermer} />}
    </Dialogue>
  )
}

function Corriger({
  reference,
  acteId,
  version,
  corriger,
  fermer,
}: Visee & { reference: string; corriger: ActionsTranscription['corriger']; fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Correction>(corriger, {
    valeurs: { acteId, version, motif: '' },
    apres: () => routeur.push(adresseModifier(reference)),
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>
        Le texte en vigueur garde la transcription d’aujourd’hui jusqu’à ce que la correction soit déclarée
        complète à son tour. Le motif s’inscrit au journal, que l’autre partie lit aussi.
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
          Rouvrir la transcription
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
