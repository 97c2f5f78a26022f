import type { DateIso } from '../domaine/calendrier/dates'
import type { Tx } from './client'
import { Prisma } from './genere/client'

export type ModificationsSignees = {
  conventionId: string
  acteId: string
  rang: number
  /** Objet de l'avenant. */
  titre: string
  /** Pourquoi il modifie ; `null` hors du groupe rédacteur, ou s'il n'est pas dit. */
  motif: string | null
  modifications: unknown
}

/**
 * Modifications figées des avenants signés de ces chaînes qui ont pris effet ce jour-là, dans l'ordre des rangs : celles de leur dernière version, sans
 * charger le reste du texte. Un avenant sans modifications connues (repris sur scan) n'y est pas.
 */
export async function modificationsSignees(
  tx: Tx,
  conventionIds: readonly string[],
  jour: DateIso,
): Promise<ModificationsSignees[]> {
  if (conventionIds.length === 0) return []
  return tx.$queryRaw<ModificationsSignees[]>`
    SELECT DISTINCT ON (a.convention_id, a.rang) a.convention_id AS "conventionId", a.id AS "acteId", a.rang,
      a.titre, p.motif, v.texte -> 'modifications' AS modifications
    FROM acte a JOIN version_acte v ON v.acte_id = a.id LEFT JOIN projet_avenant p ON p.acte_id = a.id
    WHERE a.genre = 'AVENANT' AND a.etape = 'SIGNEE'
      AND coalesce(a.date_effet, a.date_signature) <= ${jour}::date
      AND a.convention_id IN (${Prisma.join(conventionIds.map((id) => Prisma.sql`${id}::uuid`))})
      AND jsonb_typeof(v.texte -> 'modifications') = 'array'
    ORDER BY a.convention_id, a.rang, v.numero DESC`
}
