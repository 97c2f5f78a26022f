import { diffArrays } from 'diff'
import type { Cellule, Contenu, LigneTableau, Paragraphe, Tableau } from '../contenu'
import { type Conteneur, canoniser, contient, type Element, idDe, idsDe, ressemblance } from './canon'
import { type Zone, zonesEntre } from './jetons'

/** Titre et contenu d'une unité. */
export type TexteUnite = { titre: string | null; contenu: Contenu }

/** Ce qu'il advient d'un élément d'un texte à l'autre ; `n` numérote la modification dont il relève. */
export type Op =
  | { op: 'garde'; avant: Element }
  | { op: 'dans'; avant: Conteneur; suite: Op[] }
  | { op: 'mots'; avant: Paragraphe; apres: Paragraphe; zones: Zone[] }
  | { op: 'change'; avant: Element[]; apres: Element[]; n: number }

/** Plan d'un texte à l'autre : le titre, puis les blocs ; les modifications numérotées dans l'ordre de lecture. */
export type Plan = { titre: number | null; ops: Op[]; nombre: number }

const SEUIL = 0.35

/** Compare deux états d'une unité. Le plan ne dépend que d'eux : les mêmes textes donnent les mêmes numéros. */
export function planEntre(base: TexteUnite, proposee: TexteUnite): Plan {
  let compteur = 0
  const numero = () => compteur++
  const titre = (base.titre ?? '') === (proposee.titre ?? '') ? null : numero()
  const dans = (c: Contenu) => new Set(c.content.flatMap((b) => [...idsDe(b)]))
  const [avant, apres] = [dans(base.contenu), dans(proposee.contenu)]
  const communs = new Set([...avant].filter((id) => apres.has(id)))
  const ops = aligner(base.contenu.content, proposee.contenu.content, { communs, numero })
  return renumeroter({ titre, ops, nombre: compteur })
}

type Outils = { communs: ReadonlySet<string>; numero: () => number }

/** Un élément se reconnaît à son identifiant s'il est des deux textes, sinon à ce qui s'y lit. */
function cleDe(e: Element, { communs }: Outils): string {
  const id = idDe(e)
  return id !== null && communs.has(id) ? `${e.type}#${id}` : `${e.type}:${canoniser(e, true)}`
}

function aligner(avant: readonly Element[], apres: readonly Element[], o: Outils): Op[] {
  const ops: Op[] = []
  let [i, j] = [0, 0]
  let retires: Element[] = []
  let ajoutes: Element[] = []
  const vider = () => {
    ops.push(...rapprocher(retires, ajoutes, o))
    retires = []
    ajoutes = []
  }
  for (const c of diffArrays(
    avant.map((e) => cleDe(e, o)),
    apres.map((e) => cleDe(e, o)),
  )) {
    const n = c.value.length
    if (c.removed) {
      retires.push(...avant.slice(i, i + n))
      i += n
    } else if (c.added) {
      ajoutes.push(...apres.slice(j, j + n))
      j += n
    } else {
      vider()
      for (let k = 0; k < n; k++) {
        const [a, b] = [avant[i + k], apres[j + k]]
        if (a && b) ops.push(paire(a, b, o))
      }
      i += n
      j += n
    }
  }
  vider()
  return ops
}

/** Entre deux éléments gardés : ceux qui se ressemblent sont le même, réécrit ; le reste est ajouté, retiré ou remplacé. */
function rapprocher(retires: readonly Element[], ajoutes: readonly Element[], o: Outils): Op[] {
  const ops: Op[] = []
  let debut = 0
  let orphelins: Element[] = []
  const vider = (nouveaux: readonly Element[]) => {
    if (orphelins.length && nouveaux.length) ops.push(remplacement(orphelins, nouveaux, o))
    else {
      for (const e of orphelins) ops.push({ op: 'change', avant: [e], apres: [], n: o.numero() })
      for (const e of nouveaux) ops.push({ op: 'change', avant: [], apres: [e], n: o.numero() })
    }
    orphelins = []
  }
  for (const r of retires) {
    const rang = ajoutes.findIndex((a, k) => k >= debut && seRessemblent(r, a, o))
    const semblable = ajoutes[rang]
    if (!semblable) {
      orphelins.push(r)
      continue
    }
    vider(ajoutes.slice(debut, rang))
    ops.push(paire(r, semblable, o))
    debut = rang + 1
  }
  vider(ajoutes.slice(debut))
  return ops
}

function seRessemblent(a: Element, b: Element, { communs }: Outils): boolean {
  const [ia, ib] = [idDe(a), idDe(b)]
  // Un identifiant gardé dit lequel est lequel : un voisin qui lui ressemble est un autre.
  if ((ia !== null && communs.has(ia)) || (ib !== null && communs.has(ib))) return ia === ib
  return a.type === b.type && (ressemblance(a, b) >= SEUIL || contient(a, b))
}

