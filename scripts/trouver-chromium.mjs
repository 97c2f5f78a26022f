// Le navigateur des tests de bout en bout : celui de CHROMIUM, celui de la machine, ou celui de Debian si l'on est root.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ErreurLancement, executer } from './erreurs.mjs'

const NOMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const AUTRES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function executable(fichier) {
  try {
    fs.accessSync(fichier, fs.constants.X_OK)
    return fs.statSync(fichier).isFile()
  } catch {
    return false
  }
}

function chercher() {
  const dossiers = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const candidats = NOMS.flatMap((nom) => [...dossiers, '/usr/bin'].map((d) => path.join(d, nom)))
  return [...candidats, ...AUTRES].find(executable)
}

function installer() {
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) return undefined
  console.error('Installation de chromium pour les tests (une minute environ)…')
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update'], options)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  return chercher()
}

/** Le chemin d'un chromium utilisable. */
export function trouverChromium() {
  if (process.env.CHROMIUM) {
    if (executable(process.env.CHROMIUM)) return process.env.CHROMIUM
    throw new ErreurLancement(
      `CHROMIUM désigne « ${process.env.CHROMIUM} », qui n’est pas un programme exécutable.`,
    )
  }
  const trouve = chercher() ?? installer()
  if (trouve) return trouve
  throw new ErreurLancement(
    'Aucun navigateur Chromium sur cette machine : installez le paquet « chromium », ou donnez son chemin dans CHROMIUM.',
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await executer(async () => console.log(trouverChromium()))
