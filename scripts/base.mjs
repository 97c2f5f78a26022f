// PostgreSQL embarqué : le vrai serveur livré par npm, ses données dans `.donnees/` (ou DOSSIER_DONNEES).
// Usage direct : node scripts/base.mjs etat | liberer
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { ErreurLancement, executer } from './erreurs.mjs'
import { disposer, estRoot, outil, phraseEchec, RACINE, verifierPlace } from './postgres-embarque.mjs'
import { verificateurScram } from './roles.mjs'

export const NOM_BASE = 'trait_union'
const PROPRIETAIRE = 'trait_union'
export const ROLE_EXECUTION = 'trait_union_execution'
// Verrous consultatifs pris sur la base « postgres » : le noyau les rend si leur porteur meurt, même par kill -9.
const VERROU_PRESENCE = 7_203_001 // partagé par tous ceux qui se servent du serveur
const VERROU_APPLICATION = 7_203_002 // exclusif : une seule application par dossier de données
const PORT_PREFERE = 54_329
const RAPIDE = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off'

const patienter = (ms) => new Promise((r) => setTimeout(r, ms))
const url = (role, motDePasse, port, base = NOM_BASE) =>
  `postgresql://${role}:${motDePasse}@127.0.0.1:${port}/${base}`

const portLibre = (voulu) =>
  new Promise((resoudre) => {
    const serveur = net.createServer().once('error', () => resoudre(portLibre(0)))
    serveur.listen(voulu, '127.0.0.1', () => {
      const { port } = serveur.address()
      serveur.close(() => resoudre(port))
    })
  })

// Préparé à côté puis déplacé d'un coup : deux processus peuvent concourir, un seul gagne, rien n'est à moitié fait.
function initialiser(lieux) {
  verifierPlace(lieux.base)
  const motDePasse = randomBytes(18).toString('base64url')
  const motDePasseExecution = randomBytes(18).toString('base64url')
  for (const reste of fs.readdirSync(lieux.base).filter((n) => /^(pg|mdp)-neuf-\d+$/.test(n)))
    if (!vivant(Number(reste.split('-').at(-1))))
      fs.rmSync(path.join(lieux.base, reste), { recursive: true, force: true })
  const neuf = path.join(lieux.base, `pg-neuf-${process.pid}`)
  const fichierMdp = path.join(lieux.base, `mdp-neuf-${process.pid}`)
  try {
    fs.mkdirSync(neuf, { mode: 0o700 })
    fs.writeFileSync(fichierMdp, motDePasse, { mode: 0o600 })
    if (estRoot()) for (const f of [neuf, fichierMdp]) fs.chownSync(f, lieux.compte.uid, lieux.compte.gid)
    const options = `-U ${PROPRIETAIRE} --auth=scram-sha-256 --encoding=UTF8 --locale-provider=icu --icu-locale=fr-FR`
    // C.UTF-8 : pg_trgm en a besoin pour voir les lettres accentuées.
    const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
    const r = outil(lieux, 'initdb', [
      ...['-D', neuf, `--pwfile=${fichierMdp}`, ...options.split(' '), `--locale=${locale}`],
      ...['--text-search-config=french', '--no-instructions'],
    ])
    if (r.status) throw new ErreurLancement(phraseEchec(lieux, r.stderr || r.stdout))
    const secrets = path.join(neuf, path.basename(lieux.secrets))
    fs.writeFileSync(secrets, JSON.stringify({ motDePasse, motDePasseExecution }), { mode: 0o600 })
    if (estRoot()) fs.chownSync(secrets, lieux.compte.uid, lieux.compte.gid)
    fs.renameSync(neuf, lieux.pg)
  } catch (erreur) {
    if (fs.existsSync(path.join(lieux.pg, 'PG_VERSION'))) return // un autre processus a fini avant nous
    if (erreur.code === 'ENOSPC') throw new ErreurLancement(phraseEchec(lieux, 'ENOSPC'), { cause: erreur })
    throw erreur
  } finally {
    for (const f of [neuf, fichierMdp]) fs.rmSync(f, { recursive: true, force: true })
  }
}

function vivant(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (erreur) {
    return erreur.code === 'EPERM'
  }
}

