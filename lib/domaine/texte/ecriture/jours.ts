import { type DateIso, enLettres, estDateIso } from '../../calendrier/dates'

/** Ce qui s'écrit à la place d'une date illisible. */
export const DATE_INCONNUE = 'date inconnue'

/** '2018-09-01' → « 1er septembre 2018 » ; une date impossible est dite inconnue. */
export const jourEnLettres = (date: DateIso): string => (estDateIso(date) ? enLettres(date) : DATE_INCONNUE)

/** '2018-09-01' → « 01/09/2018 », pour les tableaux. */
export function jourCourt(date: DateIso): string {
  const [annee, mois, jour] = date.slice(0, 10).split('-')
  return estDateIso(date.slice(0, 10)) ? `${jour}/${mois}/${annee}` : DATE_INCONNUE
}
