import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { BlocCircuit, BlocSignatures, BlocTableau } from '../blocs/blocs'
import { differenceDe } from '../blocs/comparer-blocs'
import { renvoisEtape } from '../texte/texte-du-document'
import type { ContexteDocx, ElementDocx, RendreBloc } from './contexte'
import { LARGEUR } from './styles'

const FILET = { style: BorderStyle.SINGLE, size: 4, color: 'B9C0CA' }
const FILET_FORT = { style: BorderStyle.SINGLE, size: 8, color: '7C8796' }
const AUCUN = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const SANS_FILET = {
  top: AUCUN,
  bottom: AUCUN,
  left: AUCUN,
  right: AUCUN,
  insideHorizontal: AUCUN,
  insideVertical: AUCUN,
}
const FOND = { type: ShadingType.CLEAR, fill: 'ECEFF4', color: 'auto' }
const MARGES = { top: 60, bottom: 60, left: 100, right: 100 }

function colonnes(bloc: BlocTableau): number[] {
  const nombre = Math.max(
    bloc.largeurs.length,
    1,
    ...bloc.lignes.map((l) => l.reduce((n, c) => n + (c.colonnes ?? 1), 0)),
  )
  const parts = Array.from({ length: nombre }, (_, i) => Math.max(bloc.largeurs[i] ?? 0, 0.02))
  const somme = parts.reduce((a, b) => a + b, 0)
  return parts.map((p) => Math.round((p / somme) * LARGEUR))
}

/** Une cellule Word finit toujours par un paragraphe. */
function contenuDeCellule(elements: ElementDocx[], style: string): ElementDocx[] {
  return elements.at(-1) instanceof Paragraph
    ? elements
    : [...elements, new Paragraph({ style, children: [] })]
}

/** Tableau : en-tête répété en haut de chaque page, lignes qui ne se coupent pas. */
export function tableau(bloc: BlocTableau, ctx: ContexteDocx, blocTexte: RendreBloc): Table {
  const largeurs = colonnes(bloc)
  const reste = new Array<{ hauteur: number; portee: number }>(largeurs.length)
  const rangs = bloc.lignes.map((ligne, i) => {
    const enTete = i < bloc.lignesEnTete
    const attente = [...ligne]
    const cellules: TableCell[] = []
    let colonne = 0
    while (colonne < largeurs.length) {
      const haut = reste[colonne]
      if (haut && haut.hauteur > 0) {
        haut.hauteur -= 1
        cellules.push(
          new TableCell({
            children: [new Paragraph({ style: 'Cellule', children: [] })],
            columnSpan: haut.portee,
            verticalMerge: VerticalMergeType.CONTINUE,
          }),
        )
        colonne += haut.portee
        continue
      }
      const cellule = attente.shift()
      const portee = Math.min(Math.max(cellule?.colonnes ?? 1, 1), largeurs.length - colonne)
      const style = enTete || cellule?.enTete ? 'CelluleTitre' : 'Cellule'
      const hauteur = Math.max(cellule?.lignes ?? 1, 1)
      reste[colonne] = { hauteur: hauteur - 1, portee }
      cellules.push(
        new TableCell({
          columnSpan: portee,
          ...(hauteur > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
          width: {
            size: largeurs.slice(colonne, colonne + portee).reduce((a, b) => a + b, 0),
            type: WidthType.DXA,
          },
          margins: MARGES,
          ...(enTete ? { shading: FOND } : {}),
          children: contenuDeCellule(
            (cellule?.blocs ?? []).flatMap((b) => blocTexte(b, ctx, style)),
            style,
          ),
        }),
      )
      colonne += portee
    }
    return new TableRow({
      tableHeader: enTete,
      cantSplit: true,
      ...marqueDeLigne(ligne, ctx),
      children: cellules,
    })
  })
  return new Table({
    width: { size: LARGEUR, type: WidthType.DXA },
    columnWidths: largeurs,
    layout: TableLayoutType.FIXED,
    borders: {
      top: FILET_FORT,
      bottom: FILET,
      left: AUCUN,
      right: AUCUN,
      insideHorizontal: FILET,
      insideVertical: AUCUN,
    },
    rows: rangs,
  })
}

/** Ligne entièrement ajoutée ou retirée : Word l'accepte ou la refuse d'un geste. */
function marqueDeLigne(ligne: BlocTableau['lignes'][number], ctx: ContexteDocx) {
  const difference = differenceDe(ligne.flatMap((c) => c.blocs))
  if (!difference || !ctx.revision) return {}
  return difference === 'ajout' ? { insertion: ctx.revision() } : { deletion: ctx.revision() }
}

const simple = (textes: string[], style: string, largeur: number, fond = false) =>
  new TableCell({
    width: { size: largeur, type: WidthType.DXA },
    margins: MARGES,
    ...(fond ? { shading: FOND } : {}),
    children: (textes.length > 0 ? textes : ['']).map((text) => new Paragraph({ style, text })),
  })

/** Circuit : un tableau d'étapes, modifiable en suivi des modifications. */
export function tableauCircuit(bloc: BlocCircuit): Table {
  const largeurs = [860, 1900, 2762, 1450, 1650]
  const l = (i: number) => largeurs[i] ?? 1000
  const entete = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: ['Étape', 'Acteur', 'Action', 'Délai', 'Suite'].map((t, i) =>
      simple([t], 'CelluleTitre', l(i), true),
    ),
  })
  const rangs = bloc.etapes.map((etape, i) => {
    const suivant = bloc.etapes[i + 1]?.rang
    const passage = etape.vers.find((v) => v.rang === suivant)
    const suite = passage
      ? [`${passage.condition ? `${passage.condition}\u00a0: ` : ''}étape ${passage.rang}`]
      : []
    return new TableRow({
      cantSplit: true,
      children: [
        simple([String(etape.rang)], 'CelluleForte', l(0)),
        simple([etape.acteur], 'CelluleForte', l(1)),
        simple([etape.texte], 'Cellule', l(2)),
        simple([etape.delai ?? ''], 'Cellule', l(3)),
        simple([...suite, ...renvoisEtape(etape, suivant)], 'Cellule', l(4)),
      ],
    })
  })
  return new Table({
    width: { size: LARGEUR, type: WidthType.DXA },
    columnWidths: largeurs,
    layout: TableLayoutType.FIXED,
    borders: {
      top: FILET_FORT,
      bottom: FILET,
      left: AUCUN,
      right: AUCUN,
      insideHorizontal: FILET,
      insideVertical: AUCUN,
    },
    rows: [entete, ...rangs],
  })
}

