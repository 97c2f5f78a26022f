import { type DateIso, dernierJour, estDateIso } from '../../domaine/calendrier/dates'
import { dateEnLettres } from '../typographie'

export type DatesReprises = {
  dateSignature: string
  dateEffet: string
  /** « duree », « fin » ou « inconnue ». */
  terme: string
  duree: string
  uniteDuree: string
  dateFin: string
}

/** Durée saisie, en mois ; `null` si elle n'est pas lisible. */
export function dureeEnMois(d: Pick<DatesReprises, 'duree' | 'uniteDuree'>): number | null {
  const n = Number(d.duree)
  if (!Number.isInteger(n) || n < 1) return null
  const mois = d.uniteDuree === 'an' ? n * 12 : n
  return mois <= 600 ? mois : null
}

/** Dernier jour d'après ce qui est saisi, ou `null`. */
export function finReprise(d: DatesReprises): DateIso | null {
  if (d.terme === 'fin') return estDateIso(d.dateFin) ? d.dateFin : null
  const debut = estDateIso(d.dateEffet) ? d.dateEffet : d.dateSignature
  const mois = dureeEnMois(d)
  return d.terme === 'duree' && mois && estDateIso(debut) ? dernierJour(debut, mois) : null
}

/** « soit jusqu'au 14 septembre 2021 inclus : échue », dès que la saisie le permet. */
export function phraseFinReprise(d: DatesReprises, aujourdHui: DateIso): string {
  if (d.terme === 'inconnue') return 'La convention se montrera en vigueur, sans date de fin connue.'
  const fin = finReprise(d)
  if (!fin) return 'Le dernier jour se calcule dès que la date et la durée sont là.'
  const soit = `soit jusqu’au ${dateEnLettres(fin)} inclus`
  return fin < aujourdHui ? `${soit} : échue` : `${soit} : en vigueur`
}

/** Poids d'un fichier : « 480 Ko », « 4,2 Mo ». */
export const poids = (octets: number): string =>
  octets < 1_000_000
    ? `${Math.max(1, Math.round(octets / 1_000))}\u00a0Ko`
    : `${(octets / 1_000_000).toFixed(1).replace('.', ',').replace(',0', '')}\u00a0Mo`

/** Empreinte lisible : groupes de huit caractères, à comparer à l'œil ou à copier. */
export const empreinteLisible = (empreinte: string): string => empreinte.match(/.{1,8}/g)?.join(' ') ?? ''
