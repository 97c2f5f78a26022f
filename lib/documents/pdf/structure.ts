import type PDFDocument from 'pdfkit'
import type { ElementStructure, PositionGlyphe } from 'pdfkit'
import type { Balise } from './balise'
import { PAGE } from './styles'

/** Nœud tel que le moteur de mise en page le rend. */
export type Noeud = {
  type: string
  box?: { top?: number; left?: number; width?: number; height?: number }
  image?: { data?: unknown }
  props?: { id?: string; fixed?: boolean; balise?: Balise; [cle: string]: unknown }
  lines?: { string: string; runs: { positions?: PositionGlyphe[]; glyphs?: { codePoints?: number[] }[] }[] }[]
  children?: Noeud[]
}

/** Où va un morceau de texte dans la structure. */
export type Destination = {
  element: ElementStructure
  artefact: string | null
  lien: Noeud | null
  cesure: boolean
}
export type Repere = { page: number; haut: number }

export type Structure = {
  racine: ElementStructure
  elements: ElementStructure[]
  destinations: WeakMap<PositionGlyphe[], Destination>
  /** Éléments des images, dans l'ordre où elles se peignent. */
  figures: ElementStructure[]
  /** Page (à partir de 0) et hauteur de chaque ancre : signets justes au point près. */
  reperes: Map<string, Repere>
}

/** Construit l'arbre de structure depuis les nœuds balisés ; un nœud coupé entre deux pages garde son élément. */
export function structurer(pdf: PDFDocument, pages: Noeud[]): Structure {
  const racine = pdf.struct('Document')
  pdf.addStructure(racine)
  const structure: Structure = {
    racine,
    elements: [],
    destinations: new WeakMap(),
    figures: [],
    reperes: new Map(),
  }
  const parBalise = new Map<Balise, { element: ElementStructure; page: number }>()

  // Un tableau à en-tête doit grouper ses autres rangs dans un corps (PDF/UA-1, 7.2).
  const corpsDeTableau = new Map<ElementStructure, ElementStructure>()
  const corpsDe = (tableau: ElementStructure) => {
    const connu = corpsDeTableau.get(tableau)
    if (connu) return connu
    const corps = pdf.struct('TBody')
    tableau.add(corps)
    structure.elements.push(corps)
    corpsDeTableau.set(tableau, corps)
    return corps
  }

  const element = (balise: Balise, parent: ElementStructure, page: number) => {
    const connu = parBalise.get(balise)
    if (connu) return connu
    const nouveau = pdf.struct(balise.role, balise.texte ? { alt: balise.texte } : {})
    if (balise.role === 'TH' || balise.role === 'TD') nouveau.dictionary.data.A = attributsCellule(balise)
    const receveur = balise.role === 'TR' && parent.dictionary.data.S === 'Table' ? corpsDe(parent) : parent
    receveur.add(nouveau)
    structure.elements.push(nouveau)
    const entree = { element: nouveau, page }
    parBalise.set(balise, entree)
    return entree
  }

  const parcourir = (
    noeud: Noeud,
    parent: ElementStructure,
    page: number,
    origine: { haut: number; gauche: number },
    etat: { artefact: string | null; lien: Noeud | null },
  ) => {
    const props = noeud.props ?? {}
    const haut = origine.haut + (noeud.box?.top ?? 0)
    const gauche = origine.gauche + (noeud.box?.left ?? 0)
    let { artefact, lien } = etat
    let courant = parent
    if (noeud.type === 'LINK') lien = noeud
    if (props.id && !structure.reperes.has(props.id)) structure.reperes.set(props.id, { page, haut })
    if (props.balise?.role === 'Artifact') artefact = 'Pagination'
    else if (props.balise && !artefact) {
      const entree = element(props.balise, parent, page)
      courant = entree.element
      // Une image illisible n'est pas peinte : elle ne prend pas la place de la suivante.
      if (props.balise.role === 'Figure' && noeud.image?.data) {
        courant.dictionary.data.A = cadreDeFigure(noeud, gauche, haut)
        structure.figures.push(courant)
      }
      // En-tête de tableau répété : seul le premier passage appartient au tableau.
      if (props.fixed && entree.page !== page) artefact = 'Pagination'
    }
    noeud.lines?.forEach((ligne, i, lignes) => {
      ligne.runs.forEach((run, j) => {
        if (!run.positions) return
        const cesure = j === ligne.runs.length - 1 && i < lignes.length - 1 && ligne.string.endsWith('-')
        structure.destinations.set(run.positions, { element: courant, artefact, lien, cesure })
      })
    })
    for (const enfant of noeud.children ?? [])
      parcourir(enfant, courant, page, { haut, gauche }, { artefact, lien })
  }
  pages.forEach((page, i) =>
    parcourir(page, racine, i, { haut: 0, gauche: 0 }, { artefact: null, lien: null }),
  )
  return structure
}

function attributsCellule(balise: Balise): Record<string, unknown> {
  return {
    O: 'Table',
    ...(balise.role === 'TH' ? { Scope: 'Column' } : {}),
    ...(balise.colonnes && balise.colonnes > 1 ? { ColSpan: balise.colonnes } : {}),
    ...(balise.lignes && balise.lignes > 1 ? { RowSpan: balise.lignes } : {}),
  }
}

/** Place de l'image sur la page, comptée depuis le bas. */
function cadreDeFigure(noeud: Noeud, gauche: number, haut: number): Record<string, unknown> {
  const { width = 0, height = 0 } = noeud.box ?? {}
  const bas = PAGE.hauteur - haut - height
  return { O: 'Layout', Placement: 'Block', BBox: [gauche, bas, gauche + width, bas + height] }
}
