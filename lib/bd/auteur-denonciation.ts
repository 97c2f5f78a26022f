import type { Tx } from './client'

/**
 * Vrai si l'auteur est, ou a été, de la direction des partenariats du groupe : la dénonciation d'un gestionnaire est alors
 * venue par la poste. Un auteur inconnu n'en est pas.
 */
export async function enregistreeParLHopital(
  tx: Tx,
  groupeId: string,
  { auteurId }: { auteurId: string | null },
): Promise<boolean> {
  if (!auteurId) return false
  const habilitations = await tx.habilitation.count({
    where: { utilisateurId: auteurId, organisationId: groupeId, role: 'DIRECTION_PARTENARIATS' },
  })
  return habilitations > 0
}
