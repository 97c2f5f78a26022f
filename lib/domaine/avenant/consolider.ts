import { ajouterJours, type DateIso } from '../calendrier/dates'
import type { Numero } from '../texte/numerotation'
import { appliquer, type Conflit } from './appliquer'
import type { EtatDeLaChaine, NumeroPris, Source } from './etat'
import type { Modification } from './modifications'

/** Avenant signé, avec l'effet qu'il a figé. `modifications` vide et `transcrit` faux : repris sur scan, non transcrit. */
export type AvenantSigne = Source & {
  titre: string
  transcrit: boolean
  modifications: readonly Modification[]
}

/** Un numéro imprimé deux fois, et l'avenant venu après l'autre. */
export type Doublon = { numero: Numero; source: Source }

export type Consolidation = {
  etat: EtatDeLaChaine
  /** Avenants qui ont pris effet, dans l'ordre où ils se sont appliqués. */
  appliques: readonly AvenantSigne[]
  /** Signés, pas encore en vigueur à cette date. */
  aVenir: readonly AvenantSigne[]
  conflits: readonly (Conflit & { source: Source })[]
  /** Numéros que deux articles en vigueur portent : chacun garde le sien, et le lecteur en est prévenu. */
  doublons: readonly Doublon[]
  /** Avenants en vigueur dont le texte n'a pas été saisi : le texte montré peut ne pas tenir compte d'eux. */
  nonTranscrits: readonly AvenantSigne[]
  /** Avenants dont l'effet tombe après la fin de la chaîne : ils n'ont rien changé. */
  apresLaFin: readonly AvenantSigne[]
}

/** Insertions en vigueur qui portent le numéro d'une autre unité en vigueur du même genre. */
function doublonsDe(etat: EtatDeLaChaine, appliques: readonly AvenantSigne[]): Doublon[] {
  const vivantes = new Map(etat.unites.filter((u) => !u.supprimee).map((u) => [u.identite, u]))
  const porteurs = new Map<string, string>()
  for (const u of etat.unites)
    if (vivantes.has(u.identite) && !u.traces.some((t) => t.effet === 'insere'))
      porteurs.set(`${u.genre}:${etat.numeros[u.identite]?.nu ?? ''}`, u.identite)
  return numerosImprimes(appliques).flatMap((n): Doublon[] => {
    const numero = etat.numeros[n.identite]
    if (!vivantes.has(n.identite) || !numero) return []
    const cle = `${n.genre}:${n.nu}`
    const deja = porteurs.get(cle)
    if (deja === undefined || deja === n.identite) {
      porteurs.set(cle, n.identite)
      return []
    }
    return [{ numero, source: n.source }]
  })
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
    const source = sourceDe(a)
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
    doublons: doublonsDe(etat, appliques),
    nonTranscrits: appliques.filter((a) => !a.transcrit),
    apresLaFin,
  }
}

/** Numéros que les avenants signés, en vigueur ou non, ont imprimés en insérant ; celui d'un acte signé ne change jamais. */
export const numerosImprimes = (avenants: readonly AvenantSigne[]): NumeroPris[] =>
  [...avenants]
    .sort(parEffet)
    .flatMap((a) =>
      a.modifications.flatMap((m): NumeroPris[] =>
        m.genre === 'insertion' && m.place.numero.nu !== ''
          ? [{ identite: m.identite, genre: m.etat.genre, nu: m.place.numero.nu, source: sourceDe(a) }]
          : [],
      ),
    )

const sourceDe = (a: AvenantSigne): Source => ({
  acteId: a.acteId,
  rang: a.rang,
  signeLe: a.signeLe,
  effetLe: a.effetLe,
})

/** Jours où le texte change : l'effet de l'acte initial et de chaque avenant, sans doublon, dans l'ordre. */
export const joursDeChangement = (effetInitial: DateIso | null, avenants: readonly Source[]): DateIso[] =>
  [...new Set([...(effetInitial ? [effetInitial] : []), ...avenants.map((a) => a.effetLe)])].sort()
