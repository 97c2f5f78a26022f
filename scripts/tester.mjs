// `npm test` : contrôles, tests unitaires et d'architecture, intégration sur un vrai PostgreSQL, construction, bout en
// bout dans un navigateur. Finit par « N passed, N failed ». `npm test -- unitaire` pour une seule étape.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { construire, genererClient } from './construire.mjs'
import { direErreur, ErreurLancement } from './erreurs.mjs'
import { RACINE } from './postgres-embarque.mjs'
import { trouverChromium } from './trouver-chromium.mjs'
import { verifier } from './verifier.mjs'

const temporaire = fs.mkdtempSync(path.join(os.tmpdir(), 'trait-union-essais-'))
fs.chmodSync(temporaire, 0o711) // lancé par root, le compte de PostgreSQL doit pouvoir le traverser
const NEUTRE = { DATABASE_URL: '', DATABASE_URL_EXECUTION: '', AUTH_SECRET: '', TZ: 'Europe/Paris' }

function lancer(programme, args, env = {}) {
  return new Promise((resoudre, rejeter) => {
    const enfant = spawn(process.execPath, [path.join(RACINE, 'node_modules', programme), ...args], {
      cwd: RACINE,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...NEUTRE, ...env },
    })
    enfant.on('error', rejeter)
    enfant.on('close', (code) => resoudre(code ?? 1))
  })
}

const lireJson = (fichier) => {
  try {
    return JSON.parse(fs.readFileSync(fichier, 'utf8'))
  } catch {
    return undefined
  }
}

function aDesFichiers(motif, ...dossiers) {
  return dossiers.some((d) => {
    const complet = path.join(RACINE, d)
    return fs.existsSync(complet) && fs.readdirSync(complet, { recursive: true }).some((f) => motif.test(f))
  })
}

// Une étape qui échoue sans test rouge (fichier illisible, serveur absent) compte pour un échec, jamais pour rien.
function bilan(nom, code, reussis, rates) {
  if (!reussis && !rates)
    console.error(`Étape « ${nom} » : aucun test exécuté alors que des fichiers existent.`)
  const echecs = rates || (code || !reussis ? 1 : 0)
  return { reussis, rates: echecs }
}

async function vitest(nom, ...dossiers) {
  if (!aDesFichiers(/\.test\.tsx?$/, ...dossiers)) return { reussis: 0, rates: 0 }
  await genererClient()
  const fichier = path.join(temporaire, `${nom}.json`)
  const rapports = ['--reporter=default', '--reporter=json', `--outputFile.json=${fichier}`]
  const code = await lancer('vitest/vitest.mjs', ['run', '--project', nom, ...rapports])
  const r = lireJson(fichier)
  const illisibles =
    r?.testResults?.filter((t) => t.status === 'failed' && !t.assertionResults?.length).length ?? 0
  return bilan(nom, code, r?.numPassedTests ?? 0, (r?.numFailedTests ?? 0) + illisibles)
}

const portLibre = () =>
  new Promise((resoudre) => {
    const serveur = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = serveur.address()
      serveur.close(() => resoudre(port))
    })
  })

async function boutEnBout() {
  if (!aDesFichiers(/\.(spec|test)\.ts$/, 'e2e')) return { reussis: 0, rates: 0 }
  const chromium = trouverChromium()
  await construire()
  const fichier = path.join(temporaire, 'e2e.json')
  const donnees = path.join(temporaire, 'donnees')
  const code = await lancer('@playwright/test/cli.js', ['test'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: fichier,
    PORT_E2E: String(await portLibre()),
    DONNEES_E2E: donnees,
    CHROMIUM: chromium,
  })
  const { expected = 0, unexpected = 0, flaky = 0 } = lireJson(fichier)?.stats ?? {}
  return bilan('e2e', code, expected, unexpected + flaky)
}

async function controler() {
  await verifier()
  return { reussis: 0, rates: 0 }
}

const ETAPES = {
  verifier: ['Contrôles', controler],
  unitaire: [
    'Tests unitaires et d’architecture',
    () => vitest('unitaire', 'tests/unitaire', 'tests/architecture'),
  ],
  integration: ['Tests d’intégration', () => vitest('integration', 'tests/integration')],
  e2e: ['Tests de bout en bout', boutEnBout],
}

async function tester() {
  const demandees = process.argv.slice(2)
  const inconnue = demandees.find((n) => !(n in ETAPES))
  if (inconnue)
    throw new ErreurLancement(
      `Étape inconnue « ${inconnue} » : choisissez ${Object.keys(ETAPES).join(', ')}.`,
    )
  const total = { reussis: 0, rates: 0 }
  for (const nom of demandees.length ? demandees : Object.keys(ETAPES)) {
    const [titre, corps] = ETAPES[nom]
    console.log(`\n── ${titre}`)
    const { reussis, rates } = await corps().catch((erreur) => {
      direErreur(erreur)
      return { reussis: 0, rates: 1 }
    })
    total.reussis += reussis
    total.rates += rates
  }
  return total
}

try {
  const { reussis, rates } = await tester()
  console.log(`\n${reussis} passed, ${rates} failed`)
  process.exitCode = rates ? 1 : 0
} catch (erreur) {
  direErreur(erreur)
  process.exitCode = 1
} finally {
  fs.rmSync(temporaire, { recursive: true, force: true })
}
