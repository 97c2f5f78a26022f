import type { FichierPdf } from './objets-pdf'
import { type Dico, estFlux, estRef, lireJetons, nomDe, type Objet, texteDe } from './objets-pdf'

type Manquements = string[]
export type Controle = { nom: string; source: string; verifier: (pdf: FichierPdf) => Manquements }

const si = (faux: boolean, message: string): Manquements => (faux ? [message] : [])
const dicos = (pdf: FichierPdf): Dico[] =>
  [...pdf.objets.values()].flatMap((o) => sousDicos(estFlux(o) ? o.dico : o))
const sousDicos = (o: Objet): Dico[] => {
  if (Array.isArray(o)) return o.flatMap(sousDicos)
  if (typeof o !== 'object' || o === null || 'ref' in o || 'nom' in o) return []
  return [o as Dico, ...Object.values(o as Dico).flatMap(sousDicos)]
}
const deType = (pdf: FichierPdf, type: string) => dicos(pdf).filter((d) => nomDe(d.Type) === type)

const xmp = (pdf: FichierPdf) => pdf.flux(pdf.catalogue.Metadata)?.contenu.toString('utf8') ?? ''

function fichier(pdf: FichierPdf): Manquements {
  const octets = [...pdf.brut.slice(0, 15)].map((c) => c.charCodeAt(0))
  return [
    ...si(!/^%PDF-1\.7\n%/.test(pdf.brut), 'en-tête'),
    ...si(
      octets.slice(10, 14).some((o) => o <= 127),
      'quatre octets hauts après l’en-tête',
    ),
    ...si(!Array.isArray(pdf.fin.ID) || pdf.fin.ID[0] === '', 'identifiant'),
    ...si('Encrypt' in pdf.fin, 'chiffrement'),
    ...si(!/%%EOF\r?\n?$/.test(pdf.brut), 'octets après la fin'),
    ...[...pdf.objets.values()].flatMap((o) =>
      si(estFlux(o) && !['FlateDecode', 'DCTDecode', null].includes(nomDe(o.dico.Filter)), 'filtre de flux'),
    ),
  ]
}

const INTERDITES = ['AA', 'OpenAction', 'AcroForm', 'Requirements', 'OCProperties', 'NeedsRendering', 'Perms']
function rienDActif(pdf: FichierPdf): Manquements {
  const noms = pdf.dico(pdf.catalogue.Names)
  return [
    ...INTERDITES.filter((cle) => cle in pdf.catalogue).map((cle) => `catalogue ${cle}`),
    ...['JavaScript', 'EmbeddedFiles', 'AlternatePresentations'].filter((cle) => cle in noms),
    ...pdf.pages().flatMap(({ dico }) => ['AA', 'PresSteps'].filter((cle) => cle in dico)),
    ...dicos(pdf).flatMap((d) => {
      const action = nomDe(pdf.dico(d.A).S)
      return si(action !== null && !['GoTo', 'URI'].includes(action), `action ${action}`)
    }),
  ]
}

function couleurs(pdf: FichierPdf): Manquements {
  const intentions = pdf.liste(pdf.catalogue.OutputIntents).map((i) => pdf.dico(i))
  const profil = pdf.flux(intentions[0]?.DestOutputProfile)
  const tete = profil?.contenu.subarray(0, 128).toString('latin1') ?? ''
  const operateurs = pdf.pages().flatMap(({ dico }) => instructions(pdf, dico).map((i) => i.operateur))
  return [
    ...si(intentions.length !== 1 || nomDe(intentions[0]?.S) !== 'GTS_PDFA1', 'intention de sortie PDF/A'),
    ...si(tete.slice(36, 40) !== 'acsp' || tete.slice(12, 16) !== 'mntr', 'profil ICC d’écran'),
    ...si(tete.slice(16, 20) !== 'RGB ' || profil?.dico.N !== 3, 'profil en trois couleurs'),
    ...si(tete.charCodeAt(8) > 4, 'version du profil'),
    ...si(
      operateurs.some((o) => o === 'k' || o === 'K'),
      'couleur à quatre encres',
    ),
    ...dicos(pdf)
      .filter((d) => nomDe(d.Subtype) === 'Image')
      .flatMap((d) => si(nomDe(d.ColorSpace) === 'DeviceCMYK', 'image à quatre encres')),
  ]
}

