import { type DateIso, dernierJour } from '../calendrier/dates'
import { moisDe } from './lettres'

/** Valeurs qui fixent les dates, sous les clés que tous les modèles emploient. */
export type ValeursDeDates = { date_effet?: unknown; date_fin?: unknown; duree?: unknown }

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
  const effetEcrit = dateDe(valeurs.date_effet)
  const finEcrite = dateDe(valeurs.date_fin)
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

/**
 * Effet et dernier jour d'un acte à sa dernière signature. Une date d'effet écrite et déjà passée cède à la dernière
 * signature, sans que le terme écrit soit reporté ; sans date écrite, l'effet est la signature et la durée en part.
 */
export function datesALaSignature(
  valeurs: ValeursDeDates,
  signature: DateIso,
): { effet: DateIso; fin: DateIso | null } {
  const { effetEcrit, finEcrite, finCalculee, dureeMois } = datesDuTexte(valeurs)
  const effet = effetEcrit && effetEcrit > signature ? effetEcrit : signature
  const fin = finEcrite ?? finCalculee ?? (dureeMois ? dernierJour(effet, dureeMois) : null)
  return { effet, fin }
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
