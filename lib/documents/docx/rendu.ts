import { Document, Footer, Header, ImageRun, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import type { BlocTitre, DocumentNeutre, Lacune } from '../blocs/blocs'
import { texteDuLogo } from '../texte/texte-du-document'
import { blocDocx } from './blocs'
import type { ContexteDocx, ElementDocx } from './contexte'
import { piecesFixes } from './pieces'
import { sommaire } from './sommaire'
import { LARGEUR, numerotation, STYLES } from './styles'
import { tableauEncart } from './tableaux'
import { daterArchive } from './zip'

export type OptionsDocx = {
  /** Pages du sommaire, par ancre (celles du PDF) ; sans elles, le sommaire donne des liens sans numéro. */
  pages?: ReadonlyMap<string, number>
}

/**
 * Rend un document Word : styles, numérotation et champs réels, prêt pour le suivi des modifications. Un même document
 * et les mêmes pages donnent les mêmes octets.
 */
export async function rendreDocx(document: DocumentNeutre, options: OptionsDocx = {}): Promise<Buffer> {
  const titres = document.sections.flatMap((s) => s.blocs.filter((b): b is BlocTitre => b.genre === 'titre'))
  let listes = 0
  let signets = 0
  let revisions = 0
  const ctx: ContexteDocx = {
    ancres: new Set(titres.map((t) => t.ancre)),
    prochaineListe: () => (listes += 1),
    prochainSignet: () => (signets += 1),
    revision: document.revisionsDe
      ? () => ({ id: (revisions += 1), author: document.revisionsDe ?? '', date: document.fabriqueLe })
      : null,
  }
  const corps = document.sections.flatMap((section, s) =>
    section.blocs.flatMap((bloc, i) => {
      const ouvre = i === 0 && (s > 0 || document.sommaire || document.avertissement !== undefined)
      const sautPorte = ouvre && bloc.genre === 'titre'
      const elements = blocDocx(bloc, ctx, sautPorte)
      return ouvre && !sautPorte
        ? [new Paragraph({ style: 'Courant', pageBreakBefore: true, children: [] }), ...elements]
        : elements
    }),
  )
  const fichier = new Document({
    title: document.titre,
    subject: document.sujet,
    creator: document.auteur,
    lastModifiedBy: document.auteur,
    keywords: document.reference,
    styles: STYLES,
    numbering: numerotation(debutsDesListes(document)),
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true, consecutiveHyphenLimit: 2 },
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1500, bottom: 1400, left: 1642, right: 1642, header: 700, footer: 600 },
          },
        },
        ...(document.forme === 'lettre' ? {} : { headers: { default: enTete(document) } }),
        footers: { default: pied(document) },
        children: [
          ...(document.forme === 'lettre' ? [] : tete(document)),
          ...(document.avertissement ?? []).flatMap((bloc) => blocDocx(bloc, ctx, false)),
          ...(document.sommaire ? sommaire(titres, options.pages) : []),
          ...corps,
        ],
      },
    ],
  })
  const octets = await Packer.toBuffer(fichier, undefined, piecesFixes(document))
  return daterArchive(octets, new Date(document.fabriqueLe))
}

function debutsDesListes(document: DocumentNeutre): number[] {
  const debuts = new Set<number>()
  const parcourir = (valeur: unknown): void => {
    if (Array.isArray(valeur)) valeur.forEach(parcourir)
    else if (typeof valeur === 'object' && valeur !== null) {
      if (
        'genre' in valeur &&
        valeur.genre === 'liste' &&
        'debut' in valeur &&
        typeof valeur.debut === 'number'
      )
        debuts.add(valeur.debut)
      Object.values(valeur).forEach(parcourir)
    }
  }
  parcourir(document.sections)
  return [...debuts]
}

const TAQUETS = [{ type: TabStopType.RIGHT, position: LARGEUR }]

function enTete(document: DocumentNeutre): Header {
  const etat = document.filigrane ? `${document.filigrane} – ` : ''
  return new Header({
    children: [
      new Paragraph({
        style: 'Courant',
        tabStops: TAQUETS,
        children: [new TextRun(document.surtitre), new TextRun({ text: `\t${etat}${document.reference}` })],
      }),
    ],
  })
}

function pied(document: DocumentNeutre): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Courant',
        tabStops: TAQUETS,
        children: [
          new TextRun(document.piedDePage ?? document.filigrane ?? ''),
          document.forme === 'lettre'
            ? new TextRun(`\t${document.reference}`)
            : new TextRun({ children: ['\tpage ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}

function tete(document: DocumentNeutre): ElementDocx[] {
  const logos = document.logos.map(
    (logo) =>
      new ImageRun({
        type: logo.type === 'image/png' ? 'png' : 'jpg',
        data: Buffer.from(logo.base64, 'base64'),
        transformation: dimensions(logo),
        altText: { name: logo.nom, title: texteDuLogo(logo), description: texteDuLogo(logo) },
      }),
  )
  return [
    ...(document.filigrane ? [new Paragraph({ style: 'Projet', text: document.filigrane })] : []),
    ...(logos.length > 0
      ? [
          new Paragraph({
            style: 'Courant',
            children: logos.flatMap((l, i) => (i > 0 ? [new TextRun('    '), l] : [l])),
          }),
        ]
      : []),
    ...(document.surtitre ? [new Paragraph({ style: 'Surtitre', text: document.surtitre })] : []),
    new Paragraph({ style: 'Title', text: document.titre }),
    ...(document.mention ? [new Paragraph({ style: 'Mention', text: document.mention })] : []),
    ...(document.lacunes.length > 0
      ? [encartLacunes(document.lacunes), new Paragraph({ style: 'Cellule', children: [] })]
      : []),
  ]
}

/** Hauteur fixe, proportions gardées (lues dans l'en-tête du fichier PNG ; à défaut, un format courant). */
function dimensions(logo: DocumentNeutre['logos'][number]): { width: number; height: number } {
  const octets = Buffer.from(logo.base64.slice(0, 64), 'base64')
  const hauteur = 56
  if (logo.type !== 'image/png' || octets.length < 24) return { width: 120, height: hauteur }
  const rapport = octets.readUInt32BE(16) / Math.max(1, octets.readUInt32BE(20))
  return { width: Math.round(Math.min(230, Math.max(20, hauteur * rapport))), height: hauteur }
}

function encartLacunes(lacunes: Lacune[]) {
  const titre =
    lacunes.length === 1 ? 'Une valeur reste à compléter' : `${lacunes.length} valeurs restent à compléter`
  return tableauEncart(
    titre,
    lacunes.map(
      (l) =>
        new Paragraph({
          style: 'Cellule',
          numbering: { reference: 'puces', level: 0 },
          text: `${l.libelle} (${l.ou})${l.tardive ? '\u00a0: connue seulement à la signature' : ''}`,
        }),
    ),
  )
}
