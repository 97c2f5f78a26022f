import type { Tx } from '../../bd/client'
import type { Prisma } from '../../bd/genere/client'
import { ErreurMetier } from '../../domaine/erreurs'
import { peutEcrireModeles, peutLireEcarts } from '../../domaine/modele/droits'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contexte } from '../contexte'

export type ProjetCharge = Prisma.ModeleProjetGetPayload<{ include: { unites: true } }>

/** Écrire les modèles de ce groupe : INTROUVABLE pour qui ne le voit pas, ROLE_INSUFFISANT pour qui ne fait que le lire. */
export function exigerEcritureModeles(acteur: Acteur, groupeId: string): void {
  if (peutEcrireModeles(acteur, groupeId)) return
  throw new ErreurMetier(peutLireEcarts(acteur, groupeId) ? 'ROLE_INSUFFISANT' : 'INTROUVABLE')
}

/**
 * Projet que l'acteur écrit, verrouillé le temps de la transaction : une publication et une saisie s'attendent. INTROUVABLE
 * hors du groupe (la base ne montre le projet qu'à lui), ETAPE_INTERDITE s'il est publié ou abandonné.
 */
export async function chargerProjet(tx: Tx, acteur: Acteur, projetId: string): Promise<ProjetCharge> {
  const projet = await verrouillerProjet(tx, acteur, projetId)
  if (projet.closLe) throw new ErreurMetier('ETAPE_INTERDITE')
  return projet
}

/** Le même, publié ou abandonné compris : à qui appelle de dire pourquoi il refuse. */
export async function verrouillerProjet(tx: Tx, acteur: Acteur, projetId: string): Promise<ProjetCharge> {
  await tx.$queryRaw`SELECT 1 FROM modele_projet WHERE id = ${projetId}::uuid FOR UPDATE`
  const projet = await tx.modeleProjet.findUnique({
    where: { id: projetId },
    include: { unites: { orderBy: { rang: 'asc' } } },
  })
  if (!projet) throw new ErreurMetier('INTROUVABLE')
  exigerEcritureModeles(acteur, projet.groupeId)
  return projet
}

/** Change l'en-tête du projet à la version lue ; une version périmée reçoit MODIFIE_ENTRE_TEMPS. */
export async function ecrireProjet(
  { tx, maintenant }: Contexte,
  projetId: string,
  version: number,
  data: Prisma.ModeleProjetUncheckedUpdateManyInput,
): Promise<{ version: number }> {
  const { count } = await tx.modeleProjet.updateMany({
    where: { id: projetId, version, closLe: null },
    data: { ...data, version: { increment: 1 }, modifieLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  return { version: version + 1 }
}

/** Change une unité du projet à la version lue. */
export async function ecrireUniteProjet(
  { tx, acteur, maintenant }: Contexte,
  cible: { projetId: string; identite: string; version: number },
  data: Prisma.UniteProjetUncheckedUpdateManyInput,
): Promise<{ version: number }> {
  const { count } = await tx.uniteProjet.updateMany({
    where: { projetId: cible.projetId, identite: cible.identite, version: cible.version },
    data: { ...data, version: { increment: 1 }, modifieLe: maintenant, modifieParNom: acteur.nom },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS', { cible: cible.identite })
  return { version: cible.version + 1 }
}
