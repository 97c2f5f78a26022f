import { diffArrays } from 'diff'
import { alignerMots, cleDeLecture } from './mots'

export type Morceau = { texte: string; etat: 'egal' | 'ajout' | 'retrait' }
export type BlocCompare = { etat: 'egal' | 'ajout' | 'retrait' | 'modifie'; morceaux: Morceau[] }

/**
 * Différence mot à mot entre deux textes d'un même paragraphe. Concaténer égal + retrait redonne l'ancien (aux espaces
 * insécables près), égal + ajout le nouveau.
 */
export const comparerMots = (avant: string, apres: string): Morceau[] =>
  alignerMots(avant, apres).map((s) => ({ texte: s.etat === 'retrait' ? s.avant : s.apres, etat: s.etat }))

export type Paire<T> = { avant: T; apres: T } | { avant: T; apres?: never } | { avant?: never; apres: T }

/**
 * Rapproche deux suites sans changer leur ordre : éléments de même lecture alignés, éléments remplacés appariés quand ils
 * partagent assez de mots, sinon retirés puis ajoutés. Aucun n'est perdu.
 */
export function rapprocher<T>(
  avant: readonly T[],
  apres: readonly T[],
  texte: (t: T) => string,
  seuil = 0.4,
): Paire<T>[] {
  const paires: Paire<T>[] = []
  const [ca, cb] = [avant.map((t) => cleDeLecture(texte(t))), apres.map((t) => cleDeLecture(texte(t)))]
  let retires: T[] = []
  const vider = (ajoutes: readonly T[]) => {
    const restants = [...ajoutes]
    for (const r of retires) {
      const i = restants.findIndex((a) => ressemblance(texte(r), texte(a)) >= seuil)
      if (i < 0) paires.push({ avant: r })
      else {
        for (const a of restants.splice(0, i)) paires.push({ apres: a })
        const [a] = restants.splice(0, 1)
        if (a !== undefined) paires.push({ avant: r, apres: a })
      }
    }
    for (const a of restants) paires.push({ apres: a })
    retires = []
  }
  let i = 0
  let j = 0
  for (const c of diffArrays(ca, cb)) {
    const n = c.value.length
    if (c.removed) retires.push(...avant.slice(i, (i += n)))
    else if (c.added) vider(apres.slice(j, (j += n)))
    else {
      vider([])
      for (let k = 0; k < n; k++) paires.push({ avant: avant[i++] as T, apres: apres[j++] as T })
    }
  }
  vider([])
  return paires
}

/** Compare deux suites de blocs (un texte par bloc), rapprochés comme un juriste les lirait. */
export function comparerBlocs(avant: readonly string[], apres: readonly string[]): BlocCompare[] {
  return rapprocher(avant, apres, (t) => t).map((p): BlocCompare => {
    if (p.apres === undefined) return { etat: 'retrait', morceaux: [{ texte: p.avant, etat: 'retrait' }] }
    if (p.avant === undefined) return { etat: 'ajout', morceaux: [{ texte: p.apres, etat: 'ajout' }] }
    if (cleDeLecture(p.avant) === cleDeLecture(p.apres))
      return { etat: 'egal', morceaux: [{ texte: p.apres, etat: 'egal' }] }
    return { etat: 'modifie', morceaux: comparerMots(p.avant, p.apres) }
  })
}

/** Part des mots communs (coefficient de Dice), de 0 à 1. */
export function ressemblance(a: string, b: string): number {
  const mots = (s: string) => s.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const [ma, mb] = [mots(a), mots(b)]
  if (!ma.length || !mb.length) return 0
  const reste = new Map<string, number>()
  for (const m of ma) reste.set(m, (reste.get(m) ?? 0) + 1)
  let communs = 0
  for (const m of mb) {
    const n = reste.get(m) ?? 0
    if (n > 0) {
      communs++
      reste.set(m, n - 1)
    }
  }
  return (2 * communs) / (ma.length + mb.length)
}
