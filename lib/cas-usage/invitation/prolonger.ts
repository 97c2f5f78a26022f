import type { z } from 'zod'
import { DUREE_INVITATION, peutInviter } from '../../domaine/acte/invite'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerInvitation } from './charger'
import type { schemaGererInvitation } from './saisies'

/** Donne trente jours de plus, à compter d'aujourd'hui, au même lien. Refuse un lien révoqué ou un acte fini. */
export async function prolonger(
  contexte: Contexte,
  saisie: z.output<typeof schemaGererInvitation>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const { acte, invitation } = await chargerInvitation(contexte, saisie.invitationId)
  if (!peutInviter(acteur, acte)) throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const expireLe = new Date(maintenant.getTime() + DUREE_INVITATION)
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, version: saisie.version, revoqueeLe: null },
    data: { expireLe, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'invitation-prolongee',
    partage: true,
    donnees: { nom: invitation.nom, jusqua: aujourdHuiAParis(expireLe) },
  })
  return { version: saisie.version + 1 }
}
