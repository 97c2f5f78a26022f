import type { z } from 'zod'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { saisieDesignation } from '../../domaine/compte/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { Contexte } from '../contexte'
import { exigerAutreAdministrateur } from '../habilitation/garde-administrateur'
import { refuserVersion, revoquer } from './acces'
import { journaliser } from './journaliser'

/** Ferme un compte : ses sessions et ses liens d'accès tombent aussitôt ; ses habilitations restent écrites. */
export async function desactiverUtilisateur(contexte: Contexte, saisie: z.output<typeof saisieDesignation>) {
  exigerAdministrateur(contexte.acteur)
  const { tx, maintenant } = contexte
  const { utilisateurId, version } = saisie
  if (utilisateurId === contexte.acteur.utilisateurId) throw new ErreurMetier('SOI_MEME')
  await exigerAutreAdministrateur(tx, { utilisateurId }, aujourdHuiAParis(maintenant))
  const { count } = await tx.utilisateur.updateMany({
    where: { id: utilisateurId, version, actif: true },
    data: { actif: false, version: { increment: 1 } },
  })
  if (count === 0) return refuserVersion(tx, utilisateurId)
  const sessions = await revoquer(tx, utilisateurId, maintenant)
  await tx.jetonCompte.deleteMany({ where: { utilisateurId, utiliseLe: null } })
  await journaliser(contexte, { evenement: 'utilisateur-desactive', utilisateurId, donnees: { sessions } })
  return { utilisateurId, version: version + 1 }
}