function transparence(pdf: FichierPdf): Manquements {
  return dicos(pdf).flatMap((d) => [
    ...si('BM' in d && nomDe(d.BM) !== 'Normal', 'mode de fusion'),
    ...si('TR' in d || 'TR2' in d || 'HTP' in d, 'fonction de transfert'),
    ...si(nomDe(d.Type) === 'ExtGState' && 'SMask' in d && nomDe(d.SMask) !== 'None', 'masque d’état'),
    ...si(
      nomDe(d.Type) === 'ExtGState' && [d.ca, d.CA].some((a) => a !== undefined && a !== 1),
      'opacité partielle',
    ),
    ...si(nomDe(d.Subtype) === 'Image' && d.Interpolate === true, 'image interpolée'),
    ...si('Alternates' in d || 'OPI' in d || nomDe(d.Subtype) === 'PS', 'image de substitution'),
  ])
}

function polices(pdf: FichierPdf): Manquements {
  const composites = deType(pdf, 'Font').filter((d) => nomDe(d.Subtype) === 'Type0')
  const simples = deType(pdf, 'Font').filter(
    (d) => !['Type0', 'CIDFontType2'].includes(nomDe(d.Subtype) ?? ''),
  )
  return [
    ...si(composites.length === 0, 'aucune police'),
    ...simples.map((d) => `police non incorporée ${nomDe(d.BaseFont)}`),
    ...composites.flatMap((d) => {
      const cid = pdf.dico(pdf.liste(d.DescendantFonts)[0])
      const descripteur = pdf.dico(cid.FontDescriptor)
      const nom = nomDe(d.BaseFont) ?? '?'
      return [
        ...si(nomDe(d.Encoding) !== 'Identity-H', `${nom} : codage`),
        ...si(nomDe(cid.CIDToGIDMap) !== 'Identity', `${nom} : CIDToGIDMap`),
        ...si(!pdf.flux(descripteur.FontFile2), `${nom} : programme absent`),
        ...si(!/^[A-Z]{6}\+/.test(nom), `${nom} : préfixe de sous-ensemble`),
        ...si('CIDSet' in descripteur, `${nom} : CIDSet, que pdfkit écrit incomplet`),
        ...si(!pdf.flux(d.ToUnicode), `${nom} : ToUnicode`),
      ]
    }),
  ]
}

/** Chaque dessin montré existe dans la police, à la largeur déclarée, et se lit en Unicode hors zone privée. */
function dessins(pdf: FichierPdf): Manquements {
  const trouves = new Set<string>()
  for (const { dico } of pdf.pages()) {
    const fontes = pdf.dico(pdf.dico(dico.Resources).Font)
    let fonte: Fonte | null = null
    for (const { operateur, operandes } of instructions(pdf, dico)) {
      if (operateur === 'Tf') fonte = lireFonte(pdf, pdf.dico(fontes[nomDe(operandes[0]) ?? '']))
      if (operateur !== 'TJ' && operateur !== 'Tj') continue
      for (const texte of operandes.flat().filter((o): o is string => typeof o === 'string'))
        for (let i = 0; i < texte.length; i += 2) {
          const code = (texte.charCodeAt(i) << 8) | texte.charCodeAt(i + 1)
          for (const defaut of fonte?.defauts(code) ?? ['texte sans police']) trouves.add(defaut)
        }
    }
  }
  return [...trouves]
}

