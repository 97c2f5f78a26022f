'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import type { AccordEnsemble } from '@/lib/presentation/conventions/accord-ensemble'
import type { Reponse } from '@/lib/serveur/action'

type CodeEnvoye = { courriel: string; expireLe: string }
export type ActionsAccord = {
  demanderCode: (s: { acteId: string; versionId: string }) => Promise<Reponse<CodeEnvoye>>
  accepter: (s: {
    acteId: string
    versionId: string
    code: string
  }) => Promise<Reponse<{ numero: number; complet: boolean }>>
}
type Proprietes = { acteId: string; accord: AccordEnsemble; actions: ActionsAccord }

/**
 * « J'accepte ce texte » en deux temps : ce que l'on accepte, puis le code reçu par courriel. Un texte qui a des manques
 * ne se propose pas à l'accord : le bouton dit ce qui l'en empêche.
 */
export function AccepterEnsemble({ acteId, accord, actions }: Proprietes) {
  if (accord.obstacles.length) return <PasEncore obstacles={accord.obstacles} />
  return (
    <Dialogue titre={accord.titre} decision declencheur={<Bouton>Accepter le texte</Bouton>}>
      {(fermer) => <DeuxTemps {...{ acteId, accord, actions, fermer }} />}
    </Dialogue>
  )
}

const PasEncore = ({ obstacles }: Pick<AccordEnsemble, 'obstacles'>) => (
  <Dialogue
    titre="Le texte ne peut pas encore être accepté"
    declencheur={<Bouton variante="secondaire">À compléter avant l’accord</Bouton>}
  >
    {(fermer) => (
      <div className="flex flex-col gap-4">
        <p>
          L’accord porte sur un texte entier. La direction des partenariats doit d’abord régler ces points,
          puis partager une nouvelle version. Vous pouvez dès maintenant relire et commenter.
        </p>
        <ul className="list-disc pl-5">
          {obstacles.map((o) => (
            <li key={o}>{o}</li>
          ))}
        </ul>
        <ActionsDialogue>
          <Bouton variante="secondaire" onPress={fermer}>
            Fermer
          </Bouton>
        </ActionsDialogue>
      </div>
    )}
  </Dialogue>
)

function DeuxTemps({ acteId, accord, actions, fermer }: Proprietes & { fermer: () => void }) {
  const [envoye, definirEnvoye] = useState<CodeEnvoye | null>(null)
  const demande = useActionFormulaire<{ acteId: string; versionId: string }, CodeEnvoye>(
    actions.demanderCode,
    {
      valeurs: { acteId, versionId: accord.versionId },
      apres: definirEnvoye,
    },
  )
  if (envoye)
    return (
      <SaisirCode {...{ acteId, accord, actions, fermer, envoye }} recommencer={() => definirEnvoye(null)} />
    )
  return (
    <FormulaireAction liaison={demande} className="flex flex-col gap-4">
      {accord.consequence.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={demande.attente}>
          Recevoir mon code
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}

type Saisie = { acteId: string; versionId: string; code: string }

function SaisirCode({
  acteId,
  accord,
  actions,
  fermer,
  envoye,
  recommencer,
}: Proprietes & { fermer: () => void; envoye: CodeEnvoye; recommencer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Saisie, { numero: number; complet: boolean }>(actions.accepter, {
    valeurs: { acteId, versionId: accord.versionId, code: '' },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p role="status">
        Un code à six chiffres vient de partir à l’adresse{' '}
        <span className="wrap-anywhere">{envoye.courriel}</span>. Il vaut dix minutes et sert une seule fois.
      </p>
      <Champ
        libelle="Code reçu par courriel"
        requis
        // L'étape a changé sous le clavier : la saisie suit.
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        className="max-w-48"
        {...liaison.champ('code', {
          required: 'code',
          pattern: { value: /^(\s*\d){6}\s*$/, message: 'code' },
        })}
      />
      <ActionsDialogue>
        <Bouton variante="discret" onPress={recommencer}>
          Recevoir un autre code
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          J’accepte ce texte
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
