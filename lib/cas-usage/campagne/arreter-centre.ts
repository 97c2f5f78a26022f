import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { abandonnerActe } from '../convention/abandonner-acte'
import { journaliser } from '../journal/journaliser'
import { chargerCampagne, chargerCentre, cleDuCentre } from './charger'
import type { schemaArreterCentre } from './saisies'

/**
 * Arrête la campagne pour un centre, avec son motif ; les autres continuent. Son avenant, s'il est ouvert, est abandonné.
 * Refuse un avenant signé (ETAPE_INTERDITE) et une ligne changée entre-temps.
 */
export async function arreterCentre(
  contexte: Contexte,
  saisie: z.output<typeof schemaArreterCentre>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const { campagneId, conventionId, version, motif } = saisie
  const campagne = await chargerCampagne(tx, acteur, campagneId)
  const centre = await chargerCentre(tx, campagneId, conventionId)
  if (centre.version !== version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (centre.etat === 'ARRETEE') throw new ErreurMetier('ETAPE_INTERDITE')
  if (centre.acteId) {
    const acte = await chargerActeEnMain(tx, acteur, centre.acteId)
    if (acte.etape !== 'ABANDONNEE')
      await abandonnerActe(contexte, { acteId: acte.id, version: acte.version, motif })
  }
  await tx.campagneCentre.update({
    where: cleDuCentre(campagneId, conventionId),
    data: { etat: 'ARRETEE', motif, version: { increment: 1 }, modifieLe: maintenant },
  })
  await journaliser(contexte, {
    acteId: centre.acteId ?? campagne.acteId,
    evenement: 'campagne-arretee',
    donnees: { titre: campagne.titre, motif },
  })
  return { version: version + 1 }
}
