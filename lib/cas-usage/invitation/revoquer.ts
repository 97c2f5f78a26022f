import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerInvitation } from './charger'
import type { schemaGererInvitation } from './saisies'

/** Ferme un lien, aussitôt et pour de bon : ce que la personne a écrit reste. */
export async function revoquer(
  contexte: Contexte,
  saisie: z.output<typeof schemaGererInvitation>,
): Promise<{ version: number }> {
  const { acte, invitation } = await chargerInvitation(contexte, saisie.invitationId)
  const { count } = await contexte.tx.invitation.updateMany({
    where: { id: invitation.id, version: saisie.version, revoqueeLe: null },
    data: { revoqueeLe: contexte.maintenant, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'invitation-revoquee',
    partage: true,
    donnees: { nom: invitation.nom },
  })
  return { version: saisie.version + 1 }
}
