import { inflateSync } from 'node:zlib'

export type Ref = { ref: number }
export type Nom = { nom: string }
export type Dico = { [cle: string]: Objet }
export type Flux = { dico: Dico; contenu: Buffer }
export type Objet = null | boolean | number | string | Nom | Ref | Objet[] | Dico | Flux

export const estRef = (o: unknown): o is Ref => typeof o === 'object' && o !== null && 'ref' in o
export const estFlux = (o: unknown): o is Flux => typeof o === 'object' && o !== null && 'contenu' in o
export const nomDe = (o: Objet | undefined): string | null =>
  typeof o === 'object' && o !== null && 'nom' in o && typeof o.nom === 'string' ? o.nom : null

export type Jeton = { type: 'mot' | 'objet'; valeur: Objet }

/** Lit une suite d'objets PDF (corps d'un objet, ou instructions d'une page, dont les opérateurs sont des mots). */
export function* lireJetons(source: string, debut = 0): Generator<Jeton & { fin: number }> {
  const lecteur = new Lecteur(source, debut)
  for (let jeton = lecteur.suivant(); jeton; jeton = lecteur.suivant())
    yield { ...jeton, fin: lecteur.position }
}

class Lecteur {
  constructor(
    readonly source: string,
    public position: number,
  ) {}

  suivant(): Jeton | null {
    const { source } = this
    this.position +=
      /^(?:[\0\t\n\f\r ]|%[^\n\r]*)*/.exec(source.slice(this.position, this.position + 4000))?.[0].length ?? 0
    if (this.position >= source.length) return null
    const fenetre = source.slice(this.position, this.position + 200)
    const c = fenetre.charAt(0)
    if (fenetre.startsWith('<<')) return this.objet(this.dictionnaire())
    if (c === '[') return this.objet(this.tableau())
    if (c === '(') return this.objet(this.chaine())
    if (c === '<') return this.objet(this.hexadecimal())
    const reference = /^(\d+) (\d+) R(?![A-Za-z])/.exec(fenetre)
    if (reference) return this.avancer(reference[0].length, { ref: Number(reference[1]) })
    const nombre = /^[+-]?(?:\d+\.?\d*|\.\d+)(?![A-Za-z])/.exec(fenetre)
    if (nombre) return this.avancer(nombre[0].length, Number(nombre[0]))
    const nom = /^\/([^\0\t\n\f\r ()<>[\]{}/%]*)/.exec(fenetre)
    if (nom) {
      const clair = (nom[1] ?? '').replace(/#([0-9A-Fa-f]{2})/g, (_, h: string) =>
        String.fromCharCode(parseInt(h, 16)),
      )
      return this.avancer(nom[0].length, { nom: clair })
    }
    const mot = /^[A-Za-z'"*][A-Za-z0-9'"*]*/.exec(fenetre)?.[0]
    if (!mot) throw new Error(`Objet PDF illisible : ${fenetre.slice(0, 40)}`)
    const valeur: Objet | undefined = { true: true, false: false, null: null }[mot]
    this.position += mot.length
    return valeur === undefined ? { type: 'mot', valeur: mot } : { type: 'objet', valeur }
  }

  private objet(valeur: Objet): Jeton {
    return { type: 'objet', valeur }
  }
  private avancer(n: number, valeur: Objet): Jeton {
    this.position += n
    return this.objet(valeur)
  }
  private jusqua(fin: string): Objet[] {
    const objets: Objet[] = []
    for (;;) {
      this.position += /^\s*/.exec(this.source.slice(this.position, this.position + 4000))?.[0].length ?? 0
      if (this.source.startsWith(fin, this.position)) break
      const jeton = this.suivant()
      if (!jeton || jeton.type === 'mot') throw new Error('Objet PDF interrompu')
      objets.push(jeton.valeur)
    }
    this.position += fin.length
    return objets
  }
  private tableau(): Objet[] {
    this.position += 1
    return this.jusqua(']')
  }
  private dictionnaire(): Dico {
    this.position += 2
    const objets = this.jusqua('>>')
    const dico: Dico = {}
    for (let i = 0; i < objets.length; i += 2) dico[nomDe(objets[i]) ?? ''] = objets[i + 1] ?? null
    return dico
  }
  private hexadecimal(): string {
    const fin = this.source.indexOf('>', this.position)
    const hexa = this.source.slice(this.position + 1, fin).replace(/\s/g, '')
    this.position = fin + 1
    return Buffer.from(hexa, 'hex').toString('latin1')
  }
  private chaine(): string {
    let profondeur = 0
    let texte = ''
    for (this.position += 1; ; this.position += 1) {
      const c = this.source.charAt(this.position)
      if (c === '') throw new Error('Chaîne PDF interrompue')
      if (c === '\\') {
        this.position += 1
        const suite = this.source.charAt(this.position)
        texte += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[suite] ?? suite
        continue
      }
      if (c === '(') profondeur += 1
      if (c === ')') {
        if (profondeur === 0) break
        profondeur -= 1
      }
      texte += c
    }
    this.position += 1
    return texte
  }
}

/** Texte d'une chaîne PDF : UTF-16 marqué, ou un octet par signe. */
export function texteDe(o: Objet | undefined): string {
  if (typeof o !== 'string') return ''
  if (!o.startsWith('\u00fe\u00ff')) return o
  return Buffer.from(o.slice(2), 'latin1').swap16().toString('utf16le')
}

export class FichierPdf {
  readonly brut: string
  readonly objets = new Map<number, Objet>()
  readonly fin: Dico

