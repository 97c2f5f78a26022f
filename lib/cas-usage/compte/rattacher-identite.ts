import type { z } from 'zod'
import { nouvelId } from '../../bd/identifiants'
import type { saisieIdentite } from '../../domaine/compte/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { Contexte } from '../contexte'
import { journaliser } from './journaliser'

/**
 * Rattache à un compte l'identité d'un fournisseur OpenID, désignée par son sujet (« sub »), jamais par le courriel :
 * un courriel se réattribue. Chacun pour soi, ou l'administrateur ; déjà rattachée au même compte, rien ne change.
 */
export async function rattacherIdentite(contexte: Contexte, saisie: z.output<typeof saisieIdentite>) {
  const { tx, acteur, maintenant } = contexte
  const { utilisateurId, fournisseur, sujet } = saisie
  if (utilisateurId !== acteur.utilisateurId) exigerAdministrateur(acteur)
  const utilisateur = await tx.utilisateur.findUnique({ where: { id: utilisateurId } })
  if (!utilisateur) throw new ErreurMetier('INTROUVABLE')
  if (!utilisateur.actif) throw new ErreurMetier('COMPTE_FERME')
  const { count } = await tx.identiteExterne.createMany({
    data: [{ id: nouvelId(maintenant.getTime()), utilisateurId, fournisseur, sujet, creeLe: maintenant }],
    skipDuplicates: true,
  })
  if (count === 0) {
    const deja = await tx.identiteExterne.findUnique({ where: { fournisseur_sujet: { fournisseur, sujet } } })
    if (deja?.utilisateurId !== utilisateurId) throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'identite' })
    return { rattachee: false }
  }
  await journaliser(contexte, { evenement: 'identite-rattachee', utilisateurId, donnees: { fournisseur } })
  return { rattachee: true }
}
