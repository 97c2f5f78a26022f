// Le rôle d'exécution : celui de l'application en marche. Il lit et écrit, mais ne possède rien, pour que la
// sécurité par ligne de PostgreSQL s'applique à lui.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { ErreurLancement } from './erreurs.mjs'

/** Vérificateur SCRAM calculé ici : le mot de passe en clair ne passe ni sur le réseau ni dans les journaux. */
export function verificateurScram(motDePasse, tours = 4096) {
  const sel = randomBytes(16)
  const cle = pbkdf2Sync(motDePasse, sel, tours, 32, 'sha256')
  const hmac = (texte) => createHmac('sha256', cle).update(texte).digest()
  const gardee = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${tours}:${sel.toString('base64')}$${gardee}:${hmac('Server Key').toString('base64')}`
}

/** Refuse un rôle d'exécution trop puissant : la sécurité par ligne ne l'arrêterait pas. */
export async function verifierRoleExecution(urlProprietaire, urlExecution) {
  const [proprietaire, execution] = await Promise.all([decrire(urlProprietaire), decrire(urlExecution)])
  const exces =
    (execution.role === proprietaire.role && 'il est aussi le propriétaire de la base') ||
    (execution.superutilisateur && 'il est superutilisateur') ||
    (execution.contourne && 'il contourne la sécurité par ligne (BYPASSRLS)') ||
    (execution.possede && 'il possède la base ou des tables') ||
    (execution.heritage && `il est membre de « ${execution.heritage} »`)
  if (exces)
    throw new ErreurLancement(
      `Le rôle d’exécution « ${execution.role} » a trop de droits (${exces}) : donnez dans DATABASE_URL_EXECUTION un rôle ordinaire.`,
    )
  if (execution.base !== proprietaire.base || execution.serveur !== proprietaire.serveur)
    throw new ErreurLancement(
      'DATABASE_URL et DATABASE_URL_EXECUTION ne désignent pas la même base : corrigez l’une des deux.',
    )
  return execution.role
}

async function decrire(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query(`
      SELECT r.rolname AS role, r.rolsuper AS superutilisateur, r.rolbypassrls AS contourne,
        current_database() AS base, pg_postmaster_start_time()::text AS serveur,
        EXISTS (SELECT 1 FROM pg_database d WHERE d.datname = current_database() AND d.datdba = r.oid)
        OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r','p','v','m','S')) AS possede,
        (SELECT g.rolname FROM pg_roles g WHERE g.oid <> r.oid AND pg_has_role(r.oid, g.oid, 'MEMBER')
          AND (g.rolsuper OR g.rolbypassrls OR g.oid = (SELECT datdba FROM pg_database WHERE datname = current_database())
            OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = g.oid AND c.relnamespace = 'public'::regnamespace))
          LIMIT 1) AS heritage
      FROM pg_roles r WHERE r.rolname = current_user`)
    return rows[0]
  } finally {
    await client.end()
  }
}
