import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { ENCRES, type Encre, type Forme } from '../blocs/dessin'

type Noeud = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const PAR_VALEUR = new Map(Object.entries(ENCRES).map(([nom, valeur]) => [valeur as string, nom as Encre]))

/** Hors du dessin : découpes, styles de survol. */
const TUS = new Set(['defs', 'style', 'clippath'])

/**
 * Formes d'un SVG produit par ECharts : tracés, rectangles et textes. Refuse une couleur qui n'est pas de la charte : elle ne
 * suivrait ni le sombre ni l'impression.
 */
export function formesDuSvg(svg: string): Forme[] {
  const formes: Forme[] = []
  const parcourir = (noeud: Noeud) => {
    if ('tagName' in noeud) {
      const nom = noeud.tagName.toLowerCase()
      if (TUS.has(nom)) return
      const forme = formeDe(noeud, nom)
      if (forme) formes.push(forme)
    }
    if ('childNodes' in noeud) for (const enfant of noeud.childNodes) parcourir(enfant)
  }
  parcourir(parseFragment(svg))
  return formes
}

function formeDe(element: Element, nom: string): Forme | null {
  const lire = (cle: string) => element.attrs.find((a) => a.name === cle)?.value ?? null
  if (nom === 'text') return texteDe(element, lire)
  const d = nom === 'path' ? lire('d') : nom === 'rect' ? rectangle(lire) : null
  if (d === null) return null
  const fond = lire('fill-opacity') === '0' ? null : encre(lire('fill'))
  const trait = lire('stroke-opacity') === '0' ? null : encre(lire('stroke'))
  if (fond === null && trait === null) return null
  return {
    genre: 'trace',
    d,
    fond,
    trait,
    epaisseur: trait === null ? 0 : Number(lire('stroke-width') ?? 1),
    pointille: lire('stroke-dasharray'),
    matrice: matriceDe(lire('transform')),
  }
}

type Lire = (cle: string) => string | null

function texteDe(element: Element, lire: Lire): Forme | null {
  const texte = element.childNodes.flatMap((n) => ('value' in n ? [n.value] : [])).join('')
  if (texte === '') return null
  const [, , , , e = 0, f = 0] = matriceDe(lire('transform')) ?? []
  const style = lire('style') ?? ''
  const taille = Number(/font-size:([\d.]+)px/.exec(style)?.[1] ?? 12)
  const centree = lire('dominant-baseline') === 'central'
  const ancre = lire('text-anchor')
  return {
    genre: 'texte',
    x: e + Number(lire('x') ?? 0),
    // Le milieu des minuscules est à un tiers de corps au-dessus de la ligne de base.
    y: f + Number(lire('y') ?? 0) + (centree ? taille * 0.35 : 0),
    texte,
    taille,
    gras: /font-weight:(bold|[6-9]00)/.test(style),
    ancre: ancre === 'middle' || ancre === 'end' ? ancre : 'start',
    encre: encre(lire('fill')) ?? 'encre',
  }
}

function rectangle(lire: Lire): string {
  const [x, y, l, h] = ['x', 'y', 'width', 'height'].map((c) => Number(lire(c) ?? 0))
  return `M${x} ${y}h${l}v${h}h-${l}Z`
}

function encre(valeur: string | null): Encre | null {
  if (valeur === null || valeur === 'none' || valeur === 'transparent') return null
  const nom = PAR_VALEUR.get(valeur.toLowerCase())
  if (!nom) throw new RangeError(`couleur hors de la charte dans un graphique : ${valeur}`)
  return nom
}

function matriceDe(transform: string | null): number[] | null {
  const m = /^(translate|matrix)\(([^)]*)\)$/.exec(transform ?? '')
  if (!m) return null
  const n = (m[2] ?? '').split(/[ ,]+/).map(Number)
  return m[1] === 'matrix' ? n : [1, 0, 0, 1, n[0] ?? 0, n[1] ?? 0]
}
