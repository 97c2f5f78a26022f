import { inflateSync } from 'node:zlib'
import { concatener, enOctets } from './octets'

/**
 * Source Serif 4 n'a ni espace fine insécable (U+202F), ni flèche, ni « ≥ », et donne le même dessin à l'espace
 * et à l'espace insécable : un « 6 305,31 € » sortirait faux ou s'extrairait selon l'ordre des documents. On
 * ajoute ces dessins à la police en mémoire ; le fichier de la police, lui, reste intact.
 */
export type GlypheAjoute =
  | { code: number; chasse: number; copieDe?: number }
  | { code: number; chasse: number; contours: [number, number][][] }

type Tables = Map<string, Buffer>

/** Décompresse une police WOFF en ses tables. */
export function tablesDeWoff(woff: Buffer): Tables {
  if (woff.readUInt32BE(0) !== 0x774f4646) throw new Error('Police illisible : ce n’est pas un fichier WOFF')
  const tables: Tables = new Map()
  const nombre = woff.readUInt16BE(12)
  for (let i = 0; i < nombre; i += 1) {
    const p = 44 + i * 20
    const debut = woff.readUInt32BE(p + 4)
    const brut = woff.subarray(debut, debut + woff.readUInt32BE(p + 8))
    const octets = brut.length < woff.readUInt32BE(p + 12) ? inflateSync(enOctets(brut)) : brut
    tables.set(woff.toString('latin1', p, p + 4), octets)
  }
  return tables
}

const copie = (tampon: Buffer) => concatener([tampon])

function table(tables: Tables, nom: string): Buffer {
  const octets = tables.get(nom)
  if (!octets) throw new Error(`Police illisible : table ${nom} absente`)
  return octets
}

/** Caractère → dessin, d'après la sous-table Windows Unicode (format 4). */
export function lireCmap(cmap: Buffer): Map<number, number> {
  const carte = new Map<number, number>()
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const base = cmap.readUInt32BE(4 + i * 8 + 4)
    if (cmap.readUInt16BE(base) !== 4) continue
    const n = cmap.readUInt16BE(base + 6) / 2
    for (let s = 0; s < n; s += 1) {
      const fin = cmap.readUInt16BE(base + 14 + s * 2)
      const debut = cmap.readUInt16BE(base + 16 + n * 2 + s * 2)
      const ecart = cmap.readInt16BE(base + 16 + n * 4 + s * 2)
      const posDecalage = base + 16 + n * 6 + s * 2
      const decalage = cmap.readUInt16BE(posDecalage)
      for (let c = debut; c <= fin && c !== 0xffff; c += 1) {
        let g = decalage ? cmap.readUInt16BE(posDecalage + decalage + (c - debut) * 2) : c
        if (g !== 0 || !decalage) g = (g + ecart) & 0xffff
        if (g) carte.set(c, g)
      }
    }
  }
  return carte
}

function ecrireCmap(carte: Map<number, number>): Buffer {
  const codes = [...carte.entries()].sort((a, b) => a[0] - b[0])
  const octets = Buffer.alloc(12 + 16 + codes.length * 12)
  octets.writeUInt16BE(1, 2)
  octets.writeUInt16BE(3, 4)
  octets.writeUInt16BE(10, 6)
  octets.writeUInt32BE(12, 8)
  octets.writeUInt16BE(12, 12)
  octets.writeUInt32BE(octets.length - 12, 16)
  octets.writeUInt32BE(codes.length, 24)
  codes.forEach(([code, glyphe], i) => {
    octets.writeUInt32BE(code, 28 + i * 12)
    octets.writeUInt32BE(code, 32 + i * 12)
    octets.writeUInt32BE(glyphe, 36 + i * 12)
  })
  return octets
}

