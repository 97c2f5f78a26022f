import { estRedacteur, peutLire } from '../../domaine/acte/droits'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'

/**
 * Engagement que l'acteur règle, verrouillé jusqu'au commit. INTROUVABLE pour qui est étranger à la convention,
 * ROLE_INSUFFISANT pour qui la lit sans la rédiger, MODIFIE_ENTRE_TEMPS si un autre l'a réglé depuis.
 */
export async function chargerEngagement({ tx, acteur }: Contexte, engagementId: string, version: number) {
  await tx.$queryRaw`SELECT 1 FROM engagement WHERE id = ${engagementId}::uuid FOR UPDATE`
  const engagement = await tx.engagement.findUnique({
    where: { id: engagementId },
    include: { portees: { orderBy: { rang: 'asc' } }, cibles: { orderBy: { depuis: 'asc' } } },
  })
  const acte =
    engagement &&
    (await tx.acte.findFirst({
      where: { conventionId: engagement.conventionId, rang: 0 },
      select: { id: true, groupeId: true, organisations: true, partage: true, etape: true },
    }))
  if (!engagement || !acte || !peutLire(acteur, acte)) throw new ErreurMetier('INTROUVABLE')
  if (!estRedacteur(acteur, acte)) throw new ErreurMetier('ROLE_INSUFFISANT', { etape: acte.etape })
  if (engagement.version !== version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  return { engagement, acte }
}
