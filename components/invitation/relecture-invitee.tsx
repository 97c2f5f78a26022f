'use client'

import { type ComponentProps, useMemo } from 'react'
import type { ActionsRelecture, PosteRelecture } from '@/components/relecture/actions'
import { Relecture } from '@/components/relecture/relecture'
import type { ConventionLue } from '@/lib/presentation/redaction/types'
import type { Reponse } from '@/lib/serveur/action'

type AvecJeton<F> = F extends (saisie: infer S) => infer R ? (saisie: S & { jeton: string }) => R : never

/** Les écritures d'une personne invitée : les mêmes que les autres, chacune avec le jeton de son lien. */
export type ActionsInvitee = {
  [C in 'ecrire' | 'proposer' | 'repondreAuFil' | 'decider']: AvecJeton<ActionsRelecture[C]>
} & { lireTexte: (jeton: string, numero: number) => Promise<Reponse<ConventionLue>> }

type Proprietes = Omit<ComponentProps<typeof Relecture>, 'poste'> & {
  jeton: string
  poste: Omit<PosteRelecture, 'actions'>
  actions: ActionsInvitee
}

/** L'écran de relecture, ouvert par un lien personnel : on y commente et on y propose, on n'y accepte rien. */
export function RelectureInvitee({ jeton, poste, actions, ...reste }: Proprietes) {
  const { lue } = poste
  const liees = useMemo<ActionsRelecture>(
    () => ({
      ecrire: (s) => actions.ecrire({ ...s, jeton }),
      proposer: (s) => actions.proposer({ ...s, jeton }),
      repondreAuFil: (s) => actions.repondreAuFil({ ...s, jeton }),
      decider: (s) => actions.decider({ ...s, jeton }),
      lireTexte: () => actions.lireTexte(jeton, lue),
    }),
    [actions, jeton, lue],
  )
  return <Relecture {...reste} poste={{ ...poste, actions: liees }} />
}
