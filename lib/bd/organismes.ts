import 'server-only'
import type { Tx } from './client'
import type { Prisma } from './genere/client'

export type Organisme = { id: string; nom: string; adresse: string | null }

const CHOISIS = { select: { id: true, nom: true, adresse: true } } as const

/**
 * Organismes ouverts qui peuvent prendre la place d'une partie : pour l'hôpital, une institution ; pour un gestionnaire,
 * celui d'un centre partenaire du groupe, ou un organisme qui ne gère encore aucun centre.
 */
export async function organismesPossibles(
  tx: Tx,
  groupeId: string,
  role: 'HOPITAL' | 'GESTIONNAIRE',
): Promise<Organisme[]> {
  const where: Prisma.OrganisationWhereInput =
    role === 'HOPITAL'
      ? { nature: 'INSTITUTION', jusqua: null }
      : {
          nature: 'GESTIONNAIRE',
          jusqua: null,
          OR: [
            { enfants: { some: { partenariatsCentre: { some: { groupeId } } } } },
            { enfants: { none: {} } },
          ],
        }
  const lus = await tx.organisation.findMany({ where, ...CHOISIS })
  return lus.sort((a, b) => new Intl.Collator('fr').compare(a.nom, b.nom))
}
