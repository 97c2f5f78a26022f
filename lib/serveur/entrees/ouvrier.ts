// L'ouvrier des courriels et des travaux longs, lancé et surveillé par scripts/ouvrier.mjs sous le rôle d'exécution.
import { fermerBase } from '../../bd/client'
import { raconterHistoire } from '../amorcer/histoire/raconter'
import { serveurDeCourriel } from '../courriel/transport'
import { estDemonstration } from '../environnement'
import { demarrerOuvrier } from '../ouvrier/ouvrier'
import { estPanneDeBase } from '../pannes'
import { REGISTRE } from '../taches/registre'

const lanceur = process.ppid
let fini: Promise<void> | undefined

const arreter = await demarrerOuvrier({
  connectionString: process.env.DATABASE_URL_EXECUTION,
  envoyer: serveurDeCourriel(),
  registre: REGISTRE,
}).catch((erreur: Error) => {
  process.stderr.write(`${phraseDe(erreur)}\n`)
  process.exit(1)
})

function phraseDe(erreur: Error): string {
  if (estPanneDeBase(erreur)) return 'La base ne répond pas'
  if (/pg-boss/.test(erreur.message)) return 'La file n’est pas au niveau de cette version'
  return `Départ impossible : ${erreur.message}`
}

function finir(): void {
  fini ??= arreter()
    .then(fermerBase)
    .catch(() => {})
    .finally(() => process.exit(0))
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, finir)
// Le lanceur tué d'un coup (kill -9) ne prévient personne : un ouvrier orphelin ne doit pas continuer seul.
setInterval(() => {
  if (process.ppid !== lanceur) finir()
}, 500).unref()
process.stdout.write('pret\n')
// Après le reste : l'histoire d'une base de démonstration neuve s'écrit pendant que l'application répond déjà.
if (estDemonstration()) raconterHistoire(() => fini !== undefined)
