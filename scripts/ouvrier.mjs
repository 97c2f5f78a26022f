// L'ouvrier des courriels et des travaux longs, à côté de l'application : relancé s'il meurt, avec un délai croissant.
import fs from 'node:fs'
import path from 'node:path'
import { derniereLigne } from './erreurs.mjs'

const PREMIER_DELAI = 1_000
const DELAI_MAXIMAL = 60_000
/** Un ouvrier qui a tenu ce temps (ms) repart sans attendre davantage. */
const TENU = 60_000

/**
 * @param {{ lancer: Function, construit: string, env: NodeJS.ProcessEnv, arrete: () => boolean,
 *   dire?: (phrase: string) => void }} options `lancer` : lance un enfant que l'arrêt de l'application finira
 */
export function entretenirOuvrier({ lancer, construit, env, arrete, dire = console.error }) {
  const paquet = path.join(construit, 'ouvrier.mjs')
  if (!fs.existsSync(paquet)) {
    dire(
      'L’ouvrier des courriels et des travaux longs n’est pas construit : l’application continue sans lui.',
    )
    return
  }
  let delai = PREMIER_DELAI
  const relancer = () => {
    if (arrete()) return
    const debut = Date.now()
    const ouvrier = lancer([paquet], { stdio: ['ignore', 'ignore', 'pipe'], env })
    let derniers = ''
    ouvrier.stderr.setEncoding('utf8').on('data', (texte) => {
      derniers = `${derniers}${texte}`.slice(-2_000)
      process.stderr.write(texte)
    })
    ouvrier.on('error', () => {}) // « close » suit toujours
    ouvrier.once('close', (code, signal) => {
      if (arrete()) return
      if (Date.now() - debut > TENU) delai = PREMIER_DELAI
      const raison = signal ? `arrêt forcé, ${signal}` : derniereLigne(derniers) || `code ${code}`
      dire(
        `L’ouvrier des courriels et des travaux longs s’est arrêté (${raison}) : l’application continue, nouvel essai dans ${Math.round(delai / 1_000)} s.`,
      )
      setTimeout(relancer, delai).unref()
      delai = Math.min(delai * 2, DELAI_MAXIMAL)
    })
  }
  relancer()
}
