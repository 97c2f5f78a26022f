import { INSECABLE } from '../domaine/texte/ecriture/espaces'
import { nombre } from '../domaine/texte/ecriture/typographie'

/** 0.925 → « 92,5 % ». */
export const pourcentage = (part: number, decimales = 0): string =>
  `${nombre(part * 100, decimales).replace(/,0+$/, '')}${INSECABLE}%`

/** « 1 centre », « 3 centres » ; zéro est au singulier. */
export const compter = (n: number, singulier: string, pluriel = `${singulier}s`): string =>
  `${nombre(n)}${INSECABLE}${Math.abs(n) >= 2 ? pluriel : singulier}`

export { FINE, INSECABLE } from '../domaine/texte/ecriture/espaces'
export { euros, nombre, typographier } from '../domaine/texte/ecriture/typographie'
export {
  dateAvecJour,
  dateCourte,
  dateEnLettres,
  dateEtHeure,
  dureeRelative,
  heure,
  jourCivil,
} from './dates'
