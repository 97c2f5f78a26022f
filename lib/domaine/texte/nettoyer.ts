import type {
  BlocContenu,
  Cellule,
  Contenu,
  ElementListe,
  LigneTableau,
  Marque,
  NoeudEnLigne,
} from './contenu'

/** JSON d'un éditeur, avant contrôle : attributs nuls, marques ou nœuds inconnus possibles. */
export type NoeudBrut = {
  type?: string
  attrs?: Record<string, unknown>
  content?: NoeudBrut[]
  text?: string
  marks?: { type: string }[]
}

const MARQUES = ['bold', 'italic', 'underline', 'superscript'] as const

/** Identifiant de bloc : assez de hasard pour ne jamais retomber sur un autre bloc de la même unité. */
export const nouvelIdBloc = (): string =>
  `b${Math.random().toString(36).slice(2, 10)}${Math.random().toString(36).slice(2, 4)}`

/**
 * Ramène le JSON d'un éditeur au contenu que le serveur accepte : attributs inconnus ôtés, identifiants manquants
 * ou en double remplacés, listes et cellules jamais vides, texte en trop d'un nœud inconnu gardé en paragraphe.
 */
export function nettoyerContenu(brut: NoeudBrut, nouvelId: () => string = nouvelIdBloc): Contenu {
  const vus = new Set<string>()
  const content = lireBlocs(brut.content ?? [], (souhaite) => {
    let id = typeof souhaite === 'string' && souhaite ? souhaite.slice(0, 64) : nouvelId()
    while (vus.has(id)) id = nouvelId()
    vus.add(id)
    return id
  })
  return { type: 'doc', content }
}

type Identifier = (souhaite: unknown) => string

function lireBlocs(noeuds: readonly NoeudBrut[], identifier: Identifier): BlocContenu[] {
  const blocs: BlocContenu[] = []
  let enAttente: NoeudEnLigne[] = []
  const vider = () => {
    if (enAttente.length) blocs.push(paragraphe(identifier(null), enAttente))
    enAttente = []
  }
  for (const n of noeuds) {
    const enLigne = lireEnLigne(n)
    if (enLigne) {
      enAttente.push(enLigne)
      continue
    }
    vider()
    blocs.push(...lireBloc(n, identifier))
  }
  vider()
  return blocs
}

function lireBloc(n: NoeudBrut, identifier: Identifier): BlocContenu[] {
  const enfants = n.content ?? []
  switch (n.type) {
    case 'paragraph':
      return [
        paragraphe(
          identifier(n.attrs?.id),
          enfants.flatMap((e) => lireEnLigne(e) ?? []),
        ),
      ]
    case 'bulletList':
      return [
        {
          type: 'bulletList',
          attrs: { id: identifier(n.attrs?.id) },
          content: elements(enfants, identifier),
        },
      ]
    case 'orderedList': {
      const id = identifier(n.attrs?.id)
      const start = typeof n.attrs?.start === 'number' && n.attrs.start !== 1 ? n.attrs.start : undefined
      const attrs = start === undefined ? { id } : { id, start }
      return [{ type: 'orderedList', attrs, content: elements(enfants, identifier) }]
    }
    case 'table': {
      const id = identifier(n.attrs?.id)
      const content = enfants.map((l) => ligne(l, identifier)).filter((l) => l.content.length > 0)
      return content.length ? [{ type: 'table', attrs: { id }, content }] : []
    }
    default:
      return lireBlocs(enfants, identifier)
  }
}

const paragraphe = (id: string, content: NoeudEnLigne[]): BlocContenu =>
  content.length ? { type: 'paragraph', attrs: { id }, content } : { type: 'paragraph', attrs: { id } }

function elements(noeuds: readonly NoeudBrut[], identifier: Identifier): ElementListe[] {
  return noeuds.map((e) => ({
    type: 'listItem',
    content: jamaisVide(lireBlocs(e.content ?? [], identifier), identifier),
  }))
}

const jamaisVide = (blocs: BlocContenu[], identifier: Identifier): BlocContenu[] =>
  blocs.length ? blocs : [paragraphe(identifier(null), [])]

function ligne(n: NoeudBrut, identifier: Identifier): LigneTableau {
  return { type: 'tableRow', content: (n.content ?? []).map((c) => cellule(c, identifier)) }
}

function cellule(n: NoeudBrut, identifier: Identifier): Cellule {
  const attrs: NonNullable<Cellule['attrs']> = {}
  const { colspan, rowspan } = n.attrs ?? {}
  if (typeof colspan === 'number' && colspan > 1) attrs.colspan = colspan
  if (typeof rowspan === 'number' && rowspan > 1) attrs.rowspan = rowspan
  const content = jamaisVide(lireBlocs(n.content ?? [], identifier), identifier)
  const type = n.type === 'tableHeader' ? 'tableHeader' : 'tableCell'
  return Object.keys(attrs).length ? { type, attrs, content } : { type, content }
}

function lireEnLigne(n: NoeudBrut): NoeudEnLigne | null {
  const noeud = lireNoeudEnLigne(n)
  if (!noeud || noeud.type === 'hardBreak') return noeud
  const poses = new Set(n.marks?.map((m) => m.type))
  const marks = MARQUES.filter((m) => poses.has(m)).map((type): Marque => ({ type }))
  return marks.length ? { ...noeud, marks } : noeud
}

const texteOuNul = (v: unknown): string | null => (typeof v === 'string' && v ? v : null)

function lireNoeudEnLigne(n: NoeudBrut): NoeudEnLigne | null {
  if (n.type === 'text') return n.text ? { type: 'text', text: n.text } : null
  if (n.type === 'hardBreak') return { type: 'hardBreak' }
  const forme = texteOuNul(n.attrs?.forme)
  const cle = texteOuNul(n.attrs?.cle)
  if (n.type === 'parametre' && cle) return { type: 'parametre', attrs: { cle, forme } }
  const formes = n.attrs?.formes
  if (n.type === 'accord' && cle && Array.isArray(formes)) {
    return { type: 'accord', attrs: { cle, formes: [String(formes[0] ?? ''), String(formes[1] ?? '')] } }
  }
  const cible = texteOuNul(n.attrs?.cible)
  return n.type === 'renvoi' && cible ? { type: 'renvoi', attrs: { cible, forme } } : null
}

/** Forme comparable de deux contenus : mêmes mots, mêmes nœuds, identifiants de blocs mis à part. */
export const cleDeTexte = (contenu: Contenu): string =>
  JSON.stringify(nettoyerContenu(contenu as NoeudBrut)).replace(/"attrs":\{"id":"[^"]*"/g, '"attrs":{"id":""')
