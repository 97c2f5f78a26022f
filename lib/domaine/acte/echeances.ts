import { ajouterJours, type DateIso } from '../calendrier/dates'
import { type Jalon, jalonsAvantFin } from './resiliation'

/** Une chaîne se suit deux ans avant sa fin : sa première alerte tombe alors dans l'année qui vient. */
export const JOURS_DE_SUIVI = 730
/** On annonce l'année à venir. */
export const HORIZON = 365

export type ChaineDatee = {
  fin: DateIso | null
  resilieeLe: DateIso | null
  /** Une autre convention des mêmes parties a pris la suite, ou se prépare. */
  remplacee: boolean
}

/** Vrai si la chaîne signée a une échéance à dire. La requête de l'accueil en est l'image, testée contre cette fonction. */
export function aUneEcheance(c: ChaineDatee, jour: DateIso): boolean {
  if (c.resilieeLe) return c.resilieeLe >= jour
  if (!c.fin) return false
  return c.fin < jour ? !c.remplacee : c.fin <= ajouterJours(jour, JOURS_DE_SUIVI)
}

export type JalonAVenir = {
  nature: Exclude<Jalon['nature'], 'signer-renouvellement'> | 'fin-de-preavis' | 'echue'
  le: DateIso
}

/**
 * Jalons d'une chaîne, le plus proche d'abord : ceux qui restent, ou la fin déjà passée d'une convention sans suite. Une
 * chaîne dénoncée n'en a plus qu'un. Vide si le premier tombe au-delà de l'année qui vient.
 */
export function jalonsAVenir(c: ChaineDatee & { preavisMois: number | null }, jour: DateIso): JalonAVenir[] {
  if (!aUneEcheance(c, jour)) return []
  if (c.resilieeLe) return [{ nature: 'fin-de-preavis', le: c.resilieeLe }]
  if (!c.fin) return []
  if (c.fin < jour) return [{ nature: 'echue', le: c.fin }]
  const reste = jalonsAvantFin(c.fin, c.preavisMois).flatMap((j): JalonAVenir[] =>
    j.le < jour || j.nature === 'signer-renouvellement' ? [] : [{ nature: j.nature, le: j.le }],
  )
  return reste[0] && reste[0].le <= ajouterJours(jour, HORIZON) ? reste : []
}
