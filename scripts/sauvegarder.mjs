// `npm run sauvegarde [-- fichier]` : copie cohérente de toute la base, application en marche ou non.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createGzip } from 'node:zlib'
import { demarrerBase } from './base.mjs'
import { preparerBaseExterne } from './base-externe.mjs'
import { ErreurLancement, executer } from './erreurs.mjs'
import { connecter, decrireTables, FORMAT, lireTable, VERSION_FORMAT } from './format-sauvegarde.mjs'
import { migrationsAppliquees } from './migrer.mjs'
import { chargerFichierEnv } from './reglages.mjs'

/** La base à sauvegarder ou à restaurer : l'externe si DATABASE_URL est donné, sinon l'embarquée. */
export async function ouvrirBase(options = {}) {
  if (!process.env.DATABASE_URL) return demarrerBase(options)
  return preparerBaseExterne({
    url: process.env.DATABASE_URL,
    urlExecution: process.env.DATABASE_URL_EXECUTION || undefined,
    secret: process.env.AUTH_SECRET || undefined,
  })
}

function ecrivain(fichier) {
  const gzip = createGzip()
  const sortie = fs.createWriteStream(fichier, { mode: 0o600, flags: 'wx' })
  let echec
  for (const flux of [gzip, sortie]) flux.on('error', (erreur) => (echec ??= erreur))
  gzip.pipe(sortie)
  const globale = createHash('sha256')
  const ligne = async (texte) => {
    if (echec) throw echec
    globale.update(`${texte}\n`)
    if (!gzip.write(`${texte}\n`)) await Promise.race([once(gzip, 'drain'), once(sortie, 'close')])
  }
  const finir = async () => {
    gzip.end(`${JSON.stringify({ fin: true, somme: globale.digest('hex') })}\n`)
    if (!sortie.closed) await once(sortie, 'close')
    if (echec) throw echec
  }
  return { ligne, finir }
}

async function ecrireTable(client, table, ligne) {
  await ligne(JSON.stringify({ table: table.nom, colonnes: table.colonnes }))
  const somme = createHash('sha256')
  let lignes = 0
  for await (const texte of lireTable(client, table)) {
    somme.update(`${texte}\n`)
    lignes++
    await ligne(texte)
  }
  await ligne(JSON.stringify({ finTable: table.nom, lignes, somme: somme.digest('hex') }))
  return lignes
}

async function ecrireTout(client, ligne) {
  // Un seul instantané pour toute la copie : ce qui s'écrit pendant ce temps n'y est pas, rien n'y est à moitié.
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
  const migrations = (await migrationsAppliquees(client)).map(({ nom, somme }) => ({ nom, somme }))
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS serveur, now()::text AS date`,
  )
  const enTete = { format: FORMAT, version: VERSION_FORMAT, ...rows[0], migrations }
  await ligne(JSON.stringify(enTete))
  const tables = await decrireTables(client)
  let lignes = 0
  for (const table of tables) lignes += await ecrireTable(client, table, ligne)
  const sequences = await client.query(
    `SELECT sequencename AS nom, last_value::text AS valeur FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  )
  await ligne(JSON.stringify({ sequences: sequences.rows }))
  await client.query('COMMIT')
  return { tables: tables.length, lignes }
}

/** Sauvegarde la base `url` dans `fichier`, qui ne paraît qu'une fois complet. */
export async function sauvegarder(url, fichier) {
  const provisoire = `${fichier}.partiel-${process.pid}`
  const client = await connecter(url)
  try {
    if (fs.existsSync(fichier)) throw new ErreurLancement(`${fichier} existe déjà : choisissez un autre nom.`)
    fs.mkdirSync(path.dirname(fichier), { recursive: true })
    const { ligne, finir } = ecrivain(provisoire)
    const bilan = await ecrireTout(client, ligne)
    await finir()
    const descripteur = fs.openSync(provisoire, 'r+')
    fs.fsyncSync(descripteur)
    fs.closeSync(descripteur)
    fs.renameSync(provisoire, fichier)
    return { ...bilan, octets: fs.statSync(fichier).size }
  } catch (cause) {
    if (cause.code === '42P01')
      throw new ErreurLancement(
        'Cette base n’a jamais servi à Trait d’union : il n’y a rien à sauvegarder.',
        { cause },
      )
    if (['ENOSPC', 'EACCES', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST'].includes(cause.code))
      throw new ErreurLancement(`La sauvegarde ne peut pas être écrite dans ${fichier} (${cause.code}).`, {
        cause,
      })
    throw cause
  } finally {
    fs.rmSync(provisoire, { force: true })
    await client.end().catch(() => {})
  }
}

const horodatage = (d) => d.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await executer(async () => {
    chargerFichierEnv()
    const base = await ouvrirBase()
    try {
      const dossier = base.dossier ? path.join(base.dossier, 'sauvegardes') : process.cwd()
      const fichier = path.resolve(
        process.argv[2] ?? path.join(dossier, `${horodatage(new Date())}.sauvegarde`),
      )
      const { tables, lignes, octets } = await sauvegarder(base.urlProprietaire, fichier)
      console.log(
        `Sauvegarde écrite : ${fichier} (${tables} tables, ${lignes} lignes, ${Math.ceil(octets / 1024)} Ko).`,
      )
    } finally {
      await base.arreter()
    }
  })
