'use client'

import { UserPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { PersonneInvitee } from '@/lib/presentation/conventions/invitations'
import type { Reponse } from '@/lib/serveur/action'

export type ActionsInvitation = {
  inviter: (s: {
    acteId: string
    nom: string
    qualite: string
    courriel: string
    message: string
  }) => Promise<Reponse<{ invitationId: string }>>
  prolonger: (s: { invitationId: string; version: number }) => Promise<Reponse<{ version: number }>>
  revoquer: (s: { invitationId: string; version: number }) => Promise<Reponse<{ version: number }>>
}
type Proprietes = {
  acteId: string
  inviter: boolean
  personnes: readonly PersonneInvitee[]
  actions: ActionsInvitation
}

/** Personnes sans compte qui lisent par leur lien : qui, jusqu'à quand, et de quoi le prolonger ou le fermer. */
export function PersonnesInvitees({ acteId, inviter, personnes, actions }: Proprietes) {
  return (
    <section className="flex flex-col gap-2 text-[0.9375rem]">
      <h2 className="font-semibold">Personnes invitées</h2>
      {personnes.length === 0 && (
        <p className="text-encre-2">
          Aucune. Une personne sans compte peut lire et commenter ce texte par un lien personnel.
        </p>
      )}
      <ul className="space-y-3">
        {personnes.map((p) => (
          <li key={p.id}>
            <p className="font-medium">{p.nom}</p>
            {p.details.map((d) => (
              <p key={d} className="text-sm text-encre-2 wrap-anywhere">
                {d}
              </p>
            ))}
            {p.gerable && (
              <p className="mt-1 flex flex-wrap gap-2">
                <Confirmer
                  titre={`Prolonger le lien de ${p.nom}`}
                  verbe="Prolonger"
                  phrase="Le même lien vaudra trente jours de plus, à compter d’aujourd’hui."
                  envoyer={() => actions.prolonger({ invitationId: p.id, version: p.version })}
                />
                <Confirmer
                  titre={`Fermer le lien de ${p.nom}`}
                  verbe="Fermer"
                  danger
                  phrase="Le lien ne s’ouvrira plus, dès maintenant et pour de bon. Ses remarques restent."
                  envoyer={() => actions.revoquer({ invitationId: p.id, version: p.version })}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
      {inviter && (
        <Dialogue
          titre="Inviter une personne à relire"
          declencheur={
            <Bouton
              variante="secondaire"
              taille="petit"
              icone={<UserPlus aria-hidden size={16} />}
              className="self-start"
            >
              Inviter une personne
            </Bouton>
          }
        >
          {(fermer) => <Inviter acteId={acteId} inviter={actions.inviter} fermer={fermer} />}
        </Dialogue>
      )}
    </section>
  )
}

type Invite = { acteId: string; nom: string; qualite: string; courriel: string; message: string }

function Inviter({
  acteId,
  inviter,
  fermer,
}: {
  acteId: string
  inviter: ActionsInvitation['inviter']
  fermer: () => void
}) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Invite, { invitationId: string }>(inviter, {
    valeurs: { acteId, nom: '', qualite: '', courriel: '', message: '' },
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <p>
        Elle recevra un lien personnel, valable trente jours, pour lire et commenter la version partagée. Elle
        ne verra rien d’autre.
      </p>
      <Champ libelle="Nom" requis autoComplete="off" {...liaison.champ('nom', { required: 'requis' })} />
      <Champ
        libelle="Qualité"
        aide="Par exemple : médecin coordinateur, élue à la santé"
        autoComplete="off"
        {...liaison.champ('qualite')}
      />
      <Champ
        libelle="Adresse électronique"
        requis
        type="email"
        inputMode="email"
        autoComplete="off"
        {...liaison.champ('courriel', { required: 'requis' })}
      />
      <ZoneTexte libelle="Mot à joindre" {...liaison.champ('message')} />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Envoyer l’invitation
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}

type Confirmation = {
  titre: string
  verbe: string
  phrase: string
  danger?: boolean
  envoyer: () => Promise<Reponse<{ version: number }>>
}

function Confirmer({ titre, verbe, phrase, danger, envoyer }: Confirmation) {
  return (
    <Dialogue
      titre={titre}
      decision
      declencheur={
        <Bouton variante="discret" taille="petit" aria-label={titre}>
          {verbe}
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...{ verbe, phrase, danger, envoyer, fermer }} />}
    </Dialogue>
  )
}

function Formulaire({
  verbe,
  phrase,
  danger,
  envoyer,
  fermer,
}: Omit<Confirmation, 'titre'> & { fermer: () => void }) {
  const routeur = useRouter()
  const liaison = useActionFormulaire<Record<string, never>, { version: number }>(envoyer, {
    valeurs: {},
    apres: () => {
      fermer()
      routeur.refresh()
    },
  })
  return (
    <FormulaireAction liaison={liaison}>
      <p>{phrase}</p>
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" variante={danger ? 'danger' : 'principal'} attente={liaison.attente}>
          {verbe} le lien
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
