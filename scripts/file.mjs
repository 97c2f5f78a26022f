// La file des courriels et des travaux longs (pg-boss), dans son propre schéma. Le propriétaire la crée et la met à
// niveau ; l'application, sous son rôle d'exécution, n'y fait qu'écrire et lire des lignes.
import PgBoss from 'pg-boss'

export const SCHEMA_FILE = 'pgboss'

/**
 * Les files, telles que `lib/bd/file.ts` les nomme. Un message ne porte qu'un identifiant : l'état vrai est dans les
 * tables `courriel` et `tache`, donc un message perdu, doublé ou périmé ne change rien à ce qui se fait.
 */
const FILES = {
  courriel: { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 150 },
  tache: { retryLimit: 2, retryDelay: 5, retryBackoff: true, expireInSeconds: 3600 },
}

/** Crée le schéma et les files, ou les met au niveau de la bibliothèque ; sans effet si tout y est. */
export async function preparerFile(connectionString) {
  const file = new PgBoss({
    connectionString,
    schema: SCHEMA_FILE,
    max: 1,
    schedule: false,
    supervise: false,
  })
  file.on('error', () => {}) // une connexion coupée se dit par la promesse en cours
  try {
    await file.start()
    const presentes = new Set((await file.getQueues()).map((f) => f.name))
    for (const [nom, options] of Object.entries(FILES))
      await (presentes.has(nom) ? file.updateQueue(nom, options) : file.createQueue(nom, options))
  } finally {
    await file.stop({ graceful: false }).catch(() => {})
  }
}