  /** Lit tous les objets par la table du fichier ; refuse une table qui ne mène pas à ses objets. */
  constructor(octets: Buffer) {
    this.brut = octets.toString('latin1')
    const depart = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.brut)?.[1] ?? Number.NaN)
    const table = /^xref\n0 (\d+)\n/.exec(this.brut.slice(depart, depart + 60))
    if (!table) throw new Error('Table des objets absente')
    const lignes = depart + table[0].length
    for (let n = 1; n < Number(table[1]); n += 1) {
      const position = Number(this.brut.slice(lignes + n * 20, lignes + n * 20 + 10))
      const entete = /^(\d+) 0 obj\n/.exec(this.brut.slice(position, position + 24))
      if (Number(entete?.[1]) !== n) throw new Error(`Objet ${n} introuvable`)
      this.objets.set(n, this.corps(position + (entete?.[0].length ?? 0)))
    }
    const trailer = lireJetons(this.brut, this.brut.lastIndexOf('trailer') + 7).next().value
    this.fin = (trailer?.valeur ?? {}) as Dico
  }

  private corps(position: number): Objet {
    const jeton = lireJetons(this.brut, position).next().value
    if (!jeton) throw new Error('Objet vide')
    const suite = /^\s*stream\r?\n/.exec(this.brut.slice(jeton.fin, jeton.fin + 20))
    if (!suite) return jeton.valeur
    const dico = jeton.valeur as Dico
    const debut = jeton.fin + suite[0].length
    const brut = this.brut.slice(debut, debut + Number(dico.Length))
    if (!/^\r?\nendstream/.test(this.brut.slice(debut + brut.length, debut + brut.length + 12)))
      throw new Error('Longueur de flux fausse')
    const octets = Buffer.from(brut, 'latin1')
    const gonfle = nomDe(dico.Filter) === 'FlateDecode'
    return { dico, contenu: gonfle ? Buffer.from(inflateSync(Uint8Array.from(octets))) : octets }
  }

  lire(o: Objet | undefined): Objet {
    return estRef(o) ? (this.objets.get(o.ref) ?? null) : (o ?? null)
  }
  dico(o: Objet | undefined): Dico {
    const lu = this.lire(o)
    if (estFlux(lu)) return lu.dico
    return lu && typeof lu === 'object' && !Array.isArray(lu) ? (lu as Dico) : {}
  }
  liste(o: Objet | undefined): Objet[] {
    const lu = this.lire(o)
    return Array.isArray(lu) ? lu : lu === null ? [] : [o ?? null]
  }
  flux(o: Objet | undefined): Flux | null {
    const lu = this.lire(o)
    return estFlux(lu) ? lu : null
  }
  get catalogue(): Dico {
    return this.dico(this.fin.Root)
  }
  pages(noeud: Objet = this.catalogue.Pages ?? null): { dico: Dico; ref: number }[] {
    return this.liste(this.dico(noeud).Kids).flatMap((k) =>
      nomDe(this.dico(k).Type) === 'Pages'
        ? this.pages(k)
        : [{ dico: this.dico(k), ref: estRef(k) ? k.ref : 0 }],
    )
  }
}
