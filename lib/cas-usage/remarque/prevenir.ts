import type { Remarque } from '../../bd/genere/client'
import { coteDe } from '../../domaine/acte/droits'
import type { Destinataire, DonneesCourriel } from '../../domaine/courriel/gabarits'
import type { ActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'

/** Une même personne qui relit écrit dix remarques de suite : un seul courriel l'annonce par demi-heure. */
export const REPIT_MS = 30 * 60 * 1000

type Sujet = Pick<Remarque, 'id' | 'interne' | 'invitationId'>

/**
 * Prévient l'autre côté d'une remarque ou d'une réponse, et l'invité qui l'a ouverte. Une remarque interne ne part
 * jamais. Dit si le répit court encore : alors rien n'est écrit, la page montrera tout.
 */
export async function prevenirEcriture(
  contexte: Contexte,
  acte: ActeEnMain,
  sujet: Sujet,
  donnees: { unite: string; extrait: string; nature: string },
): Promise<void> {
  if (sujet.interne || (await vientDEcrire(contexte, acte.id))) return
  await envoyer(contexte, acte, sujet, 'remarque-ecrite', donnees)
}

/** Prévient l'autre côté d'une décision ; même répit, même silence sur l'interne. */
export async function prevenirDecision(
  contexte: Contexte,
  acte: ActeEnMain,
  sujet: Sujet,
  donnees: { unite: string; decision: string; motif: string },
): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  if (sujet.interne) return
  const autres = await tx.remarque.count({
    where: {
      acteId: acte.id,
      interne: false,
      id: { not: sujet.id },
      decideePar: acteur.utilisateurId || null,
      decideeLe: { gt: new Date(maintenant.getTime() - REPIT_MS) },
    },
  })
  if (autres === 0) await envoyer(contexte, acte, sujet, 'remarque-decidee', donnees)
}

/** Vrai si l'acteur a déjà écrit ici, en partagé, pendant le répit (une fois : ce qu'il vient d'écrire). */
async function vientDEcrire({ tx, acteur, maintenant }: Contexte, acteId: string): Promise<boolean> {
  const qui = acteur.invitation
    ? { invitationId: acteur.invitation.invitationId }
    : { auteurId: acteur.utilisateurId }
  const depuis = { gt: new Date(maintenant.getTime() - REPIT_MS) }
  const remarques = await tx.remarque.findMany({
    where: { acteId, interne: false, ...qui, creeLe: depuis },
    select: { id: true },
  })
  const reponses = await tx.messageRemarque.count({
    where: {
      remarque: { acteId, interne: false },
      remarqueId: { notIn: remarques.map((r) => r.id) },
      ...qui,
      creeLe: depuis,
    },
  })
  return remarques.length + reponses > 1
}

async function envoyer(
  contexte: Contexte,
  acte: ActeEnMain,
  sujet: Sujet,
  gabarit: 'remarque-ecrite' | 'remarque-decidee',
  donnees: DonneesCourriel,
): Promise<void> {
  const deLHopital = coteDe(contexte.acteur, acte) === 'HOPITAL'
  const autreCote = await destinatairesDe(contexte, acte, deLHopital ? ['centre', 'mairie'] : ['redacteur'])
  await notifier(contexte, {
    acteId: acte.id,
    gabarit,
    donnees: { reference: acte.reference, titre: acte.titre, auteur: contexte.acteur.nom, ...donnees },
    a: [...autreCote, ...(await inviteDe(contexte, sujet))],
  })
}

/** La personne invitée qui a ouvert la remarque, tant que son lien vaut et que ce n'est pas elle qui agit. */
async function inviteDe({ tx, acteur, maintenant }: Contexte, sujet: Sujet): Promise<Destinataire[]> {
  if (!sujet.invitationId || acteur.invitation) return []
  const invite = await tx.invitation.findFirst({
    where: { id: sujet.invitationId, revoqueeLe: null, expireLe: { gt: maintenant } },
    select: { courriel: true, nom: true },
  })
  return invite ? [invite] : []
}

/** Début d'un texte, pour un courriel. */
export const extraitDe = (texte: string): string =>
  texte.length <= 240 ? texte : `${texte.slice(0, 239).trimEnd()}…`