// Après une coupure puis un redémarrage, le numéro noté dans postmaster.pid peut être celui d'un autre programme.
function oterPidPerime(lieux) {
  const fichier = path.join(lieux.pg, 'postmaster.pid')
  if (process.platform !== 'linux' || !fs.existsSync(fichier)) return
  const pid = Number.parseInt(fs.readFileSync(fichier, 'utf8'), 10)
  let enVie = false
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    enVie = stat.includes('(postgres)') && !/\) Z/.test(stat)
  } catch {
    // le processus n'existe plus
  }
  if (!enVie) fs.rmSync(fichier, { force: true })
}

const existe = (lieux) => fs.existsSync(path.join(lieux.pg, 'PG_VERSION'))
const enMarche = (lieux) => existe(lieux) && outil(lieux, 'pg_ctl', ['status', '-D', lieux.pg]).status === 0
const portDuServeur = (lieux) =>
  Number(fs.readFileSync(path.join(lieux.pg, 'postmaster.pid'), 'utf8').split('\n')[3])

function lireSecrets(lieux) {
  try {
    return JSON.parse(fs.readFileSync(lieux.secrets, 'utf8'))
  } catch (cause) {
    const raison = cause.code === 'EACCES' ? 'n’est pas lisible par ce compte' : 'est absent ou abîmé'
    throw new ErreurLancement(
      `Le fichier ${lieux.secrets} ${raison} : lancez l’application avec le compte qui a créé le dossier de données, ou changez DOSSIER_DONNEES.`,
      { cause },
    )
  }
}

async function demarrerServeur(lieux, rapide) {
  for (let essai = 1; ; essai++) {
    if (enMarche(lieux)) return
    oterPidPerime(lieux)
    const port = await portLibre(rapide ? 0 : PORT_PREFERE)
    fs.closeSync(fs.openSync(lieux.journal, 'a', 0o600))
    if (estRoot()) fs.chownSync(lieux.journal, lieux.compte.uid, lieux.compte.gid)
    const vide = process.platform === 'win32' ? '""' : "''"
    const options = `-p ${port} -h 127.0.0.1 -k ${vide} -c timezone=UTC ${rapide ? RAPIDE : ''}`
    const avant = fs.statSync(lieux.journal).size
    const args = ['start', '-w', '-t', '60', '-D', lieux.pg, '-l', lieux.journal, '-o', options]
    const r = outil(lieux, 'pg_ctl', args)
    if (r.status === 0) return
    const sortie = fs.readFileSync(lieux.journal).subarray(avant).toString() || r.stderr
    if (essai === 8 || /No space left|incompatible/.test(sortie))
      throw new ErreurLancement(phraseEchec(lieux, sortie))
    await patienter(400) // un autre processus le démarre, ou un serveur tué finit de s'en aller
  }
}

async function ouvrir(chaine) {
  const client = new pg.Client({ connectionString: chaine, application_name: `trait-union ${process.pid}` })
  client.on('error', () => {}) // le serveur s'arrête : la prochaine requête le dira
  await client.connect()
  return client
}

// Être présent : tenir le verrou partagé. Si le serveur s'arrête à cet instant, l'appelant recommence.
async function signalerPresence(lieux, secrets) {
  const client = await ouvrir(url(PROPRIETAIRE, secrets.motDePasse, portDuServeur(lieux), 'postgres'))
  await client.query('SELECT pg_advisory_lock_shared($1)', [VERROU_PRESENCE])
  return client
}

async function preparerRoleEtBase(client, secrets) {
  const { rows } = await client.query('SELECT rolname FROM pg_roles WHERE rolname = $1', [ROLE_EXECUTION])
  if (!rows.length) {
    const verificateur = verificateurScram(secrets.motDePasseExecution)
    await client
      .query(`CREATE ROLE ${ROLE_EXECUTION} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE
              NOINHERIT PASSWORD '${verificateur}'`)
      .catch(ignorer('42710', '23505'))
  }
  const base = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NOM_BASE])
  if (!base.rowCount) await client.query(`CREATE DATABASE ${NOM_BASE}`).catch(ignorer('42P04', '23505'))
}

const ignorer =
  (...codes) =>
  (erreur) => {
    if (!codes.includes(erreur.code)) throw erreur
  }

async function prendreVerrouApplication(client, lieux) {
  const verrou = await client.query('SELECT pg_try_advisory_lock($1) AS pris', [VERROU_APPLICATION])
  if (verrou.rows[0].pris) return
  const porteur = await client.query(
    `SELECT a.application_name AS nom FROM pg_locks v JOIN pg_stat_activity a USING (pid)
     WHERE v.locktype = 'advisory' AND v.objid = $1 AND v.granted`,
    [VERROU_APPLICATION],
  )
  const processus = porteur.rows[0]?.nom.split(' ')[1]
  throw new ErreurLancement(
    `L’application tourne déjà sur le dossier de données ${lieux.base}${processus ? ` (processus ${processus})` : ''} : arrêtez-la d’abord, ou donnez un autre dossier dans DOSSIER_DONNEES.`,
  )
}