type Fonte = { defauts: (code: number) => string[] }
const fontes = new WeakMap<Dico, Fonte>()
function lireFonte(pdf: FichierPdf, d: Dico): Fonte {
  const connue = fontes.get(d)
  if (connue) return connue
  const cid = pdf.dico(pdf.liste(d.DescendantFonts)[0])
  const programme = pdf.flux(pdf.dico(cid.FontDescriptor).FontFile2)?.contenu ?? Buffer.alloc(0)
  const chasses = chassesDuProgramme(programme)
  const largeurs = largeursDeclarees(pdf.liste(cid.W).map((o) => pdf.lire(o)))
  const unicode = unicodes(pdf.flux(d.ToUnicode)?.contenu.toString('latin1') ?? '')
  const nom = nomDe(d.BaseFont) ?? '?'
  const fonte = {
    defauts: (code: number) => {
      const lu = unicode.get(code)
      const chasse = chasses[code]
      return [
        ...si(code === 0, `${nom} : dessin absent (.notdef)`),
        ...si(chasse === undefined, `${nom} : dessin ${code} hors de la police`),
        ...si(
          Math.abs((largeurs.get(code) ?? 1000) - (chasse ?? 0)) > 1,
          `${nom} : largeur du dessin ${code}`,
        ),
        ...si(!lu || /[\0\ufffe\ufeff]/.test(lu), `${nom} : dessin ${code} sans Unicode`),
        ...si(/[\ue000-\uf8ff]/.test(lu ?? ''), `${nom} : dessin ${code} en zone privée`),
      ]
    },
  }
  fontes.set(d, fonte)
  return fonte
}

function chassesDuProgramme(programme: Buffer): number[] {
  const table = (nom: string) => {
    for (let i = 0; i < programme.readUInt16BE(4); i += 1)
      if (programme.toString('latin1', 12 + i * 16, 16 + i * 16) === nom)
        return programme.readUInt32BE(20 + i * 16)
    throw new Error(`Table ${nom} absente`)
  }
  const unite = programme.readUInt16BE(table('head') + 18)
  const nombre = programme.readUInt16BE(table('maxp') + 4)
  const longues = programme.readUInt16BE(table('hhea') + 34)
  const hmtx = table('hmtx')
  return Array.from(
    { length: nombre },
    (_, g) => (programme.readUInt16BE(hmtx + Math.min(g, longues - 1) * 4) * 1000) / unite,
  )
}

function largeursDeclarees(w: Objet[]): Map<number, number> {
  const largeurs = new Map<number, number>()
  for (let i = 0; i + 1 < w.length; ) {
    const suite = w[i + 1]
    if (Array.isArray(suite)) {
      suite.forEach((l, j) => largeurs.set(Number(w[i]) + j, Number(l)))
      i += 2
    } else {
      for (let c = Number(w[i]); c <= Number(suite); c += 1) largeurs.set(c, Number(w[i + 2]))
      i += 3
    }
  }
  return largeurs
}

function unicodes(cmap: string): Map<number, string> {
  const carte = new Map<number, string>()
  const clair = (hexa: string) => Buffer.from(hexa.replace(/\s/g, ''), 'hex').swap16().toString('utf16le')
  for (const bloc of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const rang of (bloc[1] ?? '').matchAll(/<(\w+)>\s*<(\w+)>\s*(?:\[([^\]]*)\]|<([\w\s]+)>)/g)) {
      const debut = parseInt(rang[1] ?? '', 16)
      if (rang[3] !== undefined)
        [...rang[3].matchAll(/<([\w\s]*)>/g)].forEach((m, i) => carte.set(debut + i, clair(m[1] ?? '')))
      else for (let c = debut; c <= parseInt(rang[2] ?? '', 16); c += 1) carte.set(c, clair(rang[4] ?? ''))
    }
  return carte
}

type Instruction = { operateur: string; operandes: Objet[] }
const lues = new WeakMap<Dico, Instruction[]>()
function instructions(pdf: FichierPdf, page: Dico): Instruction[] {
  const connues = lues.get(page)
  if (connues) return connues
  const source = pdf
    .liste(page.Contents)
    .map((c) => pdf.flux(c)?.contenu.toString('latin1') ?? '')
    .join('\n')
  const suite: Instruction[] = []
  let operandes: Objet[] = []
  for (const { type, valeur } of lireJetons(source)) {
    if (type === 'objet') operandes.push(valeur)
    else {
      suite.push({ operateur: String(valeur), operandes })
      operandes = []
    }
  }
  lues.set(page, suite)
  return suite
}

