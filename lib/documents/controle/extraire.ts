import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageRelue, PdfRelu } from './comparer'

/** Au-delà, un fichier n'est pas un acte : il ne se relit pas. */
const PAGES_MAX = 400
/** Hauteur, en points, où tiennent en-tête et pied d'une page A4. */
const MARGE_COURANTE = 46

export class ErreurRelecture extends Error {
  override name = 'ErreurRelecture'
}

type Item = { type?: string; tag?: string; str?: string; hasEOL?: boolean; transform?: number[] }

/** Relit un PDF comme un lecteur : texte de chaque page dans l'ordre du fichier, ce qui est hors du texte, signets. */
export async function extraireTexte(octets: Uint8Array): Promise<PdfRelu> {
  const chargement = getDocument({
    data: Uint8Array.from(octets),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  })
  try {
    const pdf = await chargement.promise
    if (pdf.numPages > PAGES_MAX) throw new ErreurRelecture(`plus de ${PAGES_MAX} pages`)
    const pages: PageRelue[] = []
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n)
      const { height } = page.getViewport({ scale: 1 })
      const contenu = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true })
      pages.push(trier(contenu.items as Item[], height))
      page.cleanup()
    }
    const signets = await signetsDe((await pdf.getOutline()) ?? [], async (dest) => {
      const cible = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
      return Array.isArray(cible) && cible[0] ? (await pdf.getPageIndex(cible[0])) + 1 : 0
    })
    return { pages, signets }
  } finally {
    await chargement.destroy()
  }
}

/** Sépare le texte des courants : par les marques du fichier quand il est balisé, sinon par la place. */
function trier(items: readonly Item[], hauteur: number): PageRelue {
  const balisee = items.some((i) => i.type?.startsWith('beginMarkedContent') && i.tag !== 'Artifact')
  const pile: string[] = []
  const courants: string[] = []
  let texte = ''
  for (const i of items) {
    if (i.type === 'endMarkedContent') pile.pop()
    else if (i.type) pile.push(i.tag ?? '')
    else if (i.str !== undefined) {
      const y = i.transform?.[5] ?? hauteur / 2
      const horsTexte = balisee
        ? pile.includes('Artifact')
        : y < MARGE_COURANTE || y > hauteur - MARGE_COURANTE
      if (!horsTexte) texte += `${i.str}${i.hasEOL ? '\n' : ''}`
      else if (i.str.trim()) courants.push(i.str)
    }
  }
  return { texte, courants }
}

type Entree = { title: string; dest: unknown; items: Entree[] }

async function signetsDe(
  entrees: readonly Entree[],
  page: (dest: unknown) => Promise<number>,
): Promise<PdfRelu['signets']> {
  const sortie: PdfRelu['signets'] = []
  for (const e of entrees) {
    sortie.push({ titre: e.title, page: await page(e.dest) })
    sortie.push(...(await signetsDe(e.items, page)))
  }
  return sortie
}