// Le dernier à partir éteint : le verrou exclusif ne s'obtient que si plus personne n'est présent.
async function quitter(lieux, client) {
  try {
    await client.query('SELECT pg_advisory_unlock_all()')
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS seul', [VERROU_PRESENCE])
    if (rows[0].seul) outil(lieux, 'pg_ctl', ['stop', '-w', '-m', 'fast', '-D', lieux.pg])
  } catch {
    // le serveur est déjà parti
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Démarre le serveur embarqué, ou rejoint celui qui tourne sur le même dossier de données.
 * @param {{ dossier?: string, application?: boolean, rapide?: boolean, detache?: boolean }} [options]
 *   `application` : réserve le dossier à cette application ; `rapide` : sans garantie de durabilité, pour les tests ;
 *   `detache` : ne retient pas le processus, et libère le serveur quand celui-ci finit.
 * @returns {Promise<{ urlProprietaire: string, urlExecution: string, dossier: string, arreter: () => Promise<void> }>}
 */
export async function demarrerBase({ dossier, application = false, rapide = false, detache = false } = {}) {
  const lieux = disposer(dossier)
  if (!existe(lieux)) initialiser(lieux)
  const secrets = lireSecrets(lieux)
  let client
  for (let essai = 1; !client; essai++) {
    await demarrerServeur(lieux, rapide)
    try {
      client = await signalerPresence(lieux, secrets)
    } catch (cause) {
      if (essai === 24) throw new ErreurLancement(phraseEchec(lieux, cause.message), { cause })
      await patienter(250)
    }
  }
  try {
    if (application) await prendreVerrouApplication(client, lieux)
    await preparerRoleEtBase(client, secrets)
  } catch (erreur) {
    await quitter(lieux, client)
    throw erreur
  }
  if (detache) {
    client.connection.stream.unref()
    process.once('exit', () => libererEnPartant(lieux.base))
  }
  const port = portDuServeur(lieux)
  let fini
  return {
    urlProprietaire: url(PROPRIETAIRE, secrets.motDePasse, port),
    urlExecution: url(ROLE_EXECUTION, secrets.motDePasseExecution, port),
    dossier: lieux.base,
    arreter: () => (fini ??= quitter(lieux, client)),
  }
}

/** Lance, sans l'attendre, ce qui éteindra le serveur si plus personne ne s'en sert. */
export function libererEnPartant(dossier) {
  spawn(process.execPath, [path.join(RACINE, 'scripts', 'base.mjs'), 'liberer'], {
    detached: true,
    stdio: 'ignore',
    cwd: RACINE,
    env: { ...process.env, DOSSIER_DONNEES: dossier },
  }).unref()
}

/** L'état du serveur embarqué, sans rien démarrer ; `null` si le dossier n'a pas encore de base. */
export async function detecterBase({ dossier } = {}) {
  const lieux = disposer(dossier)
  if (!existe(lieux)) return null
  if (!enMarche(lieux)) return { dossier: lieux.base, enMarche: false, port: null }
  return { dossier: lieux.base, enMarche: true, port: portDuServeur(lieux) }
}

/** Éteint le serveur embarqué si plus personne ne s'en sert ; rend vrai s'il est éteint. */
export async function arreterBase({ dossier } = {}) {
  const lieux = disposer(dossier)
  if (!enMarche(lieux)) return true
  const client = await signalerPresence(lieux, lireSecrets(lieux)).catch(() => undefined)
  if (client) await quitter(lieux, client)
  return !enMarche(lieux)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await executer(async () => {
    const commande = process.argv[2] ?? 'etat'
    if (commande === 'liberer') {
      await patienter(300) // laisse au processus qui finit le temps de rendre ses connexions
      await arreterBase()
    } else {
      const etat = await detecterBase()
      if (!etat) console.log('Aucune base dans le dossier de données.')
      else
        console.log(
          `Base ${etat.enMarche ? `en marche sur le port ${etat.port}` : 'arrêtée'}, dossier ${etat.dossier}`,
        )
    }
  })
