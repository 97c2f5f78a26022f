import { mettreEnFile } from '../../bd/file'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import { DUREE_GARDE_TACHE, type GenreTache } from '../../domaine/tache/genres'
import type { Contexte } from '../contexte'

type Demande = { genre: GenreTache; acteId: string; saisie: Prisma.InputJsonObject }

/**
 * Demande un travail long à l'ouvrier, dans la transaction en cours : rien ne part si elle est annulée. Refuse un acte
 * que l'acteur ne voit pas (INTROUVABLE) et une personne sans compte, à qui rien ne permettrait de relire sa tâche.
 */
export async function demanderTache(
  { tx, acteur, maintenant }: Contexte,
  { genre, acteId, saisie }: Demande,
): Promise<{ tacheId: string }> {
  const acte = await tx.acte.findUnique({ where: { id: acteId }, select: { id: true } })
  if (!acte) throw new ErreurMetier('INTROUVABLE')
  if (!acteur.utilisateurId) throw new ErreurMetier('ROLE_INSUFFISANT')
  await oublierLesAnciennes(tx, acteur.utilisateurId, maintenant)
  const tacheId = nouvelId(maintenant.getTime())
  await tx.tache.create({
    data: { id: tacheId, genre, acteId, saisie, demandeurId: acteur.utilisateurId, creeLe: maintenant },
  })
  await mettreEnFile(tx, 'tache', [tacheId])
  return { tacheId }
}

/** Ce qui a été fabriqué pour le demandeur ne se garde pas sans fin ; ce qui est entré dans un acte y reste. */
async function oublierLesAnciennes(tx: Contexte['tx'], demandeurId: string, maintenant: Date): Promise<void> {
  const anciennes = await tx.tache.findMany({
    where: { demandeurId, finieLe: { lt: new Date(maintenant.getTime() - DUREE_GARDE_TACHE) } },
    select: { id: true, fichierId: true },
  })
  if (anciennes.length === 0) return
  const fichiers = anciennes.flatMap((t) => (t.fichierId ? [t.fichierId] : []))
  await tx.tache.deleteMany({ where: { id: { in: anciennes.map((t) => t.id) } } })
  await tx.fichier.deleteMany({ where: { id: { in: fichiers }, usage: 'tache', acteId: null } })
}
