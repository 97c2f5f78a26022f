import joursFeriesDeLAnnee from '@socialgouv/jours-feries'
import type { DateIso } from './dates'

const deux = (n: number) => String(n).padStart(2, '0')
const parAnnee = new Map<number, ReadonlyMap<DateIso, string>>()

/** Jours fériés légaux d'une année, hors Alsace-Moselle (code du travail, article L. 3133-1), avec leur nom. */
export function joursFeries(annee: number): ReadonlyMap<DateIso, string> {
  const connus = parAnnee.get(annee)
  if (connus) return connus
  // La bibliothèque rend des minuits locaux : seuls leurs quantièmes comptent.
  const feries = new Map(
    Object.entries(joursFeriesDeLAnnee(annee)).map(([nom, d]) => [
      `${d.getFullYear()}-${deux(d.getMonth() + 1)}-${deux(d.getDate())}`,
      nom,
    ]),
  )
  parAnnee.set(annee, feries)
  return feries
}

export const estFerie = (date: DateIso): boolean => joursFeries(Number(date.slice(0, 4))).has(date)

/** 1 lundi … 7 dimanche. */
export const jourDeLaSemaine = (date: DateIso): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

/** Jour ouvré : du lundi au vendredi, hors jours fériés. */
export const estOuvre = (date: DateIso): boolean => jourDeLaSemaine(date) <= 5 && !estFerie(date)
