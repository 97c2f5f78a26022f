import {
  AlignmentType,
  type INumberingOptions,
  type IStylesOptions,
  LeaderType,
  LevelFormat,
  LineRuleType,
  TabStopType,
} from 'docx'

/** Largeur du texte en vingtièmes de point (A4, marges de 2,9 cm). */
export const LARGEUR = 8622

/** Police du corps ; Word prend la voisine quand elle n'est pas installée (voir `secours`). */
export const POLICE = { ascii: 'Source Serif 4', hAnsi: 'Source Serif 4', cs: 'Cambria', eastAsia: 'Cambria' }
const ENCRE = '1A1D21'
const ACCENT = '1F3A5F'

/**
 * Interligne en points, celui du PDF, quelle que soit la police que Word trouve : les deux documents changent de page
 * presque aux mêmes endroits, et les numéros du sommaire restent justes.
 */
const interligne = (points: number) => ({ line: Math.round(points * 20), lineRule: LineRuleType.AT_LEAST })

const titre = (taille: number, avant: number, apres: number, couleur: string) => ({
  run: { size: taille, bold: true, color: couleur, font: POLICE },
  paragraph: {
    spacing: { before: avant, after: apres, ...interligne(taille * 0.64) },
    keepNext: true,
    keepLines: true,
  },
})

/** Styles nommés : un juriste change l'allure de tout le document par le volet des styles. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: POLICE, size: 21, color: ENCRE, language: { value: 'fr-FR', eastAsia: 'fr-FR' } },
      paragraph: { spacing: { after: 120, ...interligne(14.5) } },
    },
    title: {
      run: { size: 38, bold: true, font: POLICE, color: ENCRE },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 120, after: 160, ...interligne(23.5) },
      },
    },
    heading1: titre(26, 340, 120, ACCENT),
    heading2: titre(22, 220, 80, ENCRE),
    heading3: {
      ...titre(21, 160, 60, ENCRE),
      run: { size: 21, bold: true, italics: true, color: ENCRE, font: POLICE },
    },
  },
  paragraphStyles: [
    {
      id: 'Corps',
      name: 'Corps',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.JUSTIFIED },
    },
    {
      id: 'ElementListe',
      name: 'Élément de liste',
      basedOn: 'Corps',
      quickFormat: true,
      paragraph: { spacing: { after: 100 } },
    },
    {
      id: 'Visa',
      name: 'Visa',
      basedOn: 'Corps',
      quickFormat: true,
      run: { italics: true },
      paragraph: { spacing: { after: 100 } },
    },
    {
      id: 'Mention',
      name: 'Mention',
      basedOn: 'Corps',
      quickFormat: true,
      run: { italics: true, size: 18, color: '555C66' },
      paragraph: { spacing: { after: 100 }, keepNext: true },
    },
    {
      id: 'Partie',
      name: 'Partie',
      basedOn: 'Corps',
      quickFormat: true,
      paragraph: { indent: { left: 420 }, spacing: { after: 160 } },
    },
    {
      id: 'Centre',
      name: 'Centré',
      basedOn: 'Corps',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'Adresse',
      name: 'Ligne d’adresse',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 20 } },
    },
    {
      id: 'Destinataire',
      name: 'Destinataire',
      basedOn: 'Adresse',
      quickFormat: true,
      paragraph: { indent: { left: Math.round(LARGEUR * 0.52) } },
    },
    {
      id: 'Transition',
      name: 'Transition',
      basedOn: 'Corps',
      quickFormat: true,
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 200 }, keepNext: true },
    },
    {
      id: 'Considerant',
      name: 'Considérant',
      basedOn: 'Corps',
      quickFormat: true,
      paragraph: { indent: { left: 520, hanging: 520 } },
    },
    {
      id: 'Surtitre',
      name: 'Surtitre',
      basedOn: 'Normal',
      run: { bold: true, color: ACCENT },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 60 } },
    },
    {
      id: 'Mention',
      name: 'Mention',
      basedOn: 'Normal',
      run: { italics: true, color: '555C66' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
    },
    {
      id: 'Projet',
      name: 'Mention de projet',
      basedOn: 'Normal',
      run: { bold: true, size: 28, color: '7C8796', characterSpacing: 80 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 } },
    },
    {
      id: 'TitreSommaire',
      name: 'Titre du sommaire',
      basedOn: 'Normal',
      run: { bold: true, size: 25, color: ACCENT },
      paragraph: { spacing: { before: 300, after: 120 }, keepNext: true },
    },
    {
      id: 'Legende',
      name: 'Légende',
      basedOn: 'Normal',
      run: { bold: true, size: 19 },
      paragraph: { spacing: { before: 140, after: 80 }, keepNext: true },
    },
    {
      id: 'Cellule',
      name: 'Texte de tableau',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { after: 20, ...interligne(12) } },
    },
    {
      id: 'CelluleTitre',
      name: 'Titre de tableau',
      basedOn: 'Cellule',
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    {
      // Gras d'une cellule ordinaire : sans rester avec la ligne suivante, sinon le tableau entier change de page.
      id: 'CelluleForte',
      name: 'Gras de tableau',
      basedOn: 'Cellule',
      run: { bold: true },
    },
    {
      id: 'EncartTitre',
      name: 'Titre d’encart',
      basedOn: 'Cellule',
      run: { bold: true, size: 21 },
      paragraph: { keepNext: true },
    },
    {
      id: 'Courant',
      name: 'En-tête et pied',
      basedOn: 'Normal',
      run: { size: 16, color: '555C66' },
      paragraph: { spacing: { after: 0, ...interligne(10) } },
    },
    {
      id: 'Signataire',
      name: 'Signataire',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 20, ...interligne(13.5) }, keepNext: true, keepLines: true },
    },
    ...([1, 2, 3] as const).map((n) => ({
      id: `TOC${n}`,
      name: `toc ${n}`,
      basedOn: 'Normal',
      run: { size: 20, bold: n === 1 },
      // Le taquet est dans le style : il reste quand Word refait le sommaire. Pas de retrait à droite : LibreOffice
      // perdrait le numéro posé au-delà.
      paragraph: {
        spacing: { after: 70, ...interligne(12.5) },
        indent: { left: (n - 1) * 280 },
        tabStops: [{ type: TabStopType.RIGHT, position: LARGEUR, leader: LeaderType.DOT }],
      },
    })),
  ],
}

const RETRAIT = 360
const PUCES = ['•', '–', '◦', '•', '–', '◦']

/** Numérotation Word réelle : une définition par forme, une instance par liste (chaque liste repart à son début). */
export function numerotation(debuts: number[]): INumberingOptions {
  const niveaux = (ordonnee: boolean, debut: number) =>
    PUCES.map((puce, niveau) => ({
      level: niveau,
      format: ordonnee ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: ordonnee ? `%${niveau + 1}.` : puce,
      alignment: AlignmentType.LEFT,
      start: ordonnee && niveau === 0 ? debut : 1,
      style: { paragraph: { indent: { left: RETRAIT * (niveau + 1) + 120, hanging: RETRAIT } } },
    }))
  return {
    config: [
      { reference: 'puces', levels: niveaux(false, 1) },
      ...[...new Set([1, ...debuts])].map((debut) => ({
        reference: `nombres-${debut}`,
        levels: niveaux(true, debut),
      })),
    ],
  }
}
