import type { z } from 'zod'
import { nouvelId } from '../../bd/identifiants'
import { empreinte, nouveauSecret } from '../../bd/secrets'
import {
  type Cote,
  coteQuiInvite,
  DUREE_INVITATION,
  INVITATIONS_OUVERTES,
  peutInviter,
} from '../../domaine/acte/invite'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { notifier } from '../courriel/notifier'
import { journaliser } from '../journal/journaliser'
import type { schemaInviter } from './saisies'

/**
 * Invite une personne sans compte à lire la version courante et à la commenter, pendant trente jours. Le jeton n'est écrit
 * que dans son courriel ; la base n'en garde que l'empreinte. Refuse une personne déjà invitée par ce côté.
 */
export async function inviter(
  contexte: Contexte,
  saisie: z.output<typeof schemaInviter>,
): Promise<{ invitationId: string }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  const cote = exigerCote(contexte, acte)
  const derniere = await tx.versionActe.findFirst({
    where: { acteId: acte.id },
    orderBy: { numero: 'desc' },
    select: { id: true, numero: true },
  })
  if (!derniere) throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  await exigerPlace(contexte, acte, cote, saisie.courriel)
  const jeton = nouveauSecret()
  const expireLe = new Date(maintenant.getTime() + DUREE_INVITATION)
  const jusqua = aujourdHuiAParis(expireLe)
  const invitationId = nouvelId(maintenant.getTime())
  await tx.invitation.create({
    data: {
      id: invitationId,
      acteId: acte.id,
      versionId: derniere.id,
      cote,
      nom: saisie.nom,
      qualite: saisie.qualite,
      courriel: saisie.courriel,
      empreinte: empreinte(jeton),
      expireLe,
      creeLe: maintenant,
      creePar: acteur.utilisateurId,
      creeParNom: acteur.nom,
      creeParCote: cote,
    },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'personne-invitee',
    partage: true,
    donnees: { nom: saisie.nom, numero: derniere.numero, jusqua },
  })
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: 'invitation',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      auteur: acteur.nom,
      numero: derniere.numero,
      jeton,
      expireLe: jusqua,
      message: saisie.message || null,
    },
    a: [{ courriel: saisie.courriel, nom: saisie.nom }],
  })
  return { invitationId }
}

function exigerCote({ acteur }: Contexte, acte: ActeEnMain): Cote {
  const cote = coteQuiInvite(acteur, acte)
  // Un brouillon n'a rien à montrer : c'est l'étape qui manque à la direction, non le titre.
  if (!cote && !acteur.groupes.includes(acte.groupeId)) throw new ErreurMetier('ROLE_INSUFFISANT')
  if (!cote || !peutInviter(acteur, acte)) throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  return cote
}

async function exigerPlace(
  { tx, maintenant }: Contexte,
  acte: ActeEnMain,
  cote: Cote,
  courriel: string,
): Promise<void> {
  const ouvertes = await tx.invitation.findMany({
    where: { acteId: acte.id, creeParCote: cote, revoqueeLe: null, expireLe: { gt: maintenant } },
    select: { courriel: true },
  })
  if (ouvertes.some((i) => i.courriel === courriel))
    throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'invitation' })
  if (ouvertes.length >= INVITATIONS_OUVERTES)
    throw new ErreurMetier('TROP_D_INVITATIONS', { maximum: INVITATIONS_OUVERTES })
}
