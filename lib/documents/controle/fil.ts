import { Worker } from 'node:worker_threads'
import type { Demandes, GenreDemande } from './demandes'

export type MotifFil = 'delai' | 'mort' | 'demande' | 'sature'
export class ErreurFil extends Error {
  override name = 'ErreurFil'
  constructor(
    readonly motif: MotifFil,
    message: string,
  ) {
    super(message)
  }
}

type Options = {
  chemin: string | URL
  delaiMs?: number
  memoireMo?: number
  nombre?: number
  attenteMax?: number
}

/**
 * Confie chaque lecture à un fil neuf, à mémoire et temps bornés : un PDF piégé ne bloque ni ne fait tomber l'application.
 * Deux à la fois ; au-delà de la file, refus immédiat.
 */
export function creerFil({
  chemin,
  delaiMs = 20_000,
  memoireMo = 384,
  nombre = 2,
  attenteMax = 20,
}: Options) {
  let occupes = 0
  const attente: (() => void)[] = []

  const executer = <G extends GenreDemande>(genre: G, entree: Demandes[G]['entree']) =>
    new Promise<Demandes[G]['sortie']>((resoudre, rejeter) => {
      const fil = new Worker(chemin, {
        workerData: { genre, ...entree },
        resourceLimits: { maxOldGenerationSizeMb: memoireMo },
        stderr: true,
        stdout: true,
      })
      const minuterie = setTimeout(
        () => finir(() => rejeter(new ErreurFil('delai', 'La lecture du fichier a dépassé son temps'))),
        delaiMs,
      )
      const finir = (suite: () => void) => {
        clearTimeout(minuterie)
        fil.removeAllListeners()
        fil.on('error', () => undefined)
        void fil.terminate()
        suite()
      }
      fil.once('message', (m: { valeur: Demandes[G]['sortie'] } | { erreur: string }) =>
        finir(() => ('valeur' in m ? resoudre(m.valeur) : rejeter(new ErreurFil('demande', m.erreur)))),
      )
      fil.once('error', (e) => finir(() => rejeter(new ErreurFil('mort', e.message))))
      fil.once('exit', () => finir(() => rejeter(new ErreurFil('mort', 'Le fil de lecture s’est arrêté'))))
    })

  return async <G extends GenreDemande>(
    genre: G,
    entree: Demandes[G]['entree'],
  ): Promise<Demandes[G]['sortie']> => {
    if (occupes >= nombre) {
      if (attente.length >= attenteMax) throw new ErreurFil('sature', 'Trop de fichiers en lecture')
      await new Promise<void>((libre) => attente.push(libre))
    }
    occupes += 1
    try {
      return await executer(genre, entree)
    } finally {
      occupes -= 1
      attente.shift()?.()
    }
  }
}
