'use client'

import type { SignataireAttendu } from '@/lib/domaine/acte/signature'
import { signataireEnClair } from '@/lib/presentation/conventions/signature'
import type { Reponse } from '@/lib/serveur/action'
import { DialogueMotif } from './dialogue-motif'

export const RefuserDeSigner = ({
  envoiId,
  signataire: s,
  refuser,
}: {
  envoiId: string
  signataire: SignataireAttendu
  refuser: (saisie: {
    envoiId: string
    partieId: string
    rang: number
    motif: string
  }) => Promise<Reponse<unknown>>
}) => (
  <DialogueMotif
    titre="Enregistrer un refus de signer"
    ouvrir={
      <>
        Noter un refus<span className="sr-only"> de {signataireEnClair(s)}</span>
      </>
    }
    faire="Enregistrer le refus"
    consequence={`${signataireEnClair(s)} refuse de signer. L’envoi sera retiré et le texte reviendra à reprendre : les signatures déjà reçues seront gardées, mais ne compteront plus.`}
    envoyer={(motif) => refuser({ envoiId, partieId: s.partieId, rang: s.rang, motif })}
  />
)

export const Rappeler = ({
  acteId,
  version,
  rappeler,
}: {
  acteId: string
  version: number
  rappeler: (saisie: { acteId: string; version: number; motif: string }) => Promise<Reponse<unknown>>
}) => (
  <DialogueMotif
    titre="Rappeler l’envoi"
    ouvrir="Rappeler l’envoi"
    faire="Rappeler l’envoi"
    consequence="Le PDF figé ne sera plus à signer et les signatures déjà reçues ne compteront plus. Le texte accepté ne change pas : corrigez ce qui doit l’être, puis envoyez de nouveau."
    envoyer={(motif) => rappeler({ acteId, version, motif })}
  />
)
