import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'

/** Note la première ouverture du lien par la personne invitée ; les suivantes ne changent rien. */
export async function noterOuverture(contexte: Contexte, numero: number): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  if (!acteur.invitation) return
  const { count } = await tx.invitation.updateMany({
    where: { id: acteur.invitation.invitationId, ouverteLe: null },
    data: { ouverteLe: maintenant },
  })
  if (count)
    await journaliser(contexte, {
      acteId: acteur.invitation.acteId,
      evenement: 'invitation-ouverte',
      partage: true,
      donnees: { numero },
    })
}
