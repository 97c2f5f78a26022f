import { diffArrays } from 'diff'
import type { Marque, NoeudEnLigne, Paragraphe } from '../contenu'
import { canoniser } from './canon'

/** Mots (apostrophe comprise), espaces, ponctuation ; une valeur, un accord ou un renvoi est un jeton entier. */
export type Jeton = { cle: string; noeud: NoeudEnLigne }
/** Suite de jetons semblables (`n` nul), ou changée ensemble par la modification `n`. */
export type Zone = { avant: Jeton[]; apres: Jeton[]; n: number | null }

const MOTS = /[\p{L}\p{N}]+['’]?|\s+|[^\s\p{L}\p{N}]/gu

const cleDeMarques = (marques: readonly Marque[] | undefined) =>
  [...new Set((marques ?? []).map((m) => m.type))].sort().join('+')

/** Découpe le contenu d'un paragraphe ; les marques font partie du jeton. */
export function jetonsDe(noeuds: readonly NoeudEnLigne[]): Jeton[] {
  return noeuds.flatMap((noeud): Jeton[] => {
    if (noeud.type !== 'text') return [{ cle: canoniser(noeud), noeud }]
    return (noeud.text.match(MOTS) ?? []).map((text) => ({
      cle: `${cleDeMarques(noeud.marks)}|${text}`,
      noeud: { ...noeud, text },
    }))
  })
}

/** Recolle des jetons : les textes voisins de mêmes marques ne font qu'un nœud. */
export function noeudsDe(jetons: readonly Jeton[]): NoeudEnLigne[] {
  const noeuds: NoeudEnLigne[] = []
  for (const { noeud } of jetons) {
    const dernier = noeuds.at(-1)
    if (
      noeud.type === 'text' &&
      dernier?.type === 'text' &&
      cleDeMarques(dernier.marks) === cleDeMarques(noeud.marks)
    )
      noeuds[noeuds.length - 1] = { ...dernier, text: dernier.text + noeud.text }
    else noeuds.push(noeud)
  }
  return noeuds
}

const estEspace = (j: Jeton) => j.noeud.type === 'text' && /^\s+$/.test(j.noeud.text)

/**
 * Ce qui change d'un paragraphe à l'autre. Deux changements que seule une espace sépare n'en font qu'un : « six mois »
 * devenu « trois ans » se prend ou se laisse en entier.
 */
export function zonesEntre(avant: Paragraphe, apres: Paragraphe, numero: () => number): Zone[] {
  const [ja, jb] = [jetonsDe(avant.content ?? []), jetonsDe(apres.content ?? [])]
  const zones: Zone[] = []
  let [i, j] = [0, 0]
  for (const c of diffArrays(
    ja.map((t) => t.cle),
    jb.map((t) => t.cle),
  )) {
    const n = c.value.length
    const [a, b] = [c.added ? [] : ja.slice(i, i + n), c.removed ? [] : jb.slice(j, j + n)]
    i += a.length
    j += b.length
    const egal = !c.added && !c.removed
    const derniere = zones.at(-1)
    if (!egal && derniere && derniere.n !== null) ajouter(derniere, a, b)
    else if (!egal && reliable(zones)) {
      const espace = zones.pop() as Zone
      const precedente = zones.at(-1) as Zone
      ajouter(precedente, espace.avant, espace.apres)
      ajouter(precedente, a, b)
    } else zones.push({ avant: a, apres: b, n: egal ? null : numero() })
  }
  return zones
}

/** Vrai si la dernière zone est une espace juste après un changement. */
const reliable = (zones: readonly Zone[]): boolean => {
  const [precedente, espace] = zones.slice(-2)
  return (
    zones.length > 1 &&
    precedente?.n !== null &&
    espace?.n === null &&
    espace.avant.length === 1 &&
    espace.avant.every(estEspace)
  )
}

function ajouter(zone: Zone, avant: readonly Jeton[], apres: readonly Jeton[]): void {
  zone.avant.push(...avant)
  zone.apres.push(...apres)
}
