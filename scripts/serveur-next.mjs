// Fait tourner Next et s'éteint si le lanceur disparaît (kill -9) : un serveur orphelin garderait le port.
// Usage : node scripts/serveur-next.mjs start|dev -H <hôte> -p <port>, lancé par demarrer.mjs.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { libererEnPartant } from './base.mjs'

const lanceur = process.ppid
const surveillance = setInterval(() => {
  if (process.ppid === lanceur) return
  clearInterval(surveillance)
  if (process.env.DOSSIER_DONNEES_ACTIF) libererEnPartant(process.env.DOSSIER_DONNEES_ACTIF)
  process.kill(process.pid, 'SIGTERM') // Next ferme ses connexions et ses propres enfants…
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 3_000).unref() // … ou n'a plus le choix
}, 250)
surveillance.unref()

await import(pathToFileURL(createRequire(import.meta.url).resolve('next/dist/bin/next')).href)
