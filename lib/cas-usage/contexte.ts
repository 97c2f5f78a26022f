import type { Tx } from '../bd/client'
import type { Acteur } from '../domaine/organisation/acteur'

/** Ce que reçoit tout cas d'usage : sa transaction, qui agit, et l'instant (jamais l'horloge du processus). */
export type Contexte = { tx: Tx; acteur: Acteur; maintenant: Date }
