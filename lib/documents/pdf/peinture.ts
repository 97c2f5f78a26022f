import type PDFDocument from 'pdfkit'
import type { ElementStructure, Glyphe, PositionGlyphe } from 'pdfkit'
import type { Noeud, Structure } from './structure'

const arrondi = (n: number) => Math.round(n * 1e4) / 1e4

/**
 * Branche la peinture de react-pdf sur un PDF balisé : chaque texte et chaque logo va à son élément de structure, le reste
 * (filets, fonds, flèches, filigrane) devient un artefact que les lecteurs d'écran ignorent.
 */
export function brancherPeinture(
  pdf: PDFDocument,
  structure: Structure,
  filigrane: ((pdf: PDFDocument) => void) | null,
): void {
  const brut = pdf.addContent.bind(pdf)
  let dansMarque = false
  let artefactOuvert = false
  pdf.addContent = (contenu) => {
    if (dansMarque || typeof contenu !== 'string') return brut(contenu)
    if (!artefactOuvert && / (re|m)$/.test(contenu)) {
      brut('/Artifact <</Type /Layout>> BDC')
      artefactOuvert = true
    }
    brut(contenu)
    if (artefactOuvert && (/^(f\*?|S|s|B\*?|b\*?|n|W\*? n)$/.test(contenu) || / Do$/.test(contenu))) {
      brut('EMC')
      artefactOuvert = false
    }
    return pdf
  }

  const ajouterPage = pdf.addPage.bind(pdf)
  pdf.addPage = (options) => {
    ajouterPage(options)
    if (filigrane) {
      dansMarque = true
      brut('/Artifact <</Type /Pagination /Subtype /Watermark>> BDC')
      filigrane(pdf)
      brut('EMC')
      dansMarque = false
    }
    return pdf
  }

  const imager = pdf.image.bind(pdf)
  const figures = [...structure.figures]
  pdf.image = (...args) => {
    const figure = figures.shift()
    if (!figure) return imager(...args)
    figure.add(pdf.markStructureContent('Figure'))
    dansMarque = true
    imager(...args)
    dansMarque = false
    return pdf.endMarkedContent()
  }

  let lienEnAttente: ElementStructure | null = null
  let dernierLien: { noeud: Noeud | null; element: ElementStructure } | null = null
  const annoter = pdf.annotate.bind(pdf)
  pdf.annotate = (x, y, l, h, options) => {
    const element = pdf.struct('Link')
    structure.elements.push(element)
    const uri = options.A?.data?.URI
    // pdfkit n'écrit une chaîne de texte que pour un objet String.
    const contenu = Object('' + (uri ? `Lien vers ${String(uri)}` : 'Aller à la section')) as unknown
    annoter(x, y, l, h, { ...options, structParent: element, Contents: contenu })
    lienEnAttente = element
    return pdf
  }
  const nommer = pdf.addNamedDestination.bind(pdf)
  pdf.addNamedDestination = (nom, ...reste) => {
    // react-pdf donne une hauteur relative au parent : on la rend absolue.
    const c = pdf._ctm
    const [, x, y] = reste as [string, number, number]
    nommer(nom, 'XYZ', null, pdf.page.height - (c[1] * x + c[3] * y + c[5]), null)
  }

  pdf.glyphs = (glyphes, positions, x, y) => {
    const police = pdf._font
    const taille = pdf._fontSize
    const ids = glyphes.map((g) => {
      const id = police.subset.includeGlyph(g.id)
      police.widths[id] ??= g.advanceWidth * police.scale
      police.unicode[id] ??= g.codePoints
      return id.toString(16).padStart(4, '0')
    })
    pdf.save()
    pdf.transform(1, 0, 0, -1, 0, pdf.page.height)
    pdf.page.fonts[police.id] ??= police.ref()
    dansMarque = true
    const peindre = (de: number, a: number, depart: number) =>
      peindreSuite(brut, {
        glyphes,
        positions,
        ids,
        de,
        a,
        x: depart,
        base: pdf.page.height - y,
        police: police.id,
        taille,
        unite: 1000 / (police.font.unitsPerEm ?? 1000),
      })
    const vers = structure.destinations.get(positions)
    if (!vers || vers.artefact) {
      brut(`/Artifact <</Type /${vers?.artefact ?? 'Layout'}>> BDC`)
      peindre(0, glyphes.length, x)
      brut('EMC')
      lienEnAttente = null
    } else {
      let element = vers.element
      if (lienEnAttente) {
        element.add(lienEnAttente)
        element = lienEnAttente
        dernierLien = { noeud: vers.lien, element }
        lienEnAttente = null
      } else if (vers.lien && dernierLien?.noeud === vers.lien) element = dernierLien.element
      element.add(pdf.markStructureContent(String(element.dictionary.data.S)))
      const fin = vers.cesure ? glyphes.length - 1 : glyphes.length
      const suite = peindre(0, fin, x)
      if (vers.cesure) {
        brut('/Span <</ActualText <FEFF00AD>>> BDC')
        peindre(fin, glyphes.length, suite)
        brut('EMC')
      }
      pdf.endMarkedContent()
    }
    dansMarque = false
    pdf.restore()
  }
}

type Suite = {
  glyphes: Glyphe[]
  positions: PositionGlyphe[]
  ids: string[]
  de: number
  a: number
  x: number
  base: number
  police: string
  taille: number
  unite: number
}

function peindreSuite(brut: (contenu: string) => unknown, s: Suite): number {
  if (s.de >= s.a) return s.x
  let suite = ''
  let paquet = ''
  let x = s.x
  for (let i = s.de; i < s.a; i += 1) {
    const position = s.positions[i]
    const glyphe = s.glyphes[i]
    if (!position || !glyphe) continue
    paquet += s.ids[i] ?? ''
    const ecart = (position.xAdvance * 1000) / s.taille - glyphe.advanceWidth * s.unite
    if (Math.abs(ecart) > 0.01) {
      suite += `<${paquet}> ${arrondi(-ecart)} `
      paquet = ''
    }
    x += position.xAdvance
  }
  if (paquet) suite += `<${paquet}>`
  const hauteur = s.base + ((s.positions[s.de]?.yOffset ?? 0) * s.taille) / 1000
  brut(
    `BT 1 0 0 1 ${arrondi(s.x)} ${arrondi(hauteur)} Tm /${s.police} ${arrondi(s.taille)} Tf [${suite}] TJ ET`,
  )
  return x
}
