import type { z } from 'zod'
import type { saisieDesignation } from '../../domaine/compte/saisies'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { Contexte } from '../contexte'
import { refuserVersion, revoquer } from './acces'
import { journaliser } from './journaliser'

/** Rouvre un compte fermé. Aucune ancienne session ne revit. */
export async function reactiverUtilisateur(contexte: Contexte, saisie: z.output<typeof saisieDesignation>) {
  exigerAdministrateur(contexte.acteur)
  const { tx, maintenant } = contexte
  const { utilisateurId, version } = saisie
  const { count } = await tx.utilisateur.updateMany({
    where: { id: utilisateurId, version, actif: false },
    data: { actif: true, version: { increment: 1 } },
  })
  if (count === 0) return refuserVersion(tx, utilisateurId)
  await revoquer(tx, utilisateurId, maintenant)
  await journaliser(contexte, { evenement: 'utilisateur-reactive', utilisateurId })
  return { utilisateurId, version: version + 1 }
}
