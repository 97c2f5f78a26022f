import layoutDocument from '@react-pdf/layout'
import renderPDF from '@react-pdf/render'
import { Font, pdf as instancier } from '@react-pdf/renderer'
import PDFDocument from 'pdfkit'
import { createElement } from 'react'
import type { BlocTitre, DocumentNeutre } from '../blocs/blocs'
import { intituleDuTitre } from '../texte/texte-du-document'
import { type Contexte, titresDuDocument } from './contexte'
import { DocumentPdf } from './document-pdf'
import { preparerFiligrane } from './filigrane'
import { concatener } from './octets'
import { brancherPeinture } from './peinture'
import { caracteresSansDessin, enregistrerPolices, pileDePolices, preparerPolices } from './polices'
import { type Noeud, type Structure, structurer } from './structure'
import { remplacerSansDessin, toutLeTexte } from './substitution'
import { ErreurRenduPdf, pagesDesTitres, verifierContenu } from './verification'
import { brancherMetadonnees, IDENTITE_UA } from './xmp'

type MiseEnPage = (racine: unknown, polices: typeof Font) => Promise<{ children: Noeud[] }>
const mettreEnPage = layoutDocument as unknown as MiseEnPage

/**
 * Rend un document en PDF/A-2a et PDF/UA-1 : balisé, sommaire en une passe, signets, mêmes octets pour un même
 * document. Un seul rendu à la fois par fil d'exécution (le moteur partage son état).
 */
export async function rendrePdf(document: DocumentNeutre): Promise<Buffer> {
  return (await rendrePdfDetaille(document)).octets
}

/** Le PDF et la page de chaque titre (le sommaire du DOCX les reprend). */
export function rendrePdfDetaille(document: DocumentNeutre): Promise<RenduPdf> {
  const rendu = file.then(() => rendre(document))
  file = rendu.then(
    () => undefined,
    () => undefined,
  )
  return rendu
}
export type RenduPdf = { octets: Buffer; pages: ReadonlyMap<string, number>; nombreDePages: number }

let file: Promise<void> = Promise.resolve()

async function rendre(origine: DocumentNeutre): Promise<RenduPdf> {
  enregistrerPolices()
  const document = imprimable(origine)
  const ctx: Contexte = {
    pages: new Map(),
    total: null,
    ancres: new Set(titresDuDocument(document).map((t) => t.ancre)),
    police: pileDePolices(toutLeTexte(document)),
    annexe: false,
    lettre: document.forme === 'lettre',
  }
  await preparerPolices(ctx.police)
  const pages = await composer(document, ctx)
  const pdf = new PDFDocument({
    autoFirstPage: false,
    tagged: true,
    lang: document.langue,
    displayTitle: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    info: {
      Title: document.titre,
      Author: document.auteur,
      Subject: document.sujet,
      Keywords: document.reference,
      Creator: 'Trait d’union',
      Producer: 'Trait d’union',
      CreationDate: new Date(document.fabriqueLe),
    },
  })
  pdf._root.data.PageMode = 'UseOutlines'
  brancherMetadonnees(pdf)
  pdf.appendXML(IDENTITE_UA)
  const structure = structurer(pdf, pages.children)
  const filigrane = document.filigrane ? await preparerFiligrane(document.filigrane) : null
  brancherPeinture(pdf, structure, filigrane)
  const octets = await peindre(pdf, pages, structure, document)
  return { octets, pages: pagesDesTitres(pages.children, ctx.ancres), nombreDePages: pages.children.length }
}

/**
 * Met le document en page, puis refait la seule feuille de tête avec les numéros de page du sommaire : un titre
 * qui noterait sa page pendant la pagination ferait perdre du contenu au moteur.
 */
async function composer(document: DocumentNeutre, ctx: Contexte): Promise<{ children: Noeud[] }> {
  const pages = await sansPerte(() => mettreEnPage(racine(document, ctx, false), Font))
  if (ctx.lettre) {
    verifierContenu(document, pages.children)
    return pages
  }
  const numeros = pagesDesTitres(pages.children, ctx.ancres)
  const tete = await sansPerte(() =>
    mettreEnPage(racine(document, { ...ctx, pages: numeros, total: pages.children.length }, true), Font),
  )
  const corps = pages.children.slice(tete.children.length)
  verifierContenu(document, corps)
  return { ...pages, children: [...tete.children, ...corps] }
}

