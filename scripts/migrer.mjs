// Applique prisma/migrations/*/migration.sql dans l'ordre et tient le registre de Prisma (_prisma_migrations) :
// `prisma migrate deploy` et ce script peuvent se succéder sur la même base.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ErreurLancement } from './erreurs.mjs'
import { preparerFile, SCHEMA_FILE } from './file.mjs'
import { RACINE } from './postgres-embarque.mjs'

const VERROU = 72_707_369 // celui que prend Prisma
const SANS_SUPPRESSION = ['journal'] // ce qui est écrit au journal n'en disparaît pas
const REGISTRE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** Les migrations du code, dans l'ordre, avec leur somme. */
export function migrationsDuCode(dossier = path.join(RACINE, 'prisma', 'migrations')) {
  if (!existsSync(dossier)) return []
  const noms = readdirSync(dossier, { withFileTypes: true }).filter((d) => d.isDirectory())
  return noms
    .map((d) => d.name)
    .sort()
    .map((nom) => {
      const fichier = path.join(dossier, nom, 'migration.sql')
      if (!existsSync(fichier))
        throw new ErreurLancement(`La migration ${nom} n’a pas de fichier migration.sql.`)
      const sql = readFileSync(fichier, 'utf8')
      return { nom, sql, somme: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Ce que le registre de la base dit avoir appliqué. */
export async function migrationsAppliquees(client) {
  const { rows } = await client.query(
    `SELECT migration_name AS nom, checksum AS somme, finished_at AS fin FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows
}

async function appliquer(client, { nom, sql, somme }) {
  const debut = new Date()
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), somme, nom, debut],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {})
    throw new ErreurLancement(
      `La migration ${nom} a échoué et a été annulée, la base est intacte : ${cause.message}.`,
      { cause },
    )
  }
}

function refuserEcarts(appliquees, migrations) {
  const echouee = appliquees.find((m) => !m.fin)
  if (echouee)
    throw new ErreurLancement(
      `La migration ${echouee.nom} a échoué lors d’un essai précédent : réparez-la avec « npx prisma migrate resolve ».`,
    )
  const inconnue = appliquees.find((a) => !migrations.some((m) => m.nom === a.nom))
  if (inconnue)
    throw new ErreurLancement(
      `La base a la migration ${inconnue.nom}, que cette version de l’application ne connaît pas : elle a servi à une version plus récente.`,
    )
  const modifiee = appliquees.find((a) => migrations.some((m) => m.nom === a.nom && m.somme !== a.somme))
  if (modifiee)
    throw new ErreurLancement(
      `La migration ${modifiee.nom} a été modifiée après avoir été appliquée : rétablissez son fichier d’origine.`,
    )
}

/**
 * Met la base au niveau du code.
 * @param {string} connectionString propriétaire
 * @param {{ dire?: (phrase: string) => void, dossier?: string, jusqua?: string[] }} [options]
 *   `jusqua` : s'en tient à ces migrations (restauration d'une sauvegarde plus ancienne)
 * @returns {Promise<string[]>} les migrations appliquées cette fois
 */
export async function migrer(connectionString, { dire = () => {}, dossier, jusqua } = {}) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [VERROU]) // rendu à la fin de la connexion
    await client.query(REGISTRE)
    const migrations = migrationsDuCode(dossier)
    const appliquees = await migrationsAppliquees(client)
    refuserEcarts(appliquees, migrations)
    const restantes = migrations.filter(
      (m) => !appliquees.some((a) => a.nom === m.nom) && (!jusqua || jusqua.includes(m.nom)),
    )
    for (const migration of restantes) {
      await appliquer(client, migration)
      dire(`Migration ${migration.nom} appliquée.`)
    }
    await preparerFile(connectionString)
    return restantes.map((m) => m.nom)
  } catch (cause) {
    if (cause instanceof ErreurLancement) throw cause
    if (cause.code === '42501')
      throw new ErreurLancement(
        `Le compte propriétaire n’a pas les droits nécessaires aux migrations (${cause.message}) : il doit posséder la base.`,
        { cause },
      )
    throw new ErreurLancement(`Les migrations n’ont pas pu être appliquées : ${cause.message}.`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}

// La file : lire et écrire ses lignes, sans pouvoir créer ni retirer une file.
async function accorderFile(client, role) {
  const { rows } = await client.query('SELECT to_regnamespace($1) IS NOT NULL AS presente', [SCHEMA_FILE])
  if (!rows[0].presente) return
  await client.query(`
    REVOKE ALL ON SCHEMA ${SCHEMA_FILE} FROM PUBLIC;
    GRANT USAGE ON SCHEMA ${SCHEMA_FILE} TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA_FILE} TO ${role};
    REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA_FILE} FROM PUBLIC, ${role};
    REVOKE INSERT, UPDATE, DELETE ON ${SCHEMA_FILE}.queue FROM ${role}`)
}

/** Donne au rôle d'exécution de quoi travailler, et rien de plus : à rejouer après chaque migration. */
export async function accorderDroits(connectionString, role) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const r = pg.escapeIdentifier(role)
  try {
    await client.query('BEGIN')
    // Deux départs simultanés réécriraient les mêmes lignes de catalogue (« tuple concurrently updated »).
    await client.query('SELECT pg_advisory_xact_lock($1)', [VERROU])
    await client.query(`
      GRANT USAGE ON SCHEMA public TO ${r};
      REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${r};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${r};
      GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO ${r};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${r};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${r};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO ${r};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO ${r}`)
    await accorderFile(client, r)
    const { rows } = await client.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r','p')
       AND relname = ANY($1)`,
      [['_prisma_migrations', ...SANS_SUPPRESSION]],
    )
    for (const { relname } of rows) {
      const droits = relname === '_prisma_migrations' ? 'ALL' : 'DELETE, TRUNCATE'
      await client.query(`REVOKE ${droits} ON TABLE public.${pg.escapeIdentifier(relname)} FROM ${r}`)
    }
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {})
    throw new ErreurLancement(
      `Les droits du rôle « ${role} » n’ont pas pu être accordés : ${cause.message}.`,
      {
        cause,
      },
    )
  } finally {
    await client.end().catch(() => {})
  }
}
