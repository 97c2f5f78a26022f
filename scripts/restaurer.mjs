// `npm run restauration -- fichier [--remplacer]` : la sauvegarde est chargée et vérifiée dans une base neuve, qui ne
// prend la place de l'actuelle qu'à la fin. Tant que rien n'est vérifié, rien n'est touché.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ErreurLancement, executer } from './erreurs.mjs'
import { cite, connecter, decrireTables, parcourir, sommer } from './format-sauvegarde.mjs'
import { accorderDroits, migrationsDuCode, migrer } from './migrer.mjs'
import { chargerFichierEnv } from './reglages.mjs'
import { ouvrirBase } from './sauvegarder.mjs'

const nomBase = (url) => decodeURIComponent(new URL(url).pathname.slice(1))
const versBase = (url, base) => {
  const adresse = new URL(url)
  adresse.pathname = `/${encodeURIComponent(base)}`
  return adresse.href
}

function verifierMigrations(enTete, dossier) {
  const connues = new Map(migrationsDuCode(dossier).map((m) => [m.nom, m.somme]))
  const inconnue = enTete.migrations.find((m) => connues.get(m.nom) !== m.somme)
  if (inconnue)
    throw new ErreurLancement(
      `La sauvegarde contient la migration ${inconnue.nom}, que cette version de l’application ne connaît pas telle quelle : installez la version qui l’a écrite.`,
    )
}

async function estVide(url) {
  const client = await connecter(url)
  try {
    for (const { nom } of await decrireTables(client))
      if ((await client.query(`SELECT 1 FROM ${cite(nom)} LIMIT 1`)).rowCount) return false
    return true
  } finally {
    await client.end()
  }
}

function chargeur(client) {
  let table
  let paquet = []
  let poids = 0
  const vider = async () => {
    if (!paquet.length) return
    const colonnes = table.colonnes.map((c) => cite(c.nom)).join(', ')
    const valeurs = table.colonnes.map((c, i) =>
      c.type === 'bytea' ? `decode(v.c${i}, 'base64')` : `v.c${i}::${c.type}`,
    )
    const entrees = table.colonnes.map((_, i) => `$${i + 1}::text[]`)
    const noms = table.colonnes.map((_, i) => `c${i}`)
    await client.query(
      `INSERT INTO ${cite(table.table)} (${colonnes}) OVERRIDING SYSTEM VALUE
       SELECT ${valeurs.join(', ')} FROM unnest(${entrees.join(', ')}) AS v(${noms.join(', ')})`,
      table.colonnes.map((_, i) => paquet.map((l) => l[i])),
    )
    paquet = []
    poids = 0
  }
  return {
    table: (t) => {
      table = t
    },
    ligne: async (ligne) => {
      paquet.push(ligne)
      poids += ligne.reduce((n, v) => n + (v?.length ?? 0), 0)
      if (paquet.length >= 500 || poids > 8_000_000) await vider()
    },
    finTable: vider,
    sequences: async (sequences) => {
      for (const { nom, valeur } of sequences)
        if (valeur !== null)
          await client.query('SELECT setval($1::regclass, $2)', [`public.${cite(nom)}`, valeur])
        else await client.query(`ALTER SEQUENCE ${cite(nom)} RESTART`)
    },
  }
}

async function charger(client, fichier) {
  await client.query('BEGIN')
  try {
    // Ni contraintes ni déclencheurs pendant le chargement : la copie est cohérente, l'ordre des tables indiffère.
    await client.query('SET LOCAL session_replication_role = replica')
  } catch (cause) {
    throw new ErreurLancement(
      'Le compte propriétaire ne peut pas suspendre les contraintes : faites exécuter par un administrateur « GRANT SET ON PARAMETER session_replication_role TO » ce compte, puis recommencez.',
      { cause },
    )
  }
  // Les migrations ont pu poser des données de référence : la sauvegarde fait foi.
  const tables = await decrireTables(client)
  if (tables.length) await client.query(`TRUNCATE ${tables.map((t) => cite(t.nom)).join(', ')} CASCADE`)
  const bilan = await parcourir(fichier, chargeur(client))
  await verifier(client, bilan.tables)
  await client.query('COMMIT')
  return bilan
}

async function verifier(client, attendues) {
  const tables = await decrireTables(client)
  for (const attendue of attendues) {
    const table = tables.find((t) => t.nom === attendue.nom)
    const relue = table && (await sommer(client, table))
    if (relue?.lignes !== attendue.lignes || relue?.somme !== attendue.somme)
      throw new ErreurLancement(
        `La table ${attendue.nom} relue après restauration diffère de la sauvegarde : rien n’a été remplacé.`,
      )
  }
  const fichier = tables.find((t) => t.nom === 'fichier')
  const aEmpreinte = ['contenu', 'empreinte'].every((c) => fichier?.colonnes.some((k) => k.nom === c))
  if (!aEmpreinte) return
  const { rows } = await client.query(
    `SELECT count(*)::int AS nombre FROM fichier WHERE contenu IS NOT NULL
     AND encode(sha256(contenu), 'hex') IS DISTINCT FROM lower(empreinte)`,
  )
  if (rows[0].nombre)
    throw new ErreurLancement(
      `${rows[0].nombre} fichier(s) de la sauvegarde ne correspondent plus à leur empreinte : rien n’a été remplacé.`,
    )
}