const PEINTURES = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'TJ', 'Tj', "'", '"', 'Do', 'sh'])

/** Tout ce qui se peint est soit dans un élément de structure, soit dans un artefact, jamais l'un dans l'autre. */
function contenuBalise(pdf: FichierPdf): Manquements {
  return pdf.pages().flatMap(({ dico }, i) => {
    const defauts = new Set<string>()
    const marques: ('artefact' | 'contenu' | 'autre')[] = []
    let etats = 0
    for (const { operateur, operandes } of instructions(pdf, dico)) {
      if (operateur === 'q') etats += 1
      if (operateur === 'Q') etats -= 1
      if (etats < 0 || etats > 28) defauts.add('états graphiques mal emboîtés')
      if (operateur === 'BDC' || operateur === 'BMC') {
        const proprietes = operandes[1]
        const mcid = typeof proprietes === 'object' && proprietes !== null && 'MCID' in proprietes
        const marque = nomDe(operandes[0]) === 'Artifact' ? 'artefact' : mcid ? 'contenu' : 'autre'
        if (marque === 'artefact' && marques.includes('contenu')) defauts.add('artefact dans un contenu')
        if (marque === 'contenu' && marques.length > 0) defauts.add('contenu dans une autre marque')
        marques.push(marque)
      }
      if (operateur === 'EMC' && !marques.pop()) defauts.add('fin de marque sans début')
      if (PEINTURES.has(operateur) && !marques.some((m) => m !== 'autre'))
        defauts.add(`peinture ${operateur} sans balise`)
    }
    if (marques.length > 0 || etats !== 0) defauts.add('marque ou état non fermés')
    return [...defauts].map((d) => `page ${i + 1} : ${d}`)
  })
}

type Element = { dico: Dico; role: string; parent: Element | null; enfants: Element[]; contenus: Objet[] }
const arbres = new WeakMap<FichierPdf, Element>()
function arbre(pdf: FichierPdf): Element {
  const connu = arbres.get(pdf)
  if (connu) return connu
  const lire = (o: Objet, parent: Element | null): Element => {
    const dico = pdf.dico(o)
    const element: Element = { dico, role: nomDe(dico.S) ?? 'racine', parent, enfants: [], contenus: [] }
    for (const k of pdf.liste(dico.K)) {
      if (nomDe(pdf.dico(k).S)) element.enfants.push(lire(k, element))
      else element.contenus.push(k)
    }
    return element
  }
  const racine = lire(pdf.catalogue.StructTreeRoot ?? null, null)
  arbres.set(pdf, racine)
  return racine
}
const tous = (e: Element): Element[] => e.enfants.flatMap((f) => [f, ...tous(f)])

const ROLES =
  'Document Sect H1 H2 H3 H4 P L LI Lbl LBody Table Caption THead TBody TR TH TD TOC TOCI Reference Link Figure'
function identiteStructure(pdf: FichierPdf): Manquements {
  const racine = pdf.dico(pdf.catalogue.StructTreeRoot)
  return [
    ...si(pdf.dico(pdf.catalogue.MarkInfo).Marked !== true, 'document non déclaré balisé'),
    ...si(pdf.dico(pdf.catalogue.MarkInfo).Suspects === true, 'balises déclarées douteuses'),
    ...si(nomDe(racine.Type) !== 'StructTreeRoot', 'arbre de structure absent'),
    ...si(
      arbre(pdf)
        .enfants.map((e) => e.role)
        .join() !== 'Document',
      'une seule racine Document',
    ),
    ...tous(arbre(pdf)).flatMap((e) => [
      ...si(!ROLES.split(' ').includes(e.role), `rôle non normé ${e.role}`),
      ...si(!estRef(e.dico.P), `${e.role} sans parent`),
      ...si(
        e.enfants.length + e.contenus.length === 0 && !['TD', 'TH', 'Figure', 'P', 'LBody'].includes(e.role),
        `${e.role} vide`,
      ),
    ]),
  ]
}