function racine(document: DocumentNeutre, ctx: Contexte, teteSeule: boolean): unknown {
  const instance = instancier(
    createElement(DocumentPdf, { document, ctx, teteSeule }) as Parameters<typeof instancier>[0],
  )
  return (instance as unknown as { container: { document: unknown } }).container.document
}

function peindre(
  pdf: PDFDocument,
  pages: { children: Noeud[] },
  structure: Structure,
  document: DocumentNeutre,
): Promise<Buffer> {
  return new Promise((resoudre, rejeter) => {
    const morceaux: Buffer[] = []
    pdf.on('data', (morceau: Buffer) => morceaux.push(morceau))
    pdf.on('end', () => resoudre(concatener(morceaux)))
    pdf.on('error', rejeter)
    const finir = pdf.end.bind(pdf)
    pdf.end = () => {
      poserSignets(pdf, structure, titresDuDocument(document))
      for (const element of structure.elements) if (!element.dictionary.data.P) structure.racine.add(element)
      structure.racine.end()
      finir()
    }
    try {
      renderPDF(
        pdf as unknown as Parameters<typeof renderPDF>[0],
        pages as unknown as Parameters<typeof renderPDF>[1],
      )
    } catch (erreur) {
      rejeter(erreur)
    }
  })
}

/** Un signet dit le titre d'aujourd'hui, pas les mots qu'une comparaison y barre. */
const sansRetraits = (t: BlocTitre): BlocTitre => ({
  ...t,
  fragments: t.fragments.filter((f) => f.difference !== 'retrait'),
})

/** Signets hiérarchisés, à la hauteur exacte de chaque titre. */
function poserSignets(pdf: PDFDocument, structure: Structure, titres: BlocTitre[]): void {
  const pile = [{ niveau: 0, signet: pdf.outline }]
  for (const titre of titres) {
    const repere = structure.reperes.get(titre.ancre)
    if (!titre.auSommaire || !repere) continue
    while ((pile.at(-1)?.niveau ?? 0) >= titre.niveau) pile.pop()
    const parent = pile.at(-1)?.signet ?? pdf.outline
    const signet = parent.addItem(intituleDuTitre(sansRetraits(titre)), {
      pageNumber: repere.page,
      top: Math.max(0, repere.haut - 6),
      left: 0,
      expanded: titre.niveau === 1,
      fit: false,
    })
    pile.push({ niveau: titre.niveau, signet })
  }
}

/** La pagination ne signale une perte de contenu que par un avertissement : il devient une erreur. */
async function sansPerte<T>(travail: () => Promise<T>): Promise<T> {
  const alertes: string[] = []
  const avertir = console.warn
  console.warn = (...args: unknown[]) => {
    if (String(args[0]).startsWith('[paginate]')) alertes.push(String(args[0]))
    else avertir(...args)
  }
  try {
    const resultat = await travail()
    if (alertes.length > 0) throw new ErreurRenduPdf(`Mise en page impossible sans perte : ${alertes[0]}`)
    return resultat
  } finally {
    console.warn = avertir
  }
}

/** Un projet remplace un caractère sans dessin par un carré ; une version définitive est refusée. */
function imprimable(document: DocumentNeutre): DocumentNeutre {
  const absents = caracteresSansDessin(toutLeTexte(document))
  if (absents.length === 0) return document
  const propre = remplacerSansDessin(document)
  const restants = caracteresSansDessin(toutLeTexte(propre.document))
  if (!document.filigrane && (propre.perdus.length > 0 || restants.length > 0)) {
    throw new ErreurRenduPdf(
      `Caractères impossibles à imprimer : ${[...new Set([...propre.perdus, ...restants])].join(' ')}`,
    )
  }
  return propre.document
}
