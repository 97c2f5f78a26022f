import 'server-only'
import { type File, type Message, type NomFile, ouvrirFile } from '../../bd/file'
import type { Envoyer } from '../courriel/transport'
import type { Registre } from '../taches/registre'
import { traiterCourriel } from './courriels'
import { entretenirDemandes } from './demandes'
import { rattraper } from './rattraper'
import { relancerLesMesures } from './relances'
import { rendreTaches, traiterTache } from './taches'

const RATTRAPAGE = 10_000
/** Une personne n'est relancée qu'une fois par mois : regarder quatre fois par jour suffit. */
const RELANCES = 6 * 3_600_000
/** Les délais se comptent en heures : une fois par quart d'heure suffit. */
const ENTRETIEN = 900_000

export type Reglages = {
  connectionString: string | undefined
  envoyer: Envoyer | null
  registre: Registre
  maintenant?: () => Date
}

/**
 * Met l'ouvrier au travail : un courriel et deux tâches à la fois. Plusieurs ouvriers, sur une ou plusieurs machines, se
 * partagent la file. Rend de quoi l'arrêter ; ce qui se fait a alors quelques secondes pour finir.
 */
export async function demarrerOuvrier({
  connectionString,
  envoyer,
  registre,
  maintenant = () => new Date(),
}: Reglages): Promise<() => Promise<void>> {
  const file = ouvrirFile(connectionString)
  file.on('error', (erreur) => console.error('[file]', erreur.message))
  await file.start()
  const rattrapage = () =>
    rattraper(maintenant()).catch((e: Error) => console.error('[rattrapage]', e.message))
  await rattrapage()
  await ecouter(file, 'courriel', 1, (id) => traiterCourriel(id, { envoyer, maintenant }))
  await ecouter(file, 'tache', 2, (id) => traiterTache(id, { registre, maintenant }))
  const minuterie = setInterval(rattrapage, RATTRAPAGE)
  const relances = () =>
    relancerLesMesures(maintenant()).catch((e: Error) => console.error('[relances]', e.message))
  void relances()
  const minuterieDesRelances = setInterval(relances, RELANCES)
  const entretien = setInterval(
    () => void entretenirDemandes(maintenant()).catch((e: Error) => console.error('[demandes]', e.message)),
    ENTRETIEN,
  )
  return async () => {
    clearInterval(minuterie)
    clearInterval(minuterieDesRelances)
    clearInterval(entretien)
    await rendreTaches().catch(() => {})
    await file.stop({ graceful: true, timeout: 5_000 })
  }
}

async function ecouter(file: File, nom: NomFile, nombre: number, traiter: (id: string) => Promise<void>) {
  for (let i = 0; i < nombre; i++)
    await file.work<Message>(nom, { pollingIntervalSeconds: 1 }, async ([message]) => {
      if (message) await traiter(message.data.id)
    })
}