/** Chaque morceau marqué d'une page appartient à un seul élément, et l'arbre inverse du fichier dit le même. */
function rattachements(pdf: FichierPdf): Manquements {
  const pages = pdf.pages()
  const attendus = new Map<string, Element>()
  const defauts: string[] = []
  for (const e of tous(arbre(pdf)))
    for (const contenu of e.contenus) {
      const c = pdf.dico(contenu)
      const mcid = typeof contenu === 'number' ? contenu : c.MCID
      if (typeof mcid !== 'number') continue
      const page = [c.Pg, e.dico.Pg].find(estRef)
      const cle = `${page?.ref}/${mcid}`
      if (attendus.has(cle)) defauts.push(`morceau ${cle} dans deux éléments`)
      attendus.set(cle, e)
    }
  const inverse = new Map<number, Objet>()
  const parcourir = (noeud: Dico): void => {
    const nums = pdf.liste(noeud.Nums)
    for (let i = 0; i + 1 < nums.length; i += 2) inverse.set(Number(nums[i]), nums[i + 1] ?? null)
    for (const k of pdf.liste(noeud.Kids)) parcourir(pdf.dico(k))
  }
  parcourir(pdf.dico(pdf.dico(pdf.catalogue.StructTreeRoot).ParentTree))
  let total = 0
  for (const { dico, ref } of pages) {
    const rang = pdf.liste(inverse.get(Number(dico.StructParents)))
    for (const { operateur, operandes } of instructions(pdf, dico)) {
      const mcid = operateur === 'BDC' ? (operandes[1] as Dico | undefined)?.MCID : undefined
      if (typeof mcid !== 'number') continue
      total += 1
      const element = attendus.get(`${ref}/${mcid}`)
      if (!element) defauts.push(`morceau ${ref}/${mcid} sans élément`)
      else if (pdf.dico(rang[mcid]) !== element.dico) defauts.push(`arbre inverse faux pour ${ref}/${mcid}`)
    }
  }
  return [...defauts, ...si(total !== attendus.size, `${attendus.size} morceaux attendus, ${total} peints`)]
}

