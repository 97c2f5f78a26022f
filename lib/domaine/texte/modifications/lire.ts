import { lireEnLigne } from '../balisage'
import type { NoeudEnLigne } from '../contenu'
import { canoniser, type Element } from './canon'
import { noeudsDe, type Zone } from './jetons'
import { changements, type Op, type Plan, planEntre, type TexteUnite } from './plan'

export type EtatSegment = 'egal' | 'ajout' | 'retrait'
/** Bout d'une ligne comparée ; `indice` est celui de la modification dont il relève. */
export type Segment = { etat: EtatSegment; noeuds: NoeudEnLigne[]; indice: number | null }
/** Ligne à lire : un paragraphe, un point de liste, une ligne de tableau. */
export type LigneComparee = { genre: 'titre' | 'paragraphe' | 'point' | 'rangee'; segments: Segment[] }

export type GenreModification =
  | 'titre'
  | 'mots'
  | 'mise-en-forme'
  | 'ajout'
  | 'retrait'
  | 'remplacement'
  | 'deplacement'
/** Modification à prendre ou à laisser en entier, avec les lignes où elle se lit. */
export type Modification = { indice: number; genre: GenreModification; lignes: LigneComparee[] }

/** Tout le texte comparé, ligne à ligne : égal, ajouté, retiré. */
export function lignesComparees(base: TexteUnite, proposee: TexteUnite): LigneComparee[] {
  const plan = planEntre(base, proposee)
  return [...lignesDuTitre(base, proposee, plan), ...plan.ops.flatMap((op) => lignesDe(op, 'paragraphe'))]
}

/** Modifications lisibles d'un texte à l'autre, dans l'ordre de lecture. */
export function modificationsEntre(base: TexteUnite, proposee: TexteUnite): Modification[] {
  const plan = planEntre(base, proposee)
  const lignes = lignesComparees(base, proposee)
  return Array.from({ length: plan.nombre }, (_, indice) => ({
    indice,
    genre: genreDe(plan, indice),
    lignes: lignes
      .filter((l) => l.segments.some((s) => s.indice === indice))
      .map((l) => ({ ...l, segments: autour(l.segments, indice) })),
  }))
}

/** La modification et ses voisins inchangés : de quoi la comprendre sans les autres. */
function autour(segments: readonly Segment[], indice: number): Segment[] {
  const premier = segments.findIndex((s) => s.indice === indice)
  const dernier = segments.findLastIndex((s) => s.indice === indice)
  return segments.filter(
    (s, i) => s.indice === indice || (s.etat === 'egal' && i >= premier - 1 && i <= dernier + 1),
  )
}

function lignesDuTitre(base: TexteUnite, proposee: TexteUnite, { titre }: Plan): LigneComparee[] {
  if (titre === null) return []
  const segments = [
    { etat: 'retrait' as const, noeuds: lireEnLigne(base.titre ?? ''), indice: titre },
    { etat: 'ajout' as const, noeuds: lireEnLigne(proposee.titre ?? ''), indice: titre },
  ].filter((s) => s.noeuds.length)
  return [{ genre: 'titre', segments }]
}

type Genre = Exclude<LigneComparee['genre'], 'titre'>

function lignesDe(op: Op, genre: Genre): LigneComparee[] {
  switch (op.op) {
    case 'garde':
      return lignesPleines(op.avant, 'egal', null, genre)
    case 'change':
      return [
        ...op.avant.flatMap((e) => lignesPleines(e, 'retrait', op.n, genre)),
        ...op.apres.flatMap((e) => lignesPleines(e, 'ajout', op.n, genre)),
      ]
    case 'mots':
      return [{ genre, segments: op.zones.flatMap(segmentsDe) }]
    case 'dans': {
      if (op.avant.type === 'tableRow') return [rangee(op.suite.map((s) => lignesDe(s, 'paragraphe')))]
      return op.suite.flatMap((s) => lignesDe(s, op.avant.type === 'listItem' ? 'point' : genre))
    }
  }
}

function lignesPleines(e: Element, etat: EtatSegment, indice: number | null, genre: Genre): LigneComparee[] {
  if (e.type === 'paragraph')
    return [{ genre, segments: e.content?.length ? [{ etat, noeuds: e.content, indice }] : [] }]
  const enfants = e.content as readonly Element[]
  if (e.type === 'tableRow') return [rangee(enfants.map((c) => lignesPleines(c, etat, indice, 'paragraphe')))]
  return enfants.flatMap((x) => lignesPleines(x, etat, indice, e.type === 'listItem' ? 'point' : genre))
}

const FILET: Segment = { etat: 'egal', noeuds: [{ type: 'text', text: ' | ' }], indice: null }
const ESPACE: Segment = { etat: 'egal', noeuds: [{ type: 'text', text: ' ' }], indice: null }

/** Une ligne de tableau se lit d'un trait, ses cellules séparées. */
const rangee = (cellules: readonly LigneComparee[][]): LigneComparee => ({
  genre: 'rangee',
  segments: cellules.flatMap((lignes, i) => [
    ...(i ? [FILET] : []),
    ...lignes.flatMap((l, k) => [...(k ? [ESPACE] : []), ...l.segments]),
  ]),
})

function segmentsDe(z: Zone): Segment[] {
  const segments: Segment[] =
    z.n === null
      ? [{ etat: 'egal', noeuds: noeudsDe(z.avant), indice: null }]
      : [
          { etat: 'retrait', noeuds: noeudsDe(z.avant), indice: z.n },
          { etat: 'ajout', noeuds: noeudsDe(z.apres), indice: z.n },
        ]
  return segments.filter((s) => s.noeuds.length)
}

function genreDe(plan: Plan, indice: number): GenreModification {
  if (plan.titre === indice) return 'titre'
  const touches = [...changements(plan.ops)].filter((c) => c.n === indice)
  const [premier] = touches
  if (!premier) return 'mots'
  if (!('op' in premier)) {
    const nus = (z: Zone, cote: 'avant' | 'apres') =>
      canoniser(z[cote].map(({ noeud: n }) => (n.type === 'hardBreak' ? n : { ...n, marks: undefined })))
    return nus(premier, 'avant') === nus(premier, 'apres') ? 'mise-en-forme' : 'mots'
  }
  if (touches.length > 1) return 'deplacement'
  if (!premier.apres.length) return 'retrait'
  return premier.avant.length ? 'remplacement' : 'ajout'
}
