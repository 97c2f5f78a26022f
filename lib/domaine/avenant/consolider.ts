import { ajouterJours, type DateIso } from '../calendrier/dates'
import { appliquer, type Conflit } from './appliquer'
import type { EtatDeLaChaine, Source } from './etat'
import type { Modification } from './modifications'

/** Avenant signé, avec l'effet qu'il a figé. `modifications` vide et `transcrit` faux : repris sur scan, non transcrit. */
export type AvenantSigne = Source & {
  titre: string
  transcrit: boolean
  modifications: readonly Modification[]
}

export type Consolidation = {
  etat: EtatDeLaChaine
  /** Avenants qui ont pris effet, dans l'ordre où ils se sont appliqués. */
  appliques: readonly AvenantSigne[]
  /** Signés, pas encore en vigueur à cette date. */
  aVenir: readonly AvenantSigne[]
  conflits: readonly (Conflit & { source: Source })[]
  /** Avenants en vigueur dont le texte n'a pas été saisi : le texte montré peut ne pas tenir compte d'eux. */
  nonTranscrits: readonly AvenantSigne[]
  /** Avenants dont l'effet tombe après la fin de la chaîne : ils n'ont rien changé. */
  apresLaFin: readonly AvenantSigne[]
}

/** Ordre d'application : l'effet, puis la signature, puis le rang. Il ne dépend jamais de l'ordre de lecture. */
export const parEffet = (a: Source, b: Source): number =>
  comparer(a.effetLe, b.effetLe) ||
  comparer(a.signeLe, b.signeLe) ||
  a.rang - b.rang ||
  comparer(a.acteId, b.acteId)

const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Vrai quand l'effet tombe après le dernier jour. Un renouvellement signé à temps fait exception : il prend la suite dès
 * le lendemain.
 */
function vientApresLaFin(a: AvenantSigne, fin: DateIso | null): boolean {
  if (fin === null || a.effetLe <= fin) return false
  const prendLaSuite = a.signeLe <= fin && a.effetLe === ajouterJours(fin, 1)
  return !(
    prendLaSuite && a.modifications.some((m) => m.genre === 'terme' && m.depart === fin && m.voulu > fin)
  )
}

/**
 * Texte en vigueur à une date : l'acte initial, puis chaque avenant qui a pris effet. Pure et totale : un départ qui ne se
 * retrouve pas donne un conflit nommé, jamais un texte deviné.
 */
export function consolider(
  initial: EtatDeLaChaine,
  avenants: readonly AvenantSigne[],
  date: DateIso,
): Consolidation {
  const ordonnes = [...avenants].sort(parEffet)
  let etat = initial
  const appliques: AvenantSigne[] = []
  const apresLaFin: AvenantSigne[] = []
  const conflits: (Conflit & { source: Source })[] = []
  for (const a of ordonnes) {
    if (a.effetLe > date) continue
    if (vientApresLaFin(a, etat.fin)) {
      apresLaFin.push(a)
      continue
    }
    const source: Source = { acteId: a.acteId, rang: a.rang, signeLe: a.signeLe, effetLe: a.effetLe }
    const r = appliquer(etat, a.modifications, source)
    etat = r.etat
    conflits.push(...r.conflits.map((c) => ({ ...c, source })))
    appliques.push(a)
  }
  return {
    etat,
    appliques,
    aVenir: ordonnes.filter((a) => a.effetLe > date),
    conflits,
    nonTranscrits: appliques.filter((a) => !a.transcrit),
    apresLaFin,
  }
}

/** Jours où le texte change : l'effet de l'acte initial et de chaque avenant, sans doublon, dans l'ordre. */
export const joursDeChangement = (effetInitial: DateIso | null, avenants: readonly Source[]): DateIso[] =>
  [...new Set([...(effetInitial ? [effetInitial] : []), ...avenants.map((a) => a.effetLe)])].sort()