const remplacement = (avant: readonly Element[], apres: readonly Element[], o: Outils): Op => ({
  op: 'change',
  avant: [...avant],
  apres: [...apres],
  n: o.numero(),
})

/** Le même élément dans les deux textes : mots changés, enfants changés, ou réécrit d'un bloc. */
function paire(a: Element, b: Element, o: Outils): Op {
  if (canoniser(a, true) === canoniser(b, true)) return { op: 'garde', avant: a }
  if (a.type === 'paragraph' && b.type === 'paragraph') {
    const vide = !a.content?.length || !b.content?.length
    if (!vide && ressemblance(a, b) < SEUIL && !contient(a, b)) return remplacement([a], [b], o)
    return { op: 'mots', avant: a, apres: b, zones: zonesEntre(a, b, o.numero) }
  }
  if (a.type === 'paragraph' || b.type === 'paragraph' || !memeForme(a, b)) return remplacement([a], [b], o)
  // Les cellules se répondent par leur place : en ôter une décalerait la ligne.
  if (a.type === 'tableRow' && b.type === 'tableRow')
    return { op: 'dans', avant: a, suite: a.content.map((c, i) => paire(c, b.content[i] ?? c, o)) }
  return { op: 'dans', avant: a, suite: aligner(a.content, b.content, o) }
}

/** Vrai si l'on peut mêler les enfants de l'un et de l'autre sans rien casser. */
function memeForme(a: Conteneur, b: Conteneur): boolean {
  const attributs = (e: Conteneur) => canoniser('attrs' in e ? e.attrs : null, true)
  if (a.type !== b.type || attributs(a) !== attributs(b)) return false
  if (a.type === 'tableRow' && b.type === 'tableRow') return memesColonnes([...a.content], [...b.content])
  return a.type !== 'table' || b.type !== 'table' || memeGrille(a, b)
}

const memesColonnes = (a: readonly Cellule[], b: readonly Cellule[]): boolean =>
  a.length === b.length &&
  a.every((c, i) => {
    const d = b[i]
    return d !== undefined && c.type === d.type && canoniser(c.attrs ?? null) === canoniser(d.attrs ?? null)
  })

/** Des lignes de même largeur, sans fusion verticale : en ajouter ou en ôter une garde un tableau rectangulaire. */
function memeGrille(a: Tableau, b: Tableau): boolean {
  const largeur = (l: LigneTableau) => l.content.reduce((s, c) => s + (c.attrs?.colspan ?? 1), 0)
  const lignes = [...a.content, ...b.content]
  const [premiere] = lignes
  return (
    premiere !== undefined &&
    lignes.every(
      (l) => largeur(l) === largeur(premiere) && l.content.every((c) => (c.attrs?.rowspan ?? 1) === 1),
    )
  )
}

/** Tous les changements d'un plan, en ordre de lecture. */
export function* changements(ops: readonly Op[]): Generator<Extract<Op, { op: 'change' }> | Zone> {
  for (const op of ops) {
    if (op.op === 'change') yield op
    else if (op.op === 'dans') yield* changements(op.suite)
    else if (op.op === 'mots') yield* op.zones.filter((z) => z.n !== null)
  }
}

/**
 * Un bloc ôté ici et remis ailleurs (déplacé, ou pris dans une liste) est une seule modification : la prendre à moitié
 * doublerait son identifiant. Les numéros sont ensuite serrés dans l'ordre de lecture.
 */
function renumeroter(plan: Plan): Plan {
  const chef = Array.from({ length: plan.nombre }, (_, i) => i)
  const trouver = (n: number): number => (chef[n] === n ? n : trouver(chef[n] ?? n))
  const porteurs = new Map<string, number>()
  for (const c of changements(plan.ops)) {
    if (!('op' in c)) continue
    for (const id of [...c.avant, ...c.apres].flatMap((e) => [...idsDe(e)])) {
      const autre = porteurs.get(id)
      if (autre === undefined) porteurs.set(id, c.n)
      else chef[Math.max(trouver(autre), trouver(c.n))] = Math.min(trouver(autre), trouver(c.n))
    }
  }
  const rangs = new Map<number, number>()
  const rang = (n: number) => {
    const racine = trouver(n)
    const connu = rangs.get(racine)
    if (connu !== undefined) return connu
    rangs.set(racine, rangs.size)
    return rangs.size - 1
  }
  const titre = plan.titre === null ? null : rang(plan.titre)
  for (const c of changements(plan.ops)) if (c.n !== null) c.n = rang(c.n)
  return { titre, ops: plan.ops, nombre: rangs.size }
}
