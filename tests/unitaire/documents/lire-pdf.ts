import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'

export type Signet = { titre: string; page: number; haut: number; enfants: Signet[] }
export type PdfLu = {
  pages: { textes: { texte: string; x: number; y: number; taille: number }[]; liens: number }[]
  info: Record<string, unknown>
  xmp: string
  langue: string | null
  signets: Signet[]
  roles: string[]
  /** Textes alternatifs des figures. */
  figures: string[]
}

type EntreePlan = { title: string; dest: unknown; items: EntreePlan[] }
type NoeudStructure = { role?: string; alt?: string; children?: unknown[] }

/** Relit un PDF comme le ferait un lecteur : texte exact (sans normalisation), signets, métadonnées, structure. */
export async function lirePdf(octets: Buffer): Promise<PdfLu> {
  const pdf = await getDocument({ data: Uint8Array.from(octets), verbosity: 0 }).promise
  const pages: PdfLu['pages'] = []
  const roles: string[] = []
  const figures: string[] = []
  const noter = (noeud: NoeudStructure | null) => {
    if (noeud?.role) roles.push(noeud.role)
    if (noeud?.role === 'Figure') figures.push(noeud.alt ?? '')
    for (const enfant of noeud?.children ?? []) noter(enfant as NoeudStructure)
  }
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n)
    const contenu = await page.getTextContent({ disableNormalization: true })
    const liens = (await page.getAnnotations()).filter((a) => a.subtype === 'Link').length
    pages.push({
      liens,
      textes: contenu.items
        .filter((i): i is TextItem => 'str' in i)
        .map((i) => ({
          texte: i.str,
          x: Number(i.transform[4]),
          y: Number(i.transform[5]),
          taille: i.height,
        })),
    })
    noter((await page.getStructTree()) as NoeudStructure | null)
  }
  const convertir = async (entrees: EntreePlan[]): Promise<Signet[]> => {
    const signets: Signet[] = []
    for (const e of entrees) {
      const cible = Array.isArray(e.dest) ? e.dest : []
      const page = (await pdf.getPageIndex(cible[0])) + 1
      signets.push({ titre: e.title, page, haut: Number(cible[3]), enfants: await convertir(e.items) })
    }
    return signets
  }
  const meta = await pdf.getMetadata()
  const signets = await convertir(((await pdf.getOutline()) ?? []) as EntreePlan[])
  const lu: PdfLu = {
    pages,
    info: meta.info as Record<string, unknown>,
    xmp: xmpDe(octets),
    langue: (meta.info as { Language?: string }).Language ?? null,
    signets,
    roles,
    figures,
  }
  await pdf.destroy()
  return lu
}

function xmpDe(octets: Buffer): string {
  const brut = octets.toString('utf8')
  const debut = brut.indexOf('<x:xmpmeta')
  return debut < 0 ? '' : brut.slice(debut, brut.indexOf('</x:xmpmeta>') + 12)
}

/** Texte d'une page sans l'en-tête ni le pied courants. */
export function corpsDePage(page: PdfLu['pages'][number]): string {
  return page.textes
    .filter((t) => t.taille !== 8)
    .map((t) => t.texte)
    .join(' ')
}

/** Suites de caractères que le PDF associe à ses dessins (tables ToUnicode), d'où vient tout texte copié. */
export function caracteresAssocies(octets: Buffer): Set<string> {
  const brut = octets.toString('latin1')
  const trouves = new Set<string>()
  for (const bloc of brut.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let texte: string
    try {
      texte = inflateSync(Uint8Array.from(Buffer.from(bloc[1] ?? '', 'latin1'))).toString('latin1')
    } catch {
      continue
    }
    if (!texte.includes('beginbfrange')) continue
    for (const code of texte.matchAll(/<([0-9a-fA-F]{4})>/g)) trouves.add((code[1] ?? '').toLowerCase())
  }
  return trouves
}
