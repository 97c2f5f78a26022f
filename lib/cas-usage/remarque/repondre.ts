import type { z } from 'zod'
import { nouvelId } from '../../bd/identifiants'
import { peutRepondre } from '../../domaine/acte/remarques'
import type { TexteFige } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import {
  avecDeterminant,
  chargerRemarque,
  coteQuiEcrit,
  exigerEcriture,
  nomDUnite,
  type RemarqueEnMain,
} from './charger'
import { extraitDe, prevenirEcriture } from './prevenir'
import type { schemaRepondre } from './saisies'

/** Répond dans le fil d'une remarque ouverte. La réponse à une remarque interne est interne. */
export async function repondre(
  contexte: Contexte,
  saisie: z.output<typeof schemaRepondre>,
): Promise<{ messageId: string }> {
  const { tx, acteur, maintenant } = contexte
  const { acte, remarque, droits } = await chargerRemarque(tx, acteur, saisie.remarqueId)
  exigerEcriture(acteur, acte, remarque.interne)
  if (!peutRepondre(acteur, acte, droits)) throw new ErreurMetier('REMARQUE_DECIDEE')
  const message = await tx.messageRemarque.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      remarqueId: remarque.id,
      texte: saisie.texte,
      cote: coteQuiEcrit(acteur, acte),
      auteurId: acteur.utilisateurId || null,
      invitationId: acteur.invitation?.invitationId ?? null,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'remarque-repondue',
    cible: remarque.identite ?? undefined,
    partage: !remarque.interne,
    donnees: { interne: remarque.interne },
  })
  await prevenirEcriture(contexte, acte, remarque, {
    unite: avecDeterminant(await articleDe(contexte, remarque)),
    extrait: extraitDe(saisie.texte),
    nature: 'réponse',
  })
  return { messageId: message.id }
}

/** L'article d'une remarque, au numéro que lui donnait la version où elle a été écrite. */
export async function articleDe({ tx }: Contexte, remarque: RemarqueEnMain['remarque']): Promise<string> {
  if (!remarque.versionId) return 'texte en cours'
  const { texte } = await tx.versionActe.findUniqueOrThrow({
    where: { id: remarque.versionId },
    select: { texte: true },
  })
  return nomDUnite(texte as unknown as TexteFige, remarque.identite)
}
