'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { changerMotDePasse } from '@/lib/cas-usage/compte/changer-mot-de-passe'
import { revoquerSessions } from '@/lib/cas-usage/compte/revoquer-sessions'
import { saisieChangement, saisieRevocation } from '@/lib/domaine/compte/saisies'
import { action } from '@/lib/serveur/action'
import { deconnecter } from '@/lib/serveur/auth'
import { lireSession } from '@/lib/serveur/session'

export const changerMonMotDePasse = action(
  saisieChangement,
  async (contexte, saisie) =>
    changerMotDePasse(contexte, { ...saisie, sessionGardee: (await lireSession())?.sessionId ?? null }),
  { avantChangement: true },
)

/** Ferme une de mes sessions. */
export const fermerMaSession = action(
  saisieRevocation.pick({ sessionId: true }),
  (contexte, { sessionId }) => revoquerSessions(contexte, { sessionId }),
  { apres: () => revalidatePath('/compte') },
)

/** Ferme toutes mes sessions, celle-ci comprise. */
export const meDeconnecterPartout = action(
  saisieRevocation.pick({}),
  (contexte) => revoquerSessions(contexte, {}),
  {
    avantChangement: true,
    apres: async () => {
      await deconnecter()
      redirect('/connexion')
    },
  },
)

/** Ferme cette session. Permise à tous, même sans session encore ouverte. */
export async function meDeconnecter(): Promise<void> {
  await deconnecter()
  redirect('/connexion')
}
