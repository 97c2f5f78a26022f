import type { InvitationLue } from '../../lectures/invitation/lister-invitations'
import { dateEnLettres, jourCivil } from '../typographie'

export type PersonneInvitee = {
  id: string
  version: number
  nom: string
  details: string[]
  gerable: boolean
}

/** Une personne invitée, en quelques lignes : qualité, adresse, ce que dit son lien, qui l'a invitée. */
export function personneInvitee(i: InvitationLue): PersonneInvitee {
  const jour = dateEnLettres(jourCivil(i.expireLe))
  const lien = {
    ouverte: `Version ${i.numero}, lien ouvert jusqu’au ${jour}`,
    expiree: `Version ${i.numero}, lien dépassé depuis le ${jour}`,
    revoquee: `Version ${i.numero}, lien fermé`,
  }[i.etat]
  const vue = i.ouverteLe ? `Ouvert le ${dateEnLettres(jourCivil(i.ouverteLe))}` : 'Pas encore ouvert'
  return {
    id: i.id,
    version: i.version,
    nom: i.nom,
    details: [
      [i.qualite, i.courriel].filter(Boolean).join(' – '),
      i.etat === 'revoquee' && !i.ouverteLe ? lien : `${lien}. ${vue}`,
      `Par ${i.invitePar}`,
    ].filter(Boolean),
    gerable: i.gerable,
  }
}