/**
 * Ce qui attendait de partir au moment de la sauvegarde est peut-être parti depuis : rien n'est renvoyé sans que
 * l'administrateur le décide, et un travail long se redemande.
 */
async function suspendreEnvois(url) {
  const client = await connecter(url)
  try {
    const { rows } = await client.query(
      `SELECT to_regclass('public.courriel') IS NOT NULL AND to_regclass('public.tache') IS NOT NULL AS oui`,
    )
    if (!rows[0].oui) return
    await client.query(
      `UPDATE courriel SET etat = 'INCERTAIN', version = version + 1,
         erreur = 'Ce courriel attendait quand la sauvegarde a été faite : il est peut-être parti depuis.'
       WHERE etat IN ('EN_ATTENTE', 'EN_COURS')`,
    )
    await client.query(
      `UPDATE tache SET etat = 'ECHOUEE', finie_le = now(),
         erreur = 'Une sauvegarde a été restaurée pendant ce travail : demandez-le à nouveau.'
       WHERE etat IN ('EN_ATTENTE', 'EN_COURS')`,
    )
  } finally {
    await client.end()
  }
}

async function prendreLaPlace(admin, nom, neuve) {
  const ancienne = `${neuve}_avant`
  // Des connexions peuvent s'ouvrir entre-temps : on ferme la porte avant de compter.
  await admin.query(`ALTER DATABASE ${cite(nom)} ALLOW_CONNECTIONS false`)
  try {
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ANY($1)', [
      [nom, neuve],
    ])
    await admin.query(`ALTER DATABASE ${cite(nom)} RENAME TO ${cite(ancienne)}`)
    await admin.query(`ALTER DATABASE ${cite(neuve)} RENAME TO ${cite(nom)}`)
  } catch (erreur) {
    await admin.query(`ALTER DATABASE ${cite(ancienne)} RENAME TO ${cite(nom)}`).catch(() => {})
    await admin.query(`ALTER DATABASE ${cite(nom)} ALLOW_CONNECTIONS true`).catch(() => {})
    throw erreur
  }
  await admin.query(`DROP DATABASE ${cite(ancienne)} WITH (FORCE)`)
}

/**
 * Restaure `fichier` à la place de la base désignée.
 * @param {{ urlProprietaire: string, urlExecution: string }} base
 * @param {string} fichier
 * @param {{ remplacer?: boolean, dire?: (phrase: string) => void, migrations?: string }} [options]
 */
export async function restaurer(base, fichier, { remplacer = false, dire = () => {}, migrations } = {}) {
  const { enTete } = await parcourir(fichier) // d'abord tout relire : un fichier abîmé ne touche à rien
  verifierMigrations(enTete, migrations)
  if (!remplacer && !(await estVide(base.urlProprietaire)))
    throw new ErreurLancement(
      'La base contient déjà des données : ajoutez --remplacer pour les remplacer par la sauvegarde (faites-en d’abord une sauvegarde).',
    )
  const nom = nomBase(base.urlProprietaire)
  const neuve = `${nom.slice(0, 40)}_rest_${Date.now().toString(36)}`
  const url = versBase(base.urlProprietaire, neuve)
  const admin = await connecter(versBase(base.urlProprietaire, 'postgres'))
  admin.on('error', () => {})
  let client
  try {
    await admin.query(`CREATE DATABASE ${cite(neuve)} TEMPLATE template0`)
    await migrer(url, { jusqua: enTete.migrations.map((m) => m.nom), dossier: migrations })
    client = await connecter(url)
    const bilan = await charger(client, fichier)
    await client.end()
    await migrer(url, { dire, dossier: migrations }) // puis les migrations venues depuis
    await suspendreEnvois(url)
    await accorderDroits(url, decodeURIComponent(new URL(base.urlExecution).username))
    await prendreLaPlace(admin, nom, neuve)
    return { enTete, tables: bilan.tables.length, lignes: bilan.tables.reduce((n, t) => n + t.lignes, 0) }
  } catch (cause) {
    if (cause.code === '42501')
      throw new ErreurLancement(
        `Le compte propriétaire ne peut pas créer ou renommer une base (${cause.message}) : donnez-lui CREATEDB le temps de la restauration.`,
        { cause },
      )
    throw cause
  } finally {
    await client?.end().catch(() => {})
    await admin.query(`DROP DATABASE IF EXISTS ${cite(neuve)} WITH (FORCE)`).catch(() => {})
    await admin.end().catch(() => {})
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await executer(async () => {
    chargerFichierEnv()
    const [fichier] = process.argv.slice(2).filter((a) => !a.startsWith('--'))
    if (!fichier)
      throw new ErreurLancement(
        'Indiquez la sauvegarde : npm run restauration -- chemin/vers/fichier.sauvegarde',
      )
    // Restaurer sous une application en marche la laisserait avec des connexions mortes et des écrans faux.
    const base = await ouvrirBase({ application: true })
    try {
      const options = { remplacer: process.argv.includes('--remplacer'), dire: console.log }
      const { enTete, tables, lignes } = await restaurer(base, path.resolve(fichier), options)
      console.log(`Sauvegarde du ${enTete.date} restaurée et vérifiée : ${tables} tables, ${lignes} lignes.`)
    } finally {
      await base.arreter()
    }
  })
