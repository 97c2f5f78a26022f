import 'server-only'
import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import { referenceDActe } from '../../domaine/acte/reference'

export type ActeDuCentre = Awaited<ReturnType<typeof lireConventionsDuCentre>>[number]

/**
 * Actes du centre que l'acteur peut voir : la sécurité par ligne de la transaction fait le tri. Une convention finit quand
 * finit sa chaîne : un avenant signé a pu porter son terme plus loin.
 */
export async function lireConventionsDuCentre(tx: Tx, centreId: string) {
  const actes = await tx.acte.findMany({
    where: { centres: { some: { organisationId: centreId } } },
    include: { convention: { select: { reference: true } } },
    orderBy: [{ conventionId: 'desc' }, { rang: 'asc' }],
  })
  const finDe = (a: (typeof actes)[number]) =>
    actes
      .filter(
        (b) => b.id === a.id || (a.rang === 0 && b.conventionId === a.conventionId && b.etape === 'SIGNEE'),
      )
      .map((b) => versIsoOuNul(b.dateFin) ?? '')
      .sort()
      .at(-1) || null
  return actes.map((a) => ({
    id: a.id,
    conventionId: a.conventionId,
    reference: referenceDActe(a.convention.reference, a.rang),
    genre: a.genre,
    rang: a.rang,
    titre: a.titre,
    etape: a.etape,
    dateEffet: versIsoOuNul(a.dateEffet),
    dateFin: finDe(a),
    resilieeLe: versIsoOuNul(a.resilieeLe),
  }))
}
