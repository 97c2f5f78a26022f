import type { z } from 'zod'
import type { saisieJeton } from '../../domaine/compte/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { Contexte } from '../contexte'
import { creerJeton } from './jetons'
import { journaliser } from './journaliser'

/** Émet le lien par lequel une personne choisit son mot de passe. Le mot de passe actuel vaut jusque-là. */
export async function emettreJetonAcces(contexte: Contexte, saisie: z.output<typeof saisieJeton>) {
  exigerAdministrateur(contexte.acteur)
  const { tx, maintenant } = contexte
  const utilisateur = await tx.utilisateur.findUnique({ where: { id: saisie.utilisateurId } })
  if (!utilisateur) throw new ErreurMetier('INTROUVABLE')
  if (!utilisateur.actif) throw new ErreurMetier('COMPTE_FERME')
  const { jeton, expireLe } = await creerJeton(tx, utilisateur.id, maintenant)
  await journaliser(contexte, { evenement: 'lien-acces-emis', utilisateurId: utilisateur.id })
  return { jeton, expireLe: expireLe.toISOString() }
}
