import type { NoeudBrut } from '../nettoyer'
import { noterBilan } from './bilan'
import type { LectureBlocs } from './en-ligne'
import * as w from './styles'

/** Lecture du contenu d'une cellule, donnée par l'appelant : un tableau contient des blocs, dont des tableaux. */
type LireBlocs = (l: LectureBlocs, noeuds: readonly w.Noeud[]) => NoeudBrut[]

/** Tableau HTML → tableau ; dans une cellule, un second tableau devient du texte. */
export function lireTableau(l: LectureBlocs, table: w.Element, lireBlocs: LireBlocs): NoeudBrut[] {
  if (l.profondeur > 0) {
    noterBilan(l.bilan, 'tableauxImbriques')
    return lignesDe(table).flatMap(({ ligne }) =>
      cellulesDe(ligne).flatMap((c) => lireBlocs(l, c.childNodes)),
    )
  }
  l.profondeur++
  const rangees = lignesDe(table)
  const content = rangees.map(({ ligne, enTete }, rang) => ({
    type: 'tableRow',
    content: cellulesDe(ligne).map((c) =>
      lireCellule(lireBlocs(l, c.childNodes), c, enTete || (rang === 0 && premiereEnGras(ligne))),
    ),
  }))
  l.profondeur--
  return content.some((r) => r.content.length) ? [{ type: 'table', content }] : []
}

type Rangee = { ligne: w.Element; enTete: boolean }

function lignesDe(e: w.Element, enTete = false): Rangee[] {
  return e.childNodes.flatMap((n): Rangee[] => {
    if (!w.estElement(n)) return []
    if (n.tagName === 'tr') return w.estSuppression(n) ? [] : [{ ligne: n, enTete }]
    return ['thead', 'tbody', 'tfoot'].includes(n.tagName) ? lignesDe(n, n.tagName === 'thead') : []
  })
}

const cellulesDe = (ligne: w.Element): w.Element[] =>
  ligne.childNodes.filter(
    (n): n is w.Element => w.estElement(n) && (n.tagName === 'td' || n.tagName === 'th'),
  )

/** Word n'écrit pas `<th>` : une première ligne tout en gras est un en-tête. */
function premiereEnGras(ligne: w.Element): boolean {
  const cellules = cellulesDe(ligne)
  return cellules.length > 0 && cellules.every((c) => c.tagName === 'th' || toutEnGras(c.childNodes, false))
}

function toutEnGras(noeuds: readonly w.Noeud[], gras: boolean): boolean {
  return noeuds.every((n) => {
    if (w.estTexte(n)) return gras || !/[^\s\u00a0]/.test(n.value)
    return w.estElement(n) ? toutEnGras(n.childNodes, gras || w.marquesDe(n).includes('bold')) : true
  })
}

function lireCellule(blocs: NoeudBrut[], e: w.Element, enTete: boolean): NoeudBrut {
  return {
    type: enTete || e.tagName === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: Number(w.attribut(e, 'colspan')) || 1, rowspan: Number(w.attribut(e, 'rowspan')) || 1 },
    content: enTete ? blocs.map(sansGras) : blocs,
  }
}

/** Le gras d'un en-tête vient de l'en-tête : le répéter le rendrait deux fois gras. */
function sansGras(n: NoeudBrut): NoeudBrut {
  const propre = { ...n, ...(n.content ? { content: n.content.map(sansGras) } : {}) }
  return n.marks ? { ...propre, marks: n.marks.filter((m) => m.type !== 'bold') } : propre
}
