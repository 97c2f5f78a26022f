import 'server-only'
import { histoireDArcueil } from './arcueil'
import type { Pas } from './pas'
import { histoireDesVoisins } from './voisins'

/** Tout ce que la démonstration raconte, dans l'ordre. On n'y ajoute qu'à la fin : l'avancement est un numéro de pas. */
export const recit = (): Pas[] => [...histoireDArcueil(), ...histoireDesVoisins()]
