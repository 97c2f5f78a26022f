import type { Tx } from '../../bd/client'
import { ErreurMetier } from '../../domaine/erreurs'

/** Révoque les sessions ouvertes d'un utilisateur, sauf celle qu'on garde ; rend leur nombre. */
export async function revoquer(
  tx: Tx,
  utilisateurId: string,
  maintenant: Date,
  sauf: string | null = null,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { utilisateurId, revoqueeLe: null, ...(sauf ? { id: { not: sauf } } : {}) },
    data: { revoqueeLe: maintenant },
  })
  return count
}

/** Une écriture conditionnelle n'a touché aucune ligne : dire si l'utilisateur manque ou s'il a changé. */
export async function refuserVersion(tx: Tx, utilisateurId: string): Promise<never> {
  const existe = await tx.utilisateur.count({ where: { id: utilisateurId } })
  throw new ErreurMetier(existe ? 'MODIFIE_ENTRE_TEMPS' : 'INTROUVABLE')
}
