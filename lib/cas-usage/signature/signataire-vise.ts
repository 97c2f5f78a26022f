import { coteDe } from '../../domaine/acte/droits'
import { attendusDe, type SignataireAttendu } from '../../domaine/acte/signature'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import type { EnvoiEnMain } from './envoi-ouvert'

/**
 * Le signataire figé que l'on désigne, s'il n'a pas encore répondu. Chaque côté répond pour les siens ; le groupe
 * rédacteur, à qui tout revient, pour tous.
 */
export async function exigerSignataire(
  { tx, acteur }: Contexte,
  { acte, envoi, parties }: EnvoiEnMain,
  vise: { partieId: string; rang: number },
): Promise<SignataireAttendu> {
  const trouve = attendusDe(parties).find((a) => a.partieId === vise.partieId && a.rang === vise.rang)
  if (!trouve) throw new ErreurMetier('SAISIE_INVALIDE')
  if (!acteur.groupes.includes(acte.groupeId) && coteDe(acteur, acte) !== trouve.role)
    throw new ErreurMetier('ROLE_INSUFFISANT')
  const deja = await tx.signature.findUnique({
    where: { envoiId_partieId_rang: { envoiId: envoi.id, partieId: vise.partieId, rang: vise.rang } },
  })
  if (deja) throw new ErreurMetier('DEJA_SIGNE', { nom: trouve.nom })
  return trouve
}
