import { parentPort, workerData } from 'node:worker_threads'
import { pageAutonome } from '../html/page-autonome'
import { lireSignatures } from '../signature-pdf/lire'
import type { Demande } from './demandes'
import { relirePdf } from './relire'

// Un fil par demande : un fichier hostile n'emporte que lui, dans la mémoire et le temps qu'on lui donne.
const port = parentPort
if (!port) throw new Error('Cet ouvrier se lance dans un fil d’exécution')

const faire = (d: Demande): unknown => {
  switch (d.genre) {
    case 'relire':
      return relirePdf(d.octets, d.document)
    case 'signatures':
      return lireSignatures(d.octets, d.fige, d.document)
    case 'html':
      return pageAutonome(d.document)
  }
}

Promise.resolve()
  .then(() => faire(workerData as Demande))
  .then(
    (valeur) => port.postMessage({ valeur }),
    (erreur: unknown) =>
      port.postMessage({ erreur: erreur instanceof Error ? erreur.message : String(erreur) }),
  )
