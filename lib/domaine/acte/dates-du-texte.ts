import { type DateIso, dernierJour } from '../calendrier/dates'
import { parametresCites, type TexteDActe } from '../texte/finalisation'
import { moisDe } from './lettres'

/** Clés sous lesquelles tous les modèles écrivent leurs dates ; nul autre fichier ne les lit. */
export const CLES_DES_DATES = { effet: 'date_effet', fin: 'date_fin', duree: 'duree' } as const

/** Ce qui fixe les dates d'un acte, tel que le texte le donne. */
export type ValeursDeDates = { [Quoi in keyof typeof CLES_DES_DATES]?: unknown }

export type DatesDuTexte = {
  /** Date écrite, ou `null` quand l'acte prend effet à la dernière signature. */
  effetEcrit: DateIso | null
  finEcrite: DateIso | null
  dureeMois: number | null
  /** Dernier jour que donnent l'effet écrit et la durée, quand les deux sont connus. */
  finCalculee: DateIso | null
  /** La fin écrite n'est pas celle que donne la durée : à corriger avant de faire voter. */
  ecart: boolean
}

/** Ce que le texte écrit de ses dates, et l'écart éventuel entre sa durée et sa fin (regles-metier, Dates). */
export function datesDuTexte(valeurs: ValeursDeDates): DatesDuTexte {
  const effetEcrit = dateDe(valeurs.effet)
  const finEcrite = dateDe(valeurs.fin)
  const dureeMois = moisDe(valeurs.duree)
  const finCalculee = effetEcrit && dureeMois ? dernierJour(effetEcrit, dureeMois) : null
  return {
    effetEcrit,
    finEcrite,
    dureeMois,
    finCalculee,
    ecart: finEcrite !== null && finCalculee !== null && finEcrite !== finCalculee,
  }
}

/** Les mêmes, lues du texte : une valeur proposée que nulle phrase retenue ne cite ne fixe rien. */
export function datesCitees(texte: TexteDActe): DatesDuTexte {
  const cites = parametresCites(texte)
  const citee = (cle: string) => (cites.has(cle) ? texte.valeurs[cle] : undefined)
  const { effet, fin, duree } = CLES_DES_DATES
  return datesDuTexte({ effet: citee(effet), fin: citee(fin), duree: citee(duree) })
}

const dateDe = (valeur: unknown): DateIso | null =>
  typeof valeur === 'object' &&
  valeur !== null &&
  'genre' in valeur &&
  valeur.genre === 'date' &&
  'date' in valeur &&
  typeof valeur.date === 'string'
    ? valeur.date
    : null
