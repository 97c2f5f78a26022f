import { coteDe } from '../../domaine/acte/droits'
import { attendusDe, type SignataireAttendu } from '../../domaine/acte/signature'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import type { EnvoiEnMain } from './envoi-ouvert'

/**
 * Le signataire figé que l'on désigne, s'il n'a pas encore répondu. Chaque partie répond pour les siens, une commune jamais
 * pour une autre ; le groupe rédacteur, à qui tout revient, pour tous.
 */
export async function exigerSignataire(
  { tx, acteur }: Contexte,
  { acte, envoi, parties }: EnvoiEnMain,
  vise: { partieId: string; rang: number },
): Promise<SignataireAttendu> {
  const trouve = attendusDe(parties).find((a) => a.partieId === vise.partieId && a.rang === vise.rang)
  if (!trouve) throw new ErreurMetier('SAISIE_INVALIDE')
  if (!acteur.groupes.includes(acte.groupeId)) {
    if (coteDe(acteur, acte) !== trouve.role) throw new ErreurMetier('ROLE_INSUFFISANT')
    await exigerSaPartie({ tx, acteur }, parties, vise.partieId)
  }
  const deja = await tx.signature.findUnique({
    where: { envoiId_partieId_rang: { envoiId: envoi.id, partieId: vise.partieId, rang: vise.rang } },
  })
  if (deja) throw new ErreurMetier('DEJA_SIGNE', { nom: trouve.nom })
  return trouve
}

/** Dans un acte groupé : son organisme gestionnaire, ou celui du centre que l'acteur dirige. */
async function exigerSaPartie(
  { tx, acteur }: Pick<Contexte, 'tx' | 'acteur'>,
  parties: EnvoiEnMain['parties'],
  partieId: string,
): Promise<void> {
  if (parties.filter((p) => p.role === 'GESTIONNAIRE').length < 2) return
  const siennes = await tx.organisation.findMany({
    where: { id: { in: [...acteur.organisations] } },
    select: { id: true, parentId: true },
  })
  const partie = parties.find((p) => p.partieId === partieId)
  const repond = siennes.some((o) => o.id === partie?.organisationId || o.parentId === partie?.organisationId)
  if (partie?.role === 'GESTIONNAIRE' && !repond) throw new ErreurMetier('ROLE_INSUFFISANT')
}
