import 'server-only'
import { type Declaration, schemaDeclarations } from '../domaine/engagement/declaration'
import type { Tx } from './client'

/**
 * Engagements que déclare une version de modèle, à sa dernière révision. Une version d'établissement sans révision à elle
 * a celles de la version dont elle part.
 */
export async function declarationsDe(tx: Tx, versionId: string): Promise<Declaration[]> {
  const [jeu] = await tx.$queryRaw<{ declarations: unknown }[]>`
    WITH RECURSIVE lignee AS (
      SELECT id, base_id, 0 AS ecart FROM modele_version WHERE id = ${versionId}::uuid
      UNION ALL SELECT v.id, v.base_id, l.ecart + 1 FROM modele_version v JOIN lignee l ON v.id = l.base_id)
    SELECT j.declarations FROM jeu_engagements j JOIN lignee l ON l.id = j.version_id
    ORDER BY l.ecart, j.revision DESC LIMIT 1`
  return jeu ? schemaDeclarations.parse(jeu.declarations) : []
}
