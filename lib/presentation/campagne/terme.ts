import { finReportee } from '../../domaine/avenant/terme'
import { type DateIso, estDateIso } from '../../domaine/calendrier/dates'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { CentreDit, ChoixDeCentre } from './nouvelle'

/** Comment le dernier jour se reporte : centre par centre, à une même date, ou d'une même durée. */
export type RegleDeTerme =
  | { mode: 'chacun' }
  | { mode: 'date'; date: string }
  | { mode: 'duree'; nombre: string; unite: 'mois' | 'an' }

/** Durée en mois ; `null` quand elle ne se lit pas, ou dépasse celle d'un renouvellement. */
export function moisDeLaRegle(r: RegleDeTerme, moisAuPlus: number): number | null {
  if (r.mode !== 'duree' || !/^\d{1,3}$/.test(r.nombre.trim())) return null
  const mois = Number(r.nombre) * (r.unite === 'an' ? 12 : 1)
  return mois >= 1 && mois <= moisAuPlus ? mois : null
}

/** Dernier jour que la règle donne à un centre ; `null` : elle n'en dit rien, ou son terme n'est pas connu. */
export function termeDuCentre(
  r: RegleDeTerme,
  { fin }: Pick<CentreDit, 'fin'>,
  moisAuPlus: number,
): DateIso | null {
  if (r.mode === 'chacun') return null
  if (r.mode === 'date') return estDateIso(r.date) ? r.date : null
  const mois = moisDeLaRegle(r, moisAuPlus)
  return mois && fin ? finReportee(fin, mois) : null
}

/** Choix d'un centre une fois la règle commune appliquée : sa valeur propre, quand elle est dite, l'emporte. */
export function avecTermeCommun<C extends ChoixDeCentre>(choix: C, terme: DateIso | null): C {
  if (terme === null || choix.valeurs.terme) return choix
  const date: ValeurParametre = { genre: 'date', date: terme }
  return { ...choix, valeurs: { ...choix.valeurs, terme: date } }
}
