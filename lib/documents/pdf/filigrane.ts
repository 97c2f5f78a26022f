import { Font } from '@react-pdf/renderer'
import type PDFDocument from 'pdfkit'
import { FAMILLE } from './polices'
import { COULEURS, PAGE } from './styles'

type PoliceTracee = {
  unitsPerEm: number
  layout(texte: string): {
    advanceWidth: number
    glyphs: { advanceWidth: number; path: { translate(x: number, y: number): { toSVG(): string } } }[]
  }
}

/** Filigrane dessiné en contours : visible sur chaque page, absent du texte extrait ou lu à voix haute. */
export async function preparerFiligrane(texte: string): Promise<(pdf: PDFDocument) => void> {
  const descripteur = { fontFamily: FAMILLE, fontWeight: 600 as const, fontStyle: 'normal' as const }
  await Font.load(descripteur)
  const police = Font.getFont(descripteur)?.data as unknown as PoliceTracee | undefined
  if (!police) throw new Error('Police du filigrane absente')
  const ligne = police.layout(texte)
  let x = 0
  const traces = ligne.glyphs.map((glyphe) => {
    const trace = glyphe.path.translate(x, 0).toSVG()
    x += glyphe.advanceWidth + 40
    return trace
  })
  const largeur = Math.max(x - 40, 1)
  const echelle = Math.min(560 / largeur, 150 / police.unitsPerEm)
  const trace = traces.join(' ')
  return (pdf) => {
    pdf.save()
    pdf.translate(PAGE.largeur / 2, PAGE.hauteur / 2)
    pdf.rotate(-52)
    pdf.scale(echelle, -echelle)
    pdf.translate(-largeur / 2, -police.unitsPerEm * 0.33)
    pdf.path(trace).fill(COULEURS.filigrane)
    pdf.restore()
  }
}
