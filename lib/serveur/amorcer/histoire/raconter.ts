import 'server-only'
import { derouler } from './derouler'
import { recit } from './recit'

/** Après une panne de la base ou du rendu (ms). */
const REPRISE = 30_000

/**
 * Raconte, sans qu'on l'attende, ce qui reste de l'histoire promise à cette base ; n'en fait rien s'il n'y en a pas. Une
 * panne se reprend, un refus métier se dit une fois : quelqu'un a changé l'acte.
 */
export function raconterHistoire(arrete: () => boolean): void {
  derouler(recit(), { arrete }).then(
    ({ joues, arret }) => {
      if (joues > 0 && arret) console.error(`[histoire] arrêtée avant sa fin (${arret}).`)
    },
    (erreur: Error) => {
      if (arrete()) return
      console.error('[histoire]', erreur.message)
      setTimeout(() => raconterHistoire(arrete), REPRISE).unref()
    },
  )
}
