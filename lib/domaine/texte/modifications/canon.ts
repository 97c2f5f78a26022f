import type { BlocContenu, Cellule, ElementListe, LigneTableau, Paragraphe } from '../contenu'

/** Tout ce qui s'aligne d'un texte à l'autre. */
export type Element = BlocContenu | ElementListe | LigneTableau | Cellule
export type Conteneur = Exclude<Element, Paragraphe>

/** JSON à clés triées, sans les identifiants de blocs quand on compare ce qui se lit. */
export function canoniser(valeur: unknown, sansId = false): string {
  return JSON.stringify(valeur, (cle, v: unknown) => {
    if (sansId && cle === 'id') return undefined
    if (v === null || typeof v !== 'object' || Array.isArray(v)) return v
    return Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Identifiant propre à l'élément : le sien, ou celui de son premier bloc pour une ligne, une cellule, un point de liste. */
export function idDe(e: Element): string | null {
  if ('attrs' in e && e.attrs && 'id' in e.attrs) return e.attrs.id
  if (e.type === 'paragraph') return null
  const [premier] = e.content as readonly Element[]
  return premier ? idDe(premier) : null
}

/** Tous les identifiants portés par un élément et ses enfants. */
export function* idsDe(e: Element): Generator<string> {
  if ('attrs' in e && e.attrs && 'id' in e.attrs) yield e.attrs.id
  if (e.type !== 'paragraph') for (const enfant of e.content as readonly Element[]) yield* idsDe(enfant)
}

/** Mots d'un élément, pour mesurer une ressemblance. */
export function motsDe(e: Element): string[] {
  if (e.type !== 'paragraph') return (e.content as readonly Element[]).flatMap(motsDe)
  return (e.content ?? []).flatMap((n) =>
    n.type === 'text'
      ? (n.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      : n.type === 'hardBreak'
        ? []
        : [canoniser(n.attrs)],
  )
}

/** Part des mots communs (coefficient de Dice), de 0 à 1. Deux textes vides se ressemblent. */
export function ressemblance(a: Element, b: Element): number {
  const [ma, mb] = [motsDe(a), motsDe(b)]
  if (!ma.length || !mb.length) return ma.length === mb.length ? 1 : 0
  const reste = new Map<string, number>()
  for (const m of ma) reste.set(m, (reste.get(m) ?? 0) + 1)
  let communs = 0
  for (const m of mb) {
    const n = reste.get(m) ?? 0
    if (n > 0) communs++
    reste.set(m, n - 1)
  }
  return (2 * communs) / (ma.length + mb.length)
}

/** Vrai si l'un contient presque tout l'autre : un paragraphe coupé ou complété reste le même. */
export function contient(a: Element, b: Element): boolean {
  const [ma, mb] = [motsDe(a), motsDe(b)]
  const [court, long] = ma.length < mb.length ? [ma, new Set(mb)] : [mb, new Set(ma)]
  return court.length > 2 && court.filter((m) => long.has(m)).length / court.length >= 0.8
}
