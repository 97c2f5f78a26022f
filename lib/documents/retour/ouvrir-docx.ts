import JSZip from 'jszip'

/** Pourquoi un fichier Word n'est pas lu ; la phrase est dans `lib/presentation/erreurs.ts`. */
export type RefusDocx = 'format' | 'macros' | 'protege' | 'demesure' | 'abime'
export class ErreurDocx extends Error {
  constructor(readonly raison: RefusDocx) {
    super(raison)
    this.name = 'ErreurDocx'
  }
}

/** Seules ces pièces disent le texte : images, objets et macros ne sont même pas décompressés. */
const PIECES =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/(document|footnotes|endnotes)\.xml\.rels)$/
const DOCUMENT_ORDINAIRE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** Bornes d'une convention, très au-dessus de la plus longue : octets une fois décompressés, et pièces du fichier. */
const TEXTE_MAX = 12 * 1024 * 1024
const PIECES_MAX = 2_000
const ANCIEN_OU_CHIFFRE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/**
 * Ouvre un .docx sans lui faire confiance : type réel, macros, chiffrement, taille décompressée comptée au fil de l'eau.
 * Rend un fichier réduit à ses pièces de texte, et le corps.
 */
export async function ouvrirDocx(octets: Uint8Array): Promise<{ reduit: Buffer; corps: string }> {
  if (debutePar(octets, ANCIEN_OU_CHIFFRE)) throw new ErreurDocx('protege')
  if (!debutePar(octets, ZIP)) throw new ErreurDocx('format')
  const zip = await JSZip.loadAsync(octets).catch(() => {
    throw new ErreurDocx('abime')
  })
  const noms = Object.keys(zip.files)
  if (noms.length > PIECES_MAX) throw new ErreurDocx('demesure')
  if (noms.some((n) => /vbaProject|vbaData/i.test(n))) throw new ErreurDocx('macros')
  if (!zip.file('word/document.xml') || !zip.file('[Content_Types].xml')) throw new ErreurDocx('format')
  const reduit = new JSZip()
  let reste = TEXTE_MAX
  let corps = ''
  for (const nom of noms.filter((n) => PIECES.test(n))) {
    const piece = zip.file(nom)
    if (!piece) continue
    const lu = await lireBorne(piece, reste)
    reste -= lu.length
    const texte = lu.toString('utf8')
    // Une entité déclarée dans le fichier n'a rien à faire dans un texte Word.
    if (/<!(DOCTYPE|ENTITY)/i.test(texte)) throw new ErreurDocx('abime')
    if (nom === '[Content_Types].xml') verifierType(texte)
    if (nom === 'word/document.xml') corps = texte
    reduit.file(nom, lu)
  }
  return { reduit: await reduit.generateAsync({ type: 'nodebuffer' }), corps }
}

function verifierType(types: string): void {
  if (/macroEnabled/i.test(types)) throw new ErreurDocx('macros')
  if (!types.includes(DOCUMENT_ORDINAIRE)) throw new ErreurDocx('format')
}

const debutePar = (octets: Uint8Array, debut: readonly number[]): boolean =>
  debut.every((o, i) => octets[i] === o)

type Flux = {
  on(e: 'data', f: (m: Uint8Array) => void): Flux
  on(e: 'error', f: (x: Error) => void): Flux
  on(e: 'end', f: () => void): Flux
  pause(): Flux
  resume(): Flux
}

/** Décompresse au plus `maximum` octets : la taille annoncée par le fichier ne prouve rien. */
function lireBorne(piece: JSZip.JSZipObject, maximum: number): Promise<Buffer> {
  return new Promise((resoudre, rejeter) => {
    const morceaux: Uint8Array[] = []
    let total = 0
    const flux = (piece as unknown as { internalStream(t: 'uint8array'): Flux }).internalStream('uint8array')
    flux
      .on('data', (m) => {
        total += m.length
        if (total > maximum) {
          flux.pause()
          rejeter(new ErreurDocx('demesure'))
        } else morceaux.push(m)
      })
      .on('error', () => rejeter(new ErreurDocx('abime')))
      .on('end', () => resoudre(Buffer.concat(morceaux)))
      .resume()
  })
}
