// `npm start` : base prête, migrations appliquées, données amorcées, puis l'application.
// `npm run dev` (argument « dev ») : la même chose avec la compilation à la demande de Next.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { derniereLigne, direErreur, ErreurLancement } from './erreurs.mjs'
import {
  chargerFichierEnv,
  lireReglages,
  secretDeDemonstration,
  verifierNode,
  verifierPort,
} from './reglages.mjs'

const mode = process.argv[2] === 'dev' ? 'dev' : 'start'
const enfants = new Set()
let base
let interrompre = () => {} // coupe une construction en cours
let arret // la promesse de l'arrêt, une fois commencé
const patienter = (ms) => new Promise((r) => setTimeout(r, ms))

function lancer(args, options) {
  const enfant = spawn(process.execPath, args, options)
  enfants.add(enfant)
  enfant.once('close', () => enfants.delete(enfant))
  return enfant
}

async function finirEnfant(enfant) {
  if (enfant.exitCode !== null || enfant.signalCode) return
  const fin = new Promise((r) => enfant.once('close', r))
  enfant.kill('SIGTERM')
  const delai = setTimeout(() => enfant.kill('SIGKILL'), 8_000)
  await fin
  clearTimeout(delai)
}

function arreter(code) {
  arret ??= (async () => {
    interrompre()
    await Promise.all([...enfants].map(finirEnfant))
    await base?.arreter()
    process.exit(code)
  })()
  return arret
}

function parentDuShell(pid) {
  try {
    const [, nom, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
    return /^(sh|dash|bash|ash|busybox|zsh|ksh)$/.test(nom) ? Number(parent) : undefined
  } catch {
    return undefined // pas de /proc : le parent direct suffira
  }
}

function surveiller() {
  const demander = (raison) => {
    if (!arret) console.log(`\n${raison}`)
    void arreter(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => demander('Arrêt de l’application…'))
  if (!process.env.npm_lifecycle_event) return
  // Tuer npm n'atteint pas ce processus : on suit son parent, et npm lui-même quand un shell les sépare.
  const parent = process.ppid
  const npm = parentDuShell(parent)
  setInterval(() => {
    if (process.ppid !== parent || (npm && parentDuShell(parent) !== npm))
      demander('npm s’est arrêté : arrêt de l’application…')
  }, 500).unref()
}

async function ouvrirBase(reglages) {
  if (reglages.externe) {
    const { preparerBaseExterne } = await import('./base-externe.mjs')
    return preparerBaseExterne({
      url: process.env.DATABASE_URL,
      urlExecution: process.env.DATABASE_URL_EXECUTION || undefined,
      secret: reglages.secret,
    })
  }
  const { demarrerBase } = await import('./base.mjs')
  return demarrerBase({ application: true })
}

async function mettreAJour(urls) {
  const { migrer, accorderDroits } = await import('./migrer.mjs')
  const { verifierRoleExecution } = await import('./roles.mjs')
  await migrer(urls.urlProprietaire, { dire: console.log })
  await accorderDroits(urls.urlProprietaire, decodeURIComponent(new URL(urls.urlExecution).username))
  await verifierRoleExecution(urls.urlProprietaire, urls.urlExecution)
}

function collecter(enfant) {
  return new Promise((resoudre, rejeter) => {
    const textes = { stdout: '', stderr: '' }
    for (const nom of ['stdout', 'stderr'])
      enfant[nom].setEncoding('utf8').on('data', (t) => {
        textes[nom] += t
        if (process.env.TRACE === '1') process.stderr.write(t)
      })
    enfant.on('error', rejeter)
    enfant.on('close', (code) => resoudre({ code, ...textes }))
  })
}

/** Charge le socle et, s'il y a lieu, la démonstration ; rend les comptes à annoncer. */
async function amorcer(reglages, urls, construit) {
  const paquet = path.join(construit, 'amorcer.mjs')
  if (!fs.existsSync(paquet)) return { comptes: [], lienAdministrateur: null }
  const enfant = lancer([paquet], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environnement(reglages, urls, construit),
      DATABASE_URL: urls.urlProprietaire,
      DEMONSTRATION_HISTOIRE: reglages.histoire ? '1' : '',
      ADMIN_COURRIEL: process.env.ADMIN_COURRIEL ?? '',
      ADMIN_MOT_DE_PASSE: process.env.ADMIN_MOT_DE_PASSE ?? '',
    },
  })
  const { code, stdout, stderr } = await collecter(enfant)
  if (code !== 0)
    throw new ErreurLancement(`Les données de départ n’ont pas pu être chargées : ${derniereLigne(stderr)}`)
  try {
    return JSON.parse(derniereLigne(stdout))
  } catch (cause) {
    throw new ErreurLancement('Le chargement des données de départ n’a pas rendu de compte lisible.', {
      cause,
    })
  }
}

