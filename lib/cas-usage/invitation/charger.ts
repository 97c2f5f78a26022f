import type { Invitation } from '../../bd/genere/client'
import { coteQuiInvite } from '../../domaine/acte/invite'
import { ErreurMetier } from '../../domaine/erreurs'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'

/** Invitation visible, tenue par le côté de l'acteur : chacun gère ses invités, et eux seulement. */
export async function chargerInvitation(
  { tx, acteur }: Contexte,
  invitationId: string,
): Promise<{ acte: ActeEnMain; invitation: Invitation }> {
  const invitation = await tx.invitation.findUnique({ where: { id: invitationId } })
  if (!invitation) throw new ErreurMetier('INTROUVABLE')
  const acte = await chargerActeEnMain(tx, acteur, invitation.acteId)
  if (coteQuiInvite(acteur, acte) !== invitation.creeParCote) throw new ErreurMetier('ROLE_INSUFFISANT')
  return { acte, invitation }
}
