import 'server-only'
import type { Tx } from '../../../bd/client'

/** Ligne de l'installation qui dit où l'histoire en est. Absente : il n'y a pas d'histoire à raconter. */
export const CLE_HISTOIRE = 'demonstration.histoire'

/** À écrire avec le territoire : l'histoire d'une base neuve reste à raconter. */
export const promettreHistoire = (tx: Tx, maintenant: Date) =>
  tx.installation.createMany({
    data: [{ cle: CLE_HISTOIRE, valeur: JSON.stringify({ pas: 0, fil: {} }), le: maintenant }],
    skipDuplicates: true,
  })