const PARENTS: Record<string, string[]> = {
  TR: ['Table', 'THead', 'TBody'],
  THead: ['Table'],
  TBody: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  TOCI: ['TOC'],
}
const ENFANTS: Record<string, string[]> = {
  Table: ['TR', 'THead', 'TBody', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
}
function emboitements(pdf: FichierPdf): Manquements {
  return tous(arbre(pdf)).flatMap((e) => {
    const roles = e.enfants.map((f) => f.role)
    const admis = ENFANTS[e.role]
    return [
      ...si(!(PARENTS[e.role]?.includes(e.parent?.role ?? '') ?? true), `${e.role} dans ${e.parent?.role}`),
      ...roles.filter((r) => admis && !admis.includes(r)).map((r) => `${r} sous ${e.role}`),
      ...si(Boolean(admis) && e.contenus.length > 0, `texte nu dans ${e.role}`),
      ...si(roles.includes('THead') && !roles.includes('TBody'), 'tableau à en-tête sans corps'),
      ...si(roles.filter((r) => r === 'THead').length > 1, 'deux en-têtes de tableau'),
    ]
  })
}

function tableaux(pdf: FichierPdf): Manquements {
  return tous(arbre(pdf))
    .filter((e) => e.role === 'Table')
    .flatMap((table) => {
      const rangs = tous(table).filter((e) => e.role === 'TR')
      const grille: number[] = rangs.map(() => 0)
      let enTetes = 0
      rangs.forEach((rang, i) => {
        for (const cellule of rang.enfants) {
          const a = pdf.dico(cellule.dico.A)
          const colonnes = Number(a.ColSpan ?? 1)
          for (let j = i; j < i + Number(a.RowSpan ?? 1); j += 1)
            grille[j] = (grille[j] ?? Number.NaN) + colonnes
          if (cellule.role === 'TH') enTetes += nomDe(a.Scope) ? 1 : Number.NaN
        }
      })
      return [
        ...si(new Set(grille).size !== 1 || grille.some(Number.isNaN), `rangs inégaux : ${grille.join(' ')}`),
        ...si(Number.isNaN(enTetes), 'cellule d’en-tête sans portée'),
      ]
    })
}

function titres(pdf: FichierPdf): Manquements {
  const niveaux = tous(arbre(pdf)).flatMap((e) => (/^H\d$/.test(e.role) ? [Number(e.role.slice(1))] : []))
  return [
    ...si(niveaux[0] !== 1, 'le premier titre n’est pas de niveau 1'),
    ...niveaux.flatMap((n, i) =>
      si(n > (niveaux[i - 1] ?? 0) + 1, `titre de niveau ${n} après ${niveaux[i - 1]}`),
    ),
  ]
}

function images(pdf: FichierPdf): Manquements {
  const figures = tous(arbre(pdf)).filter((e) => e.role === 'Figure')
  const peintes = pdf
    .pages()
    .flatMap(({ dico }) => instructions(pdf, dico))
    .filter((i) => i.operateur === 'Do')
  return [
    ...figures.flatMap((f) => si(texteDe(f.dico.Alt).length < 3, 'figure sans texte alternatif')),
    ...figures.flatMap((f) => si(pdf.liste(pdf.dico(f.dico.A).BBox).length !== 4, 'figure sans cadre')),
    ...si(peintes.length !== figures.length, `${peintes.length} images peintes, ${figures.length} figures`),
  ]
}

function liens(pdf: FichierPdf): Manquements {
  const dansStructure = new Map<number, string>()
  for (const e of tous(arbre(pdf)))
    for (const c of e.contenus) {
      const cible = pdf.dico(c).Obj
      if (estRef(cible)) dansStructure.set(cible.ref, e.role)
    }
  return pdf.pages().flatMap(({ dico }) => {
    const annotations = pdf.liste(dico.Annots)
    return [
      ...si(annotations.length > 0 && nomDe(dico.Tabs) !== 'S', 'ordre de tabulation'),
      ...annotations.flatMap((a) => {
        const annotation = pdf.dico(a)
        const drapeaux = Number(annotation.F ?? 0)
        return [
          ...si(nomDe(annotation.Subtype) !== 'Link', 'annotation qui n’est pas un lien'),
          ...si((drapeaux & 4) === 0 || (drapeaux & (1 | 2 | 32 | 256)) !== 0, 'lien non imprimable'),
          ...si(texteDe(annotation.Contents) === '', 'lien sans description'),
          ...si(dansStructure.get(estRef(a) ? a.ref : 0) !== 'Link', 'lien hors de la structure'),
        ]
      }),
    ]
  })
}

function metadonnees(pdf: FichierPdf): Manquements {
  const flux = pdf.flux(pdf.catalogue.Metadata)
  const texte = xmp(pdf)
  const titre = texteDe(pdf.lire(pdf.dico(pdf.fin.Info).Title))
  const echappe = titre.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return [
    ...si(!flux || 'Filter' in flux.dico, 'métadonnées absentes ou comprimées'),
    ...si(/<\?xpacket begin="[^"]*"[^>]*(bytes|encoding)=/.test(texte), 'attributs interdits'),
    ...si(!texte.includes('<pdfaid:part>2</pdfaid:part>'), 'partie PDF/A'),
    ...si(!texte.includes('<pdfaid:conformance>A</pdfaid:conformance>'), 'niveau PDF/A'),
    ...si(!texte.includes('<pdfuaid:part>1</pdfuaid:part>'), 'partie PDF/UA'),
    ...si(!texte.includes('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>'), 'extension PDF/UA non décrite'),
    ...si(titre === '' || !texte.includes(`<rdf:li xml:lang="x-default">${echappe}</rdf:li>`), 'titre'),
    ...si(pdf.dico(pdf.catalogue.ViewerPreferences).DisplayDocTitle !== true, 'titre non affiché'),
  ]
}

function langue(pdf: FichierPdf): Manquements {
  return [
    ...si(!/^[a-z]{2}(-[A-Z]{2})?$/.test(texteDe(pdf.catalogue.Lang)), 'langue du document'),
    ...tous(arbre(pdf)).flatMap((e) =>
      si('Lang' in e.dico && !/^[a-z]{2}/.test(texteDe(e.dico.Lang)), 'langue d’un élément'),
    ),
  ]
}

function bornes(pdf: FichierPdf): Manquements {
  const valeurs = (o: Objet): Objet[] => {
    if (Array.isArray(o)) return o.flatMap(valeurs)
    if (typeof o === 'object' && o !== null && !('ref' in o) && !('nom' in o))
      return Object.values(estFlux(o) ? o.dico : o).flatMap((v) => valeurs(v as Objet))
    return [o]
  }
  const toutes = [...pdf.objets.values()].flatMap(valeurs)
  return [
    ...si(
      toutes.some((v) => typeof v === 'string' && v.length > 32_767),
      'chaîne trop longue',
    ),
    ...si(
      toutes.some((v) => (nomDe(v) ?? '').length > 127),
      'nom trop long',
    ),
    ...si(
      toutes.some((v) => typeof v === 'number' && Math.abs(v) > 2_147_483_647),
      'nombre trop grand',
    ),
    ...si(pdf.objets.size > 8_388_607, 'trop d’objets'),
    ...pdf.pages().flatMap(({ dico }) =>
      si(
        pdf.liste(dico.MediaBox).some((n) => Number(n) > 14_400),
        'page hors format',
      ),
    ),
  ]
}

/** Ce que nous vérifions de ce que nous déclarons ; `source` : article d'ISO 19005-2 (A) ou d'ISO 14289-1 (UA). */
export const CONTROLES: Controle[] = [
  { nom: 'fichier complet, non chiffré, filtres admis', source: 'A 6.1.2, 6.1.3, 6.1.7', verifier: fichier },
  { nom: 'valeurs dans les bornes', source: 'A 6.1.13', verifier: bornes },
  { nom: 'couleurs de l’intention de sortie', source: 'A 6.2.3, 6.2.4', verifier: couleurs },
  { nom: 'ni transparence ni image interdites', source: 'A 6.2.5, 6.2.8, 6.2.10', verifier: transparence },
  { nom: 'polices incorporées et lisibles en Unicode', source: 'A 6.2.11 ; UA 7.21', verifier: polices },
  {
    nom: 'dessins présents, justes de largeur, lisibles',
    source: 'A 6.2.11.4 à 6.2.11.8',
    verifier: dessins,
  },
  {
    nom: 'ni script, ni formulaire, ni pièce jointe',
    source: 'A 6.4, 6.5, 6.8 à 6.11',
    verifier: rienDActif,
  },
  { nom: 'métadonnées et identité', source: 'A 6.6 ; UA 5, 7.1', verifier: metadonnees },
  { nom: 'langue', source: 'A 6.7.4 ; UA 7.2', verifier: langue },
  {
    nom: 'arbre de structure aux rôles normés',
    source: 'A 6.7.2, 6.7.3 ; UA 7.1',
    verifier: identiteStructure,
  },
  { nom: 'tout contenu balisé ou artefact', source: 'UA 7.1', verifier: contenuBalise },
  { nom: 'chaque contenu à un seul élément', source: 'UA 7.1', verifier: rattachements },
  { nom: 'listes, tableaux et sommaire bien emboîtés', source: 'UA 7.2', verifier: emboitements },
  { nom: 'tableaux réguliers, en-têtes à portée', source: 'UA 7.2, 7.5', verifier: tableaux },
  { nom: 'titres sans saut de niveau', source: 'UA 7.4.2', verifier: titres },
  { nom: 'texte alternatif de chaque image', source: 'UA 7.3', verifier: images },
  { nom: 'liens décrits, imprimables et balisés', source: 'A 6.3 ; UA 7.18', verifier: liens },
]
