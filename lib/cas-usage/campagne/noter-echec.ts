import type { Contexte } from '../contexte'
import { chargerCampagne, chargerCentre, cleDuCentre } from './charger'

type Echec = { campagneId: string; conventionId: string; erreur: string }

/**
 * Note pourquoi un centre n'a pu être préparé ou son avenant partagé, à part de la transaction annulée. Un centre déjà
 * préparé le reste : seule la phrase s'ajoute. Un centre arrêté entre-temps n'est pas touché.
 */
export async function noterEchec(
  { tx, acteur, maintenant }: Contexte,
  { campagneId, conventionId, erreur }: Echec,
): Promise<void> {
  await chargerCampagne(tx, acteur, campagneId)
  const centre = await chargerCentre(tx, campagneId, conventionId)
  if (centre.etat === 'ARRETEE') return
  await tx.campagneCentre.update({
    where: cleDuCentre(campagneId, conventionId),
    data: {
      erreur,
      ...(centre.acteId ? {} : { etat: 'ECHEC' as const }),
      version: { increment: 1 },
      modifieLe: maintenant,
    },
  })
}
