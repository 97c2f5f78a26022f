import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { type Cote, coteQuiInvite, peutInviter } from '../../domaine/acte/invite'
import type { Acteur } from '../../domaine/organisation/acteur'

export type InvitationLue = {
  id: string
  nom: string
  qualite: string
  /** Adresse, montrée au seul côté qui a invité. */
  courriel: string | null
  cote: Cote
  numero: number
  etat: 'ouverte' | 'expiree' | 'revoquee'
  expireLe: Date
  ouverteLe: Date | null
  invitePar: string
  version: number
  /** L'acteur peut la prolonger ou la révoquer. */
  gerable: boolean
}
export type InvitationsLues = { inviter: boolean; personnes: InvitationLue[] }

/** Personnes invitées sur un acte, vues des deux côtés ; `null` pour qui ne tient pas l'acte (siège, fonction consultée). */
export function listerInvitations(
  acteur: Acteur,
  acteId: string,
  maintenant: Date,
): Promise<InvitationsLues | null> {
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: acteId } })
    const cote = acte && coteQuiInvite(acteur, acte)
    if (!acte || !cote) return null
    const lignes = await tx.invitation.findMany({
      where: { acteId },
      orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
      include: { versionActe: { select: { numero: true } } },
    })
    return {
      inviter: peutInviter(acteur, acte),
      personnes: lignes.map((i) => ({
        id: i.id,
        nom: i.nom,
        qualite: i.qualite,
        courriel: i.creeParCote === cote ? i.courriel : null,
        cote: i.creeParCote,
        numero: i.versionActe.numero,
        etat: i.revoqueeLe ? 'revoquee' : i.expireLe <= maintenant ? 'expiree' : 'ouverte',
        expireLe: i.expireLe,
        ouverteLe: i.ouverteLe,
        invitePar: i.creeParNom,
        version: i.version,
        gerable: i.creeParCote === cote && i.revoqueeLe === null,
      })),
    }
  })
}
