import { diffArrays } from 'diff'

export type Morceau = { texte: string; etat: 'egal' | 'ajout' | 'retrait' }
export type BlocCompare = { etat: 'egal' | 'ajout' | 'retrait' | 'modifie'; morceaux: Morceau[] }

/** Mots, espaces et ponctuation, apostrophe rattachée à son mot (« l' », « d' ») : l'unité qu'un juriste lit. */
const MOTS = /[\p{L}\p{N}]+['’]?|\s+|[^\s\p{L}\p{N}]/gu

/**
 * Différence mot à mot entre deux textes d'un même paragraphe. Concaténer égal + retrait redonne l'ancien,
 * égal + ajout le nouveau.
 */
export function comparerMots(avant: string, apres: string): Morceau[] {
  if (avant === apres) return avant ? [{ texte: avant, etat: 'egal' }] : []
  const morceaux: Morceau[] = []
  for (const c of diffArrays(avant.match(MOTS) ?? [], apres.match(MOTS) ?? [])) {
    const texte = c.value.join('')
    const etat = c.added ? 'ajout' : c.removed ? 'retrait' : 'egal'
    const dernier = morceaux.at(-1)
    if (dernier?.etat === etat) dernier.texte += texte
    else morceaux.push({ texte, etat })
  }
  return morceaux
}

/**
 * Compare deux suites de blocs (un texte par bloc) : blocs égaux alignés, blocs remplacés rapprochés deux à deux
 * quand ils partagent assez de mots, sinon retirés puis ajoutés.
 */
export function comparerBlocs(avant: readonly string[], apres: readonly string[]): BlocCompare[] {
  const resultat: BlocCompare[] = []
  let retires: string[] = []
  const vider = (ajoutes: string[]) => {
    const ajoutRestants = [...ajoutes]
    for (const r of retires) {
      const i = ajoutRestants.findIndex((a) => ressemblance(r, a) >= 0.4)
      if (i < 0) resultat.push({ etat: 'retrait', morceaux: [{ texte: r, etat: 'retrait' }] })
      else {
        for (const a of ajoutRestants.splice(0, i)) resultat.push(ajoute(a))
        resultat.push({ etat: 'modifie', morceaux: comparerMots(r, ajoutRestants.shift() ?? '') })
      }
    }
    for (const a of ajoutRestants) resultat.push(ajoute(a))
    retires = []
  }
  for (const c of diffArrays([...avant], [...apres])) {
    if (c.removed) retires.push(...c.value)
    else if (c.added) vider(c.value)
    else {
      vider([])
      for (const v of c.value) resultat.push({ etat: 'egal', morceaux: [{ texte: v, etat: 'egal' }] })
    }
  }
  vider([])
  return resultat
}

const ajoute = (texte: string): BlocCompare => ({ etat: 'ajout', morceaux: [{ texte, etat: 'ajout' }] })

/** Part des mots communs (coefficient de Dice), de 0 à 1. */
function ressemblance(a: string, b: string): number {
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
