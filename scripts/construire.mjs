// Construit ce qui tourne : client Prisma, application Next, paquets des processus annexes. Rien n'est refait tant
// que les sources n'ont pas changé, et rien n'est téléchargé. Usage : node scripts/construire.mjs [--forcer]
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { derniereLigne, ErreurLancement, executer } from './erreurs.mjs'
import { RACINE } from './postgres-embarque.mjs'

export const CONSTRUIT = path.join(RACINE, '.construit')
const GENERE = path.join(RACINE, 'lib', 'bd', 'genere')
const NEXT = path.join(RACINE, 'node_modules', 'next', 'dist', 'bin', 'next')
const PRISMA = path.join(RACINE, 'node_modules', 'prisma', 'build', 'index.js')
const DOSSIERS = ['app', 'components', 'lib', 'prisma', 'public']
const FICHIERS =
  /^(next\.config|postcss\.config|tailwind\.config|tsconfig|package|package-lock|proxy|middleware|instrumentation.*)\.(ts|js|mjs|json)$/
const PAQUETS = {
  'ouvrier-pdf': 'lib/documents/pdf/ouvrier.ts',
  'ouvrier-controle': 'lib/documents/controle/ouvrier.ts',
  amorcer: 'lib/serveur/entrees/amorcer.ts',
  ouvrier: 'lib/serveur/entrees/ouvrier.ts',
}
const HORS_LIGNE = {
  NEXT_TELEMETRY_DISABLED: '1',
  NEXT_IGNORE_INCORRECT_LOCKFILE: '1', // sinon Next interroge le registre npm pour compléter le verrou
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
}

const chemin = (...morceaux) => path.join(RACINE, ...morceaux)
const lire = (fichier) => (fs.existsSync(fichier) ? fs.readFileSync(fichier, 'utf8') : undefined)

function* fichiersDe(dossier) {
  if (dossier === GENERE || dossier === chemin('prisma', 'migrations') || !fs.existsSync(dossier)) return
  const entrees = fs.readdirSync(dossier, { withFileTypes: true })
  for (const entree of entrees.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const complet = path.join(dossier, entree.name)
    if (entree.isDirectory()) yield* fichiersDe(complet)
    else if (entree.isFile()) yield complet
  }
}

// Next récrit la liste « include » de tsconfig.json en construisant : seules les options comptent.
function contenuDe(fichier) {
  const contenu = fs.readFileSync(fichier)
  if (path.basename(fichier) !== 'tsconfig.json') return contenu
  try {
    return JSON.stringify(JSON.parse(contenu.toString()).compilerOptions)
  } catch {
    return contenu
  }
}

function empreinteDe(fichiers) {
  const somme = createHash('sha256').update(`node ${process.versions.modules}`)
  for (const fichier of fichiers)
    somme.update(`\0${path.relative(RACINE, fichier)}\0`).update(contenuDe(fichier))
  return somme.digest('hex')
}

/** Empreinte de tout ce dont dépend l'application construite. */
export function empreinteSources() {
  const configurations = fs.readdirSync(RACINE).filter((n) => FICHIERS.test(n))
  const scripts = [chemin('scripts', 'construire.mjs')]
  return empreinteDe([
    ...DOSSIERS.flatMap((d) => [...fichiersDe(chemin(d))]),
    ...configurations.sort().map((n) => chemin(n)),
    ...scripts,
  ])
}

const enCours = new Set()
/** Interrompt la construction en cours (Ctrl-C pendant `npm start`). */
export const interrompreConstruction = () => {
  for (const enfant of enCours) enfant.kill('SIGTERM')
}

function lancer(args, env = {}) {
  return new Promise((resoudre, rejeter) => {
    const enfant = spawn(process.execPath, args, {
      cwd: RACINE,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...HORS_LIGNE, ...env },
    })
    enCours.add(enfant)
    let sortie = ''
    for (const flux of [enfant.stdout, enfant.stderr])
      flux.setEncoding('utf8').on('data', (texte) => {
        sortie += texte
        if (process.env.TRACE === '1') process.stderr.write(texte)
      })
    enfant.on('error', rejeter)
    enfant.on('close', (code) => {
      enCours.delete(enfant)
      resoudre({ code, sortie })
    })
  })
}

function garderJournal(nom, sortie) {
  fs.mkdirSync(CONSTRUIT, { recursive: true })
  const fichier = path.join(CONSTRUIT, `${nom}.log`)
  fs.writeFileSync(fichier, sortie)
  return path.relative(RACINE, fichier)
}

/** Engendre le client Prisma si le schéma a changé depuis la dernière fois. */
export async function genererClient({ dire = console.log } = {}) {
  const schema = chemin('prisma', 'schema.prisma')
  if (!fs.existsSync(schema)) return false
  const empreinte = empreinteDe([schema, chemin('node_modules', 'prisma', 'package.json')])
  const temoin = path.join(GENERE, '.empreinte')
  if (lire(temoin) === empreinte) return false
  dire('Préparation de l’accès à la base…')
  const { code, sortie } = await lancer([PRISMA, 'generate', '--no-hints'])
  if (code)
    throw new ErreurLancement(
      `Le client Prisma n’a pas pu être engendré (${derniereLigne(sortie)}) : voir ${garderJournal('prisma', sortie)}.`,
    )
  fs.mkdirSync(GENERE, { recursive: true })
  fs.writeFileSync(temoin, empreinte)
  return true
}

