import type { Ecart, TexteRelu } from '../../domaine/acte/verification'
import type { BlocTitre, DocumentNeutre } from '../blocs/blocs'
import { intituleDuTitre, normaliserPourComparaison, texteDuBloc } from '../texte/texte-du-document'

/** Page d'un PDF relu : son texte, et ce que le fichier marque comme hors du texte (en-tête, pied, filigrane). */
export type PageRelue = { texte: string; courants: string[] }
export type PdfRelu = { pages: PageRelue[]; signets: { titre: string; page: number }[] }

/**
 * Lignes que le PDF doit porter, dans l'ordre : tête, sommaire avec les pages des signets, puis chaque bloc. Le sommaire
 * n'est pas dans le modèle : ses numéros viennent des signets du fichier même.
 */
export function lignesAttendues(document: DocumentNeutre, relu: Pick<PdfRelu, 'signets'>): string[] {
  const lignes = [document.surtitre, document.titre]
  if (document.mention) lignes.push(document.mention)
  for (const b of document.avertissement ?? []) lignes.push(...texteDuBloc(b))
  const titres = document.sections.flatMap((s) =>
    s.blocs.filter((b): b is BlocTitre => b.genre === 'titre' && b.auSommaire),
  )
  if (document.sommaire && titres.length > 0) {
    lignes.push('Sommaire')
    titres.forEach((t, i) => lignes.push(intituleDuTitre(t), String(relu.signets[i]?.page ?? '')))
  }
  for (const s of document.sections) for (const b of s.blocs) lignes.push(...texteDuBloc(b))
  return lignes.flatMap((l) => l.split(/[\n\t]/)).filter((l) => normaliserPourComparaison(l) !== '')
}

/** Texte courant attendu en haut et en bas de chaque page : tout autre est un ajout. */
function courantsEtrangers(document: DocumentNeutre, relu: PdfRelu): string[] {
  const attendus = new Set(
    [document.surtitre, document.reference, document.filigrane ?? '', document.piedDePage ?? ''].map(
      normaliserPourComparaison,
    ),
  )
  const total = relu.pages.length
  return relu.pages.flatMap((p, i) =>
    p.courants.filter((c) => {
      const n = normaliserPourComparaison(c)
      return n !== '' && !attendus.has(n) && n !== `page${i + 1}/${total}` && !estEnTeteRepete(document, n)
    }),
  )
}

/** En-tête de tableau répété en haut d'une page : le fichier le marque hors du texte. */
function estEnTeteRepete(document: DocumentNeutre, ligne: string): boolean {
  return document.sections.some((s) =>
    s.blocs.some(
      (b) =>
        b.genre === 'tableau' &&
        b.lignes
          .slice(0, b.lignesEnTete)
          .flat()
          .some((c) => normaliserPourComparaison(c.blocs.flatMap(texteDuBloc).join('')).includes(ligne)),
    ),
  )
}

const VOISINAGE = 60

/**
 * Compare le texte d'un PDF relu à celui du document. Sont ôtés des deux côtés : espaces et sauts (le rendu choisit ses
 * lignes), traits de césure ; les en-têtes et pieds se comparent à part. Ni casse, ni accent, ni ponctuation, ni ordre.
 */
export function comparerAuDocument(document: DocumentNeutre, relu: PdfRelu): TexteRelu {
  const { texte, brut, pages } = aplatir(relu)
  const lignes = lignesAttendues(document, relu)
  const attendu = lignes.map(normaliserPourComparaison).join('')
  const etrangers = courantsEtrangers(document, relu)
  if (texte === attendu && etrangers.length === 0) return { etat: 'identique' }
  const courants = new Set(relu.pages.flatMap((p) => p.courants.map(normaliserPourComparaison)))
  const ajouts = [...etrangers]
  let curseur = 0
  for (const ligne of lignes) {
    const n = normaliserPourComparaison(ligne)
    // Un tableau coupé par un saut de page a ses en-têtes marqués hors du texte : présents, mais à leur place à part.
    if (!texte.startsWith(n, curseur) && courants.has(n) && estEnTeteRepete(document, n)) continue
    const trouve = texte.indexOf(n, curseur)
    if (trouve < 0) return { etat: 'different', ecart: ecartEntre({ texte, brut, pages }, attendu, lignes) }
    if (trouve > curseur) ajouts.push(brut.slice(curseur, trouve).join('').trim())
    curseur = trouve + n.length
  }
  if (curseur < texte.length) ajouts.push(brut.slice(curseur).join('').trim())
  const vus = ajouts.filter(Boolean).map((a) => abreger(a, 300))
  return vus.length ? { etat: 'ajouts', ajouts: vus } : { etat: 'identique' }
}

type Aplati = { texte: string; brut: string[]; pages: number[] }

/** Texte normalisé, avec pour chaque signe ce qui l'entourait dans le fichier et sa page. */
function aplatir(relu: PdfRelu): Aplati {
  const brut: string[] = []
  const pages: number[] = []
  const signes: string[] = []
  relu.pages.forEach((p, i) => {
    let avant = ''
    for (const c of p.texte.normalize('NFC')) {
      const n = normaliserPourComparaison(c)
      if (n === '') {
        avant = /\s/.test(c) ? ' ' : avant + c
        continue
      }
      for (const unite of n.split('')) {
        signes.push(unite)
        brut.push(avant + unite)
        pages.push(i + 1)
        avant = ''
      }
    }
  })
  return { texte: signes.join(''), brut, pages }
}

function ecartEntre(lu: Aplati, attendu: string, lignes: readonly string[]): Ecart {
  let i = 0
  while (i < attendu.length && attendu[i] === lu.texte[i]) i++
  const debut = Math.max(0, i - VOISINAGE)
  return {
    page: lu.pages[Math.min(i, lu.pages.length - 1)] ?? null,
    attendu: extraitAttendu(lignes, i),
    lu: abreger(
      lu.brut
        .slice(debut, i + VOISINAGE)
        .join('')
        .trim(),
      VOISINAGE * 3,
    ),
  }
}

/** Ce qui était attendu autour du signe `rang` (compté sans espaces), avec ses espaces. */
function extraitAttendu(lignes: readonly string[], rang: number): string {
  let vu = 0
  let sortie = ''
  for (const c of lignes.join(' ')) {
    if (vu >= rang - VOISINAGE && vu <= rang + VOISINAGE) sortie += c
    vu += normaliserPourComparaison(c).length
  }
  return abreger(sortie.trim(), VOISINAGE * 3)
}

const abreger = (texte: string, longueur: number): string =>
  texte.length <= longueur ? texte : `${texte.slice(0, longueur - 1)}…`
