import 'server-only'
import PgBoss from 'pg-boss'
import type { Tx } from './client'

/** Files de `scripts/file.mjs`. */
export type NomFile = 'courriel' | 'tache'

/** Ce que porte un message : l'identifiant de la ligne à traiter, rien d'autre. */
export type Message = { id: string }

/** Jamais démarré : il ne sert qu'à écrire la requête d'insertion, exécutée dans la transaction donnée. */
const redacteur = new PgBoss({
  db: { executeSql: () => Promise.reject(new Error('La file ne s’écrit que dans une transaction.')) },
})

/**
 * Met ces lignes en file dans la transaction en cours : si elle est annulée, la file n'en garde rien. `dansSecondes`
 * retarde le traitement.
 */
export async function mettreEnFile(
  tx: Tx,
  file: NomFile,
  ids: readonly string[],
  { dansSecondes = 0 }: { dansSecondes?: number } = {},
): Promise<void> {
  if (ids.length === 0) return
  const messages = ids.map((id) => ({
    name: file,
    data: { id } satisfies Message,
    ...(dansSecondes > 0 ? { startAfter: `${dansSecondes}` } : {}),
  }))
  const executeSql = async (sql: string, valeurs: unknown[]) => ({
    rows: await tx.$queryRawUnsafe<unknown[]>(sql, ...valeurs),
  })
  await redacteur.insert(messages, { db: { executeSql } })
}

/** Un message pris depuis plus longtemps (s) sans que sa ligne ait bougé est celui d'un ouvrier mort. */
const PRIS_SANS_EFFET = 20

/** Parmi ces lignes qui attendent, celles dont aucun message n'attend ni ne vient d'être pris. */
export async function sansMessage(tx: Tx, file: NomFile, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const vivants = await tx.$queryRaw<{ id: string }[]>`
    SELECT data->>'id' AS id FROM pgboss.job
    WHERE name = ${file} AND data->>'id' = ANY (${[...ids]})
      AND (state IN ('created', 'retry')
        OR (state = 'active' AND started_on > now() - make_interval(secs => ${PRIS_SANS_EFFET})))`
  const connus = new Set(vivants.map((v) => v.id))
  return ids.filter((id) => !connus.has(id))
}

/** La file vue de l'ouvrier, sous le rôle d'exécution : elle ne crée ni ne migre rien. */
export const ouvrirFile = (connectionString: string | undefined): PgBoss =>
  new PgBoss({
    connectionString,
    application_name: 'trait-union ouvrier',
    max: 4,
    migrate: false,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 30,
  })
export type File = PgBoss