/** Dessin fait de segments de droite. */
function dessiner(contours: [number, number][][]): Buffer {
  const points = contours.flat()
  const xs = points.map((p) => p[0])
  const ys = points.map((p) => p[1])
  const mots: number[] = [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  let dernier = -1
  for (const contour of contours) {
    dernier += contour.length
    mots.push(dernier)
  }
  mots.push(0)
  const tete = Buffer.alloc(mots.length * 2)
  mots.forEach((m, i) => tete.writeInt16BE(m, i * 2))
  const deltas = Buffer.alloc(points.length * 4)
  const ecarts = (valeurs: number[], base: number) =>
    valeurs.forEach((v, i) => deltas.writeInt16BE(v - (valeurs[i - 1] ?? 0), base + i * 2))
  ecarts(xs, 0)
  ecarts(ys, points.length * 2)
  return concatener([tete, Buffer.alloc(points.length, 1), deltas])
}

/** Ajoute des dessins à une police et la rend au format TrueType. */
export function completerPolice(woff: Buffer, ajouts: GlypheAjoute[]): Buffer {
  const tables = tablesDeWoff(woff)
  const maxp = copie(table(tables, 'maxp'))
  const head = copie(table(tables, 'head'))
  const hhea = copie(table(tables, 'hhea'))
  const hmtx = table(tables, 'hmtx')
  const loca = table(tables, 'loca')
  const glyf = table(tables, 'glyf')
  const carte = lireCmap(table(tables, 'cmap'))
  const nombre = maxp.readUInt16BE(4)
  const longues = head.readInt16BE(50) === 1
  const position = (g: number) => (longues ? loca.readUInt32BE(g * 4) : loca.readUInt16BE(g * 2) * 2)
  const metriques = hhea.readUInt16BE(34)
  const chasses: [number, number][] = []
  for (let g = 0; g < nombre; g += 1) {
    const chasse = hmtx.readUInt16BE(Math.min(g, metriques - 1) * 4)
    const approche =
      g < metriques ? hmtx.readInt16BE(g * 4 + 2) : hmtx.readInt16BE(metriques * 4 + (g - metriques) * 2)
    chasses.push([chasse, approche])
  }
  const dessins: Buffer[] = []
  for (let g = 0; g < nombre; g += 1) dessins.push(glyf.subarray(position(g), position(g + 1)))
  for (const ajout of ajouts) {
    const modele = 'copieDe' in ajout && ajout.copieDe !== undefined ? carte.get(ajout.copieDe) : undefined
    if ('contours' in ajout) dessins.push(dessiner(ajout.contours))
    else dessins.push(modele === undefined ? Buffer.alloc(0) : (dessins[modele] ?? Buffer.alloc(0)))
    chasses.push(modele === undefined ? [ajout.chasse, 0] : (chasses[modele] ?? [ajout.chasse, 0]))
    carte.set(ajout.code, dessins.length - 1)
  }
  const nouvelleLoca = Buffer.alloc((dessins.length + 1) * 4)
  const morceaux: Buffer[] = []
  let curseur = 0
  dessins.forEach((dessin, g) => {
    nouvelleLoca.writeUInt32BE(curseur, g * 4)
    const bourrage = (4 - (dessin.length % 4)) % 4
    morceaux.push(dessin, Buffer.alloc(bourrage))
    curseur += dessin.length + bourrage
  })
  nouvelleLoca.writeUInt32BE(curseur, dessins.length * 4)
  const nouvelleHmtx = Buffer.alloc(chasses.length * 4)
  chasses.forEach(([chasse, approche], g) => {
    nouvelleHmtx.writeUInt16BE(chasse, g * 4)
    nouvelleHmtx.writeInt16BE(approche, g * 4 + 2)
  })
  maxp.writeUInt16BE(dessins.length, 4)
  head.writeInt16BE(1, 50)
  hhea.writeUInt16BE(chasses.length, 34)
  tables
    .set('maxp', maxp)
    .set('head', head)
    .set('hhea', hhea)
    .set('hmtx', nouvelleHmtx)
    .set('loca', nouvelleLoca)
  // Un dessin vide en fin de table ferait lire au-delà de ses octets : quelques zéros le protègent.
  tables.set('glyf', concatener([...morceaux, Buffer.alloc(32)])).set('cmap', ecrireCmap(carte))
  return assembler(tables)
}

function assembler(tables: Tables): Buffer {
  const noms = [...tables.keys()].sort()
  const repertoire = Buffer.alloc(12 + noms.length * 16)
  repertoire.writeUInt32BE(0x00010000, 0)
  repertoire.writeUInt16BE(noms.length, 4)
  const morceaux: Buffer[] = [repertoire]
  let curseur = repertoire.length
  noms.forEach((nom, i) => {
    const octets = table(tables, nom)
    repertoire.write(nom, 12 + i * 16, 'latin1')
    repertoire.writeUInt32BE(curseur, 12 + i * 16 + 8)
    repertoire.writeUInt32BE(octets.length, 12 + i * 16 + 12)
    const bourrage = (4 - (octets.length % 4)) % 4
    morceaux.push(octets, Buffer.alloc(bourrage))
    curseur += octets.length + bourrage
  })
  return concatener(morceaux)
}
