import { z } from 'zod'

/**
 * Contenu d'une unité de texte : JSON ProseMirror restreint. Mêmes noms de nœuds que TipTap pour que
 * l'éditeur, le serveur et les rendus lisent la même chose ; tout autre nœud est refusé.
 * Trois nœuds en ligne nous sont propres : `parametre`, `accord`, `renvoi`.
 */
export type Marque = { type: 'bold' | 'italic' | 'underline' | 'superscript' }

export type NoeudTexte = { type: 'text'; text: string; marks?: Marque[] }
/** Valeur d'un paramètre : la phrase la montre, l'engagement la vise. `forme` dit comment l'écrire. */
export type NoeudParametre = {
  type: 'parametre'
  attrs: { cle: string; forme: string | null }
  marks?: Marque[]
}
/** Mots choisis par le nombre ou le genre d'un paramètre : [singulier, pluriel] ou [masculin, féminin]. */
export type NoeudAccord = {
  type: 'accord'
  attrs: { cle: string; formes: [string, string] }
  marks?: Marque[]
}
/** Renvoi à une autre unité par son identité : la numérotation peut changer sans casser la phrase. */
export type NoeudRenvoi = { type: 'renvoi'; attrs: { cible: string; forme: string | null }; marks?: Marque[] }
export type NoeudSaut = { type: 'hardBreak' }
export type NoeudEnLigne = NoeudTexte | NoeudParametre | NoeudAccord | NoeudRenvoi | NoeudSaut

export type Paragraphe = { type: 'paragraph'; attrs: { id: string }; content?: NoeudEnLigne[] }
export type ElementListe = { type: 'listItem'; content: BlocContenu[] }
export type ListePuces = { type: 'bulletList'; attrs: { id: string }; content: ElementListe[] }
export type ListeNumerotee = {
  type: 'orderedList'
  attrs: { id: string; start?: number }
  content: ElementListe[]
}
export type Cellule = {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number; rowspan?: number; colwidth?: number[] | null }
  content: BlocContenu[]
}
export type LigneTableau = { type: 'tableRow'; content: Cellule[] }
export type Tableau = { type: 'table'; attrs: { id: string }; content: LigneTableau[] }
export type BlocContenu = Paragraphe | ListePuces | ListeNumerotee | Tableau
export type Contenu = { type: 'doc'; content: BlocContenu[] }

/** Bornes d'une unité : au-delà, la saisie est refusée avec une phrase claire (jamais tronquée). */
export const LONGUEUR_MAX_TEXTE = 60_000
export const PROFONDEUR_MAX = 6

const id = z.string().min(1).max(64)
const cle = z.string().regex(/^[a-z][a-z0-9_]{1,60}$/)
const marques = z
  .array(z.strictObject({ type: z.enum(['bold', 'italic', 'underline', 'superscript']) }))
  .max(4)
  .optional()
const enLigne: z.ZodType<NoeudEnLigne> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(LONGUEUR_MAX_TEXTE),
    marks: marques,
  }),
  z.strictObject({
    type: z.literal('parametre'),
    attrs: z.strictObject({ cle, forme: z.string().max(40).nullable() }),
    marks: marques,
  }),
  z.strictObject({
    type: z.literal('accord'),
    attrs: z.strictObject({ cle, formes: z.tuple([z.string().max(200), z.string().max(200)]) }),
    marks: marques,
  }),
  z.strictObject({
    type: z.literal('renvoi'),
    attrs: z.strictObject({ cible: z.string().min(1).max(80), forme: z.string().max(40).nullable() }),
    marks: marques,
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
])
const bloc: z.ZodType<BlocContenu> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('paragraph'),
      attrs: z.strictObject({ id }),
      content: z.array(enLigne).max(2_000).optional(),
    }),
    z.strictObject({
      type: z.literal('bulletList'),
      attrs: z.strictObject({ id }),
      content: z.array(elementListe).min(1).max(500),
    }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z.strictObject({ id, start: z.number().int().min(0).max(10_000).optional() }),
      content: z.array(elementListe).min(1).max(500),
    }),
    z.strictObject({
      type: z.literal('table'),
      attrs: z.strictObject({ id }),
      content: z.array(ligne).min(1).max(500),
    }),
  ]),
)
const elementListe: z.ZodType<ElementListe> = z.lazy(() =>
  z.strictObject({ type: z.literal('listItem'), content: z.array(bloc).min(1).max(50) }),
)
const cellule: z.ZodType<Cellule> = z.lazy(() =>
  z.strictObject({
    type: z.enum(['tableCell', 'tableHeader']),
    attrs: z
      .strictObject({
        colspan: z.number().int().min(1).max(20).optional(),
        rowspan: z.number().int().min(1).max(200).optional(),
        colwidth: z.array(z.number()).nullable().optional(),
      })
      .optional(),
    content: z.array(bloc).min(1).max(50),
  }),
)
const ligne: z.ZodType<LigneTableau> = z.lazy(() =>
  z.strictObject({ type: z.literal('tableRow'), content: z.array(cellule).min(1).max(20) }),
)

/** Schéma du contenu accepté par le serveur. Refuse tout nœud, marque ou attribut inconnu. */
export const schemaContenu: z.ZodType<Contenu> = z
  .strictObject({ type: z.literal('doc'), content: z.array(bloc).max(2_000) })
  .superRefine((contenu, ctx) => {
    if (profondeur(contenu.content) > PROFONDEUR_MAX) {
      ctx.addIssue({ code: 'custom', message: 'profondeur' })
    }
    if (longueurTexte(contenu) > LONGUEUR_MAX_TEXTE) ctx.addIssue({ code: 'custom', message: 'longueur' })
  })

function profondeur(blocs: BlocContenu[]): number {
  let max = 0
  for (const b of blocs) {
    if (b.type === 'bulletList' || b.type === 'orderedList') {
      for (const e of b.content) max = Math.max(max, 1 + profondeur(e.content))
    } else if (b.type === 'table') {
      for (const l of b.content) for (const c of l.content) max = Math.max(max, 1 + profondeur(c.content))
    }
  }
  return max
}

/** Parcourt tous les nœuds en ligne, dans l'ordre de lecture. */
export function* noeudsEnLigne(blocs: readonly BlocContenu[]): Generator<NoeudEnLigne> {
  for (const b of blocs) {
    if (b.type === 'paragraph') yield* b.content ?? []
    else if (b.type === 'table') {
      for (const l of b.content) for (const c of l.content) yield* noeudsEnLigne(c.content)
    } else for (const e of b.content) yield* noeudsEnLigne(e.content)
  }
}

/** Signes écrits d'un contenu ; valeurs, accords et renvois, qui n'ont pas de texte à eux, n'y comptent pas. */
export function longueurTexte(contenu: Contenu): number {
  let n = 0
  for (const noeud of noeudsEnLigne(contenu.content)) if (noeud.type === 'text') n += noeud.text.length
  return n
}

/** Contenu vide : un paragraphe sans texte, prêt à être saisi. */
export const contenuVide = (idBloc = 'b1'): Contenu => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: idBloc } }],
})