/** Met en paquets les processus qui tournent hors de Next. */
export async function empaqueter(empreinte = empreinteSources()) {
  const temoin = path.join(CONSTRUIT, 'empreinte')
  const entrees = Object.entries(PAQUETS).filter(([, source]) => fs.existsSync(chemin(source)))
  const presents = entrees.every(([nom]) => fs.existsSync(path.join(CONSTRUIT, `${nom}.mjs`)))
  if (!entrees.length || (presents && lire(temoin) === empreinte)) return false
  try {
    await build({
      entryPoints: Object.fromEntries(entrees.map(([nom, source]) => [nom, chemin(source)])),
      outdir: CONSTRUIT,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      jsx: 'automatic',
      sourcemap: 'inline',
      sourcesContent: false,
      alias: { 'server-only': chemin('node_modules', 'server-only', 'empty.js'), '@': RACINE },
      banner: {
        js: `import { createRequire as creerRequire } from 'node:module';const require = creerRequire(import.meta.url);`,
      },
      logLevel: process.env.TRACE === '1' ? 'info' : 'silent',
    })
  } catch (cause) {
    const premiere = cause.errors?.[0]
    const lieu = premiere?.location ? ` (${premiere.location.file}:${premiere.location.line})` : ''
    throw new ErreurLancement(
      `Les processus annexes n’ont pas pu être préparés : ${premiere?.text ?? cause.message}${lieu}.`,
      { cause },
    )
  }
  fs.writeFileSync(temoin, empreinte)
  return true
}

async function construireNext(empreinte, dire) {
  const temoin = chemin('.next', 'empreinte')
  if (lire(temoin) === empreinte && fs.existsSync(chemin('.next', 'BUILD_ID'))) return false
  dire('Construction de l’application (une minute environ)…')
  fs.rmSync(temoin, { force: true })
  const debut = Date.now()
  // La construction ne doit dépendre ni d'une base ni d'un secret de cette machine.
  const env = { NODE_ENV: 'production', DATABASE_URL: '', DATABASE_URL_EXECUTION: '', AUTH_SECRET: '' }
  const { code, sortie } = await lancer([NEXT, 'build'], env)
  if (code !== 0)
    throw new ErreurLancement(
      `La construction de l’application a échoué : voir ${garderJournal('construction', sortie)} (ou relancez avec TRACE=1).`,
    )
  fs.writeFileSync(temoin, empreinte)
  dire(`Application construite en ${Math.round((Date.now() - debut) / 1000)} s.`)
  return true
}

// Deux départs simultanés ne construisent pas dans le même dossier : le second attend puis trouve tout prêt.
async function seul(corps, dire) {
  const verrou = path.join(CONSTRUIT, 'verrou')
  fs.mkdirSync(CONSTRUIT, { recursive: true })
  for (let prevenu = false; ; ) {
    try {
      fs.writeFileSync(verrou, String(process.pid), { flag: 'wx' })
      break
    } catch (erreur) {
      if (erreur.code !== 'EEXIST') throw erreur
    }
    const pid = Number(lire(verrou) || 0)
    if (pid && !enVie(pid)) fs.rmSync(verrou, { force: true })
    else if (!prevenu) {
      dire('Une autre construction est en cours, on l’attend…')
      prevenu = true
    }
    await new Promise((r) => setTimeout(r, 300))
  }
  try {
    return await corps()
  } finally {
    fs.rmSync(verrou, { force: true })
  }
}

function enVie(pid) {
  try {
    return process.kill(pid, 0)
  } catch (erreur) {
    return erreur.code === 'EPERM'
  }
}

const dejaConstruit = (empreinte) =>
  lire(chemin('.next', 'empreinte')) === empreinte && lire(path.join(CONSTRUIT, 'empreinte')) === empreinte

/** Tout ce qu'il faut avant de démarrer. `next: false` pour le développement, où Next compile à la demande. */
export async function construire({ next = true, forcer = false, dire = console.log } = {}) {
  if (!forcer && next && dejaConstruit(empreinteSources())) return
  try {
    await seul(async () => {
      if (forcer)
        for (const f of ['.next/empreinte', '.construit/empreinte']) fs.rmSync(chemin(f), { force: true })
      await genererClient({ dire })
      const empreinte = empreinteSources()
      await empaqueter(empreinte)
      if (next) await construireNext(empreinte, dire)
    }, dire)
  } catch (cause) {
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(cause.code)) throw cause
    const raison = cause.code === 'ENOSPC' ? 'le disque est plein' : 'ce compte n’a pas le droit d’y écrire'
    throw new ErreurLancement(
      `La construction ne peut pas écrire dans le dossier de l’application (${raison}) : construisez-la d’abord avec « npm run build » depuis le compte qui le possède.`,
      { cause },
    )
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await executer(async () => {
    await construire({ forcer: process.argv.includes('--forcer') })
    console.log('Tout est construit.')
  })
