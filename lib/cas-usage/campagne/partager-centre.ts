import type { z } from 'zod'
import { chargerActeEnMain } from '../acte/charger'
import { partagerVersion } from '../acte/partager-version'
import type { Contexte } from '../contexte'
import { chargerCampagne, chargerCentre, cleDuCentre } from './charger'
import type { schemaCentreDeCampagne } from './saisies'

/**
 * Partage avec ce centre l'avenant que la campagne lui a préparé. Ne fait rien de ce qui est déjà parti, arrêté, ou
 * reste à finir à la main ; rend vrai quand l'avenant vient de partir.
 */
export async function partagerCentre(
  contexte: Contexte,
  saisie: z.output<typeof schemaCentreDeCampagne> & { message: string },
): Promise<boolean> {
  const { tx, acteur } = contexte
  const { campagneId, conventionId, message } = saisie
  await chargerCampagne(tx, acteur, campagneId)
  const centre = await chargerCentre(tx, campagneId, conventionId)
  if (centre.etat !== 'PREPAREE' || !centre.acteId) return false
  const acte = await chargerActeEnMain(tx, acteur, centre.acteId)
  if (acte.partage || acte.etape !== 'BROUILLON') return false
  await partagerVersion(contexte, { acteId: acte.id, version: acte.version, message })
  await tx.campagneCentre.update({
    where: cleDuCentre(campagneId, conventionId),
    data: { erreur: null, version: { increment: 1 } },
  })
  return true
}
