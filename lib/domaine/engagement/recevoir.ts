import type { DateIso } from '../calendrier/dates'
import type { Cible } from './cible'
import { type Constat, constatAttendu } from './juger'

export const REFUS_CONSTAT = ['sans-cible', 'genre', 'rapport', 'a-venir'] as const
export type RefusConstat = (typeof REFUS_CONSTAT)[number]

/**
 * Pourquoi ce constat n'est pas recevable, `null` s'il l'est : cible que le texte ne dit pas, constat d'un autre genre
 * qu'elle, plus de cas dans le délai que de cas en tout, remise dite dans l'avenir.
 */
export function refusDuConstat(cible: Cible | null, constat: Constat, jour: DateIso): RefusConstat | null {
  if (cible === null) return 'sans-cible'
  if (constat.genre !== constatAttendu(cible)) return 'genre'
  if (constat.genre === 'rapport' && constat.numerateur > constat.denominateur) return 'rapport'
  if (constat.genre === 'remise' && constat.le !== null && constat.le > jour) return 'a-venir'
  return null
}