/** L'environnement de l'application : jamais l'adresse du propriétaire de la base. */
function environnement(reglages, urls, construit) {
  const env = {
    ...process.env,
    DATABASE_URL: '', // vide plutôt qu'absente : Next relirait celle d'un fichier .env
    ADMIN_MOT_DE_PASSE: '',
    DATABASE_URL_EXECUTION: urls.urlExecution,
    AUTH_SECRET: reglages.secret,
    DEMONSTRATION: reglages.demonstration ? '1' : '0',
    DOSSIER_CONSTRUIT: construit,
    DOSSIER_DONNEES_ACTIF: urls.dossier ?? '',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
  }
  if (!env.AUTH_URL) env.AUTH_TRUST_HOST ||= 'true'
  return env
}

const adresseLocale = ({ hote, port }) => {
  const nom = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[hote] ?? (hote.includes(':') ? `[${hote}]` : hote)
  return `http://${nom}:${port}`
}

async function attendreReponse(reglages, next) {
  const limite = Date.now() + (mode === 'dev' ? 180_000 : 60_000)
  let dernier = 'aucune réponse'
  while (Date.now() < limite && next.exitCode === null && !next.signalCode && !arret) {
    const statut = await fetch(`${adresseLocale(reglages)}/api/sante`, {
      signal: AbortSignal.timeout(30_000),
    })
      .then((r) => r.status)
      .catch(() => undefined)
    if (statut === 200) return
    if (statut === 404) {
      const accueil = await fetch(adresseLocale(reglages), { redirect: 'manual' }).catch(() => undefined)
      if (accueil && accueil.status < 500) return
    }
    if (statut) dernier = `état ${statut}`
    await patienter(100)
  }
  if (arret) return
  const fini = next.exitCode !== null || next.signalCode
  throw new ErreurLancement(
    fini
      ? 'Le serveur de l’application s’est arrêté en démarrant : voir les lignes ci-dessus.'
      : `L’application ne répond pas comme prévu (${dernier}) : relancez avec TRACE=1 pour le détail.`,
  )
}

function annoncer(reglages, amorce) {
  const adresse = process.env.AUTH_URL || adresseLocale(reglages).replace('127.0.0.1', 'localhost')
  console.log(`\nTrait d’union est prêt : ${adresse}`)
  if (amorce.lienAdministrateur)
    console.log(`Premier administrateur, à ouvrir une fois : ${amorce.lienAdministrateur}`)
  if (reglages.demonstration && amorce.comptes?.length) {
    const large = Math.max(...amorce.comptes.map((c) => c.courriel.length))
    console.log('\nComptes de démonstration (données fictives) :')
    for (const c of amorce.comptes)
      console.log(`  ${c.courriel.padEnd(large)}  ${c.motDePasse}  ${c.fonction}`)
  }
  console.log('\nCtrl-C pour arrêter.')
}

async function servir(reglages, urls, construit) {
  const script = path.join(import.meta.dirname, 'serveur-next.mjs')
  // Plus long que l'attente d'un mandataire inverse : c'est lui qui ferme, jamais au milieu d'une demande.
  const attente = mode === 'start' ? ['--keepAliveTimeout', '65000'] : []
  const next = lancer([script, mode, '-H', reglages.hote, '-p', String(reglages.port), ...attente], {
    stdio: ['ignore', mode === 'dev' || process.env.TRACE === '1' ? 'inherit' : 'ignore', 'inherit'],
    cwd: path.resolve(import.meta.dirname, '..'),
    env: environnement(reglages, urls, construit),
  })
  return next
}

async function demarrer() {
  verifierNode()
  chargerFichierEnv()
  const reglages = lireReglages()
  await verifierPort(reglages.port, reglages.hote)
  surveiller()
  base = await ouvrirBase(reglages)
  reglages.secret ??= secretDeDemonstration(base.dossier)
  const { construire, CONSTRUIT, interrompreConstruction } = await import('./construire.mjs')
  interrompre = interrompreConstruction
  await construire({ next: mode === 'start' })
  await mettreAJour(base)
  const amorce = await amorcer(reglages, base, CONSTRUIT)
  if (arret) return
  const next = await servir(reglages, base, CONSTRUIT)
  await attendreReponse(reglages, next)
  if (arret) return
  const { entretenirOuvrier } = await import('./ouvrier.mjs')
  const env = environnement(reglages, base, CONSTRUIT)
  entretenirOuvrier({ lancer, construit: CONSTRUIT, env, arrete: () => Boolean(arret) })
  next.once('close', (code, signal) => {
    if (arret) return
    console.error(
      `L’application s’est arrêtée d’elle-même (${signal ?? `code ${code}`}) : relancez « npm start ».`,
    )
    void arreter(1)
  })
  annoncer(reglages, amorce)
}

try {
  await demarrer()
} catch (erreur) {
  // Pendant un arrêt demandé, ce qui échoue échoue parce qu'on l'arrête.
  if (arret) await arret
  direErreur(erreur)
  await arreter(1)
}
