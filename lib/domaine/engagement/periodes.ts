import { ajouterJours, ajouterMois, type DateIso } from '../calendrier/dates'
import type { Cible } from './cible'
import { MOIS_DE, type Recurrence } from './declaration'
import type { CibleDatee } from './histoire'

/** Intervalle de jours, bornes incluses. */
export type Periode = { debut: DateIso; fin: DateIso }

/** Période civile qui contient ce jour : le mois, le trimestre, le semestre ou l'année. */
export function periodeCivile(jour: DateIso, recurrence: Recurrence): Periode {
  const mois = MOIS_DE[recurrence]
  const premier = Math.floor((Number(jour.slice(5, 7)) - 1) / mois) * mois + 1
  const debut = `${jour.slice(0, 4)}-${String(premier).padStart(2, '0')}-01`
  return { debut, fin: ajouterJours(ajouterMois(debut, mois), -1) }
}

export const periodeSuivante = (p: Periode, recurrence: Recurrence): Periode =>
  periodeCivile(ajouterJours(periodeCivile(p.fin, recurrence).fin, 1), recurrence)

/** Période civile qui précède d'un rang celle de ce jour. */
export const periodePrecedente = (jour: DateIso, recurrence: Recurrence): Periode =>
  periodeCivile(ajouterJours(periodeCivile(jour, recurrence).debut, -1), recurrence)

export type ARythmer = {
  cibles: readonly CibleDatee[]
  recurrence: Recurrence
  /** Premier jour où l'engagement peut être exigé ; `null` : la condition n'est pas remplie, rien n'est à mesurer. */
  exigibleLe: DateIso | null
}

/** Une fréquence se mesure à sa propre période : deux fois par an se compte sur l'année, quel que soit le rythme déclaré. */
export const rythmeDe = (cible: Cible | null, declare: Recurrence): Recurrence =>
  cible?.genre === 'frequence' ? cible.par : declare

/**
 * Périodes à mesurer, de la plus ancienne à celle du jour donné, comprise. Une période civile est coupée au jour où la
 * cible change, où l'engagement devient exigible et où il se ferme : une mesure se juge toujours par une seule cible.
 */
export function periodesAMesurer(e: ARythmer, jour: DateIso): Periode[] {
  if (e.exigibleLe === null) return []
  const exigible = e.exigibleLe
  return e.cibles.flatMap((c) => {
    const recurrence = rythmeDe(c.cible, e.recurrence)
    const depuis = c.depuis > exigible ? c.depuis : exigible
    const dernier = periodeCivile(jour, recurrence).fin
    const jusqua = c.jusqua !== null && c.jusqua < dernier ? c.jusqua : dernier
    return decouper(depuis, jusqua, recurrence).filter((p) => p.debut <= jour)
  })
}

function decouper(depuis: DateIso, jusqua: DateIso, recurrence: Recurrence): Periode[] {
  const periodes: Periode[] = []
  for (let debut = depuis; debut <= jusqua; ) {
    const { fin } = periodeCivile(debut, recurrence)
    periodes.push({ debut, fin: fin < jusqua ? fin : jusqua })
    debut = ajouterJours(fin, 1)
  }
  return periodes
}

/** Période entière du calendrier, non coupée par un changement. */
export const estEntiere = (p: Periode, recurrence: Recurrence): boolean => {
  const civile = periodeCivile(p.debut, recurrence)
  return civile.debut === p.debut && civile.fin === p.fin
}