/** Signatures deux par deux ; un rang ne se coupe pas. */
export function tableauSignatures(bloc: BlocSignatures): Table {
  const moitie = LARGEUR / 2
  const rangs: TableRow[] = []
  for (let i = 0; i < bloc.signataires.length; i += 2) {
    const paire = [bloc.signataires[i], bloc.signataires[i + 1]]
    rangs.push(
      new TableRow({
        cantSplit: true,
        height: { value: 2500, rule: HeightRule.ATLEAST },
        children: paire.map(
          (s) =>
            new TableCell({
              width: { size: moitie, type: WidthType.DXA },
              margins: { ...MARGES, bottom: 900 },
              children: s
                ? [s.partie, s.qualite, s.nom, s.mention].filter(Boolean).map(
                    (text, j) =>
                      new Paragraph({
                        style: 'Signataire',
                        text,
                        ...(j === 0 ? { run: { bold: true } } : {}),
                      }),
                  )
                : [new Paragraph({ style: 'Signataire', children: [] })],
            }),
        ),
      }),
    )
  }
  return new Table({
    width: { size: LARGEUR, type: WidthType.DXA },
    columnWidths: [moitie, moitie],
    layout: TableLayoutType.FIXED,
    borders: SANS_FILET,
    rows: rangs,
  })
}

/** Encart : une cellule encadrée. */
export function tableauEncart(titre: string, contenu: Paragraph[]): Table {
  const fort = { style: BorderStyle.SINGLE, size: 24, color: '7C8796' }
  return new Table({
    width: { size: LARGEUR, type: WidthType.DXA },
    columnWidths: [LARGEUR],
    layout: TableLayoutType.FIXED,
    borders: {
      top: FILET,
      bottom: FILET,
      left: fort,
      right: FILET,
      insideHorizontal: AUCUN,
      insideVertical: AUCUN,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            margins: { top: 120, bottom: 120, left: 180, right: 180 },
            shading: { type: ShadingType.CLEAR, fill: 'F6F4EE', color: 'auto' },
            children: [...(titre ? [new Paragraph({ style: 'EncartTitre', text: titre })] : []), ...contenu],
          }),
        ],
      }),
    ],
  })
}
