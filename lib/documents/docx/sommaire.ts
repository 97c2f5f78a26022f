import {
  BuilderElement,
  FileChild,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
  type XmlComponent,
} from 'docx'
import type { BlocTitre } from '../blocs/blocs'
import { fragmentsDuTitre } from '../texte/texte-du-document'
import { courses, lien, signetWord } from './fragments'

/**
 * Sommaire Word déjà rempli : une entrée par titre, liée à son signet, avec sa page. Word ne pose aucune question à
 * l'ouverture et le refait par F9 ; LibreOffice le reconnaît comme une table des matières. Sans `pages`, les entrées
 * sont des liens sans numéro. Rend une liste vide s'il n'y a pas de titre.
 */
export function sommaire(
  titres: BlocTitre[],
  pages: ReadonlyMap<string, number> | undefined,
): (Paragraph | FileChild)[] {
  const entrees = titres.filter((t) => t.auSommaire)
  const premiere = entrees[0]
  if (!premiere) return []
  const intitule = new Paragraph({
    style: 'TitreSommaire',
    // Le PDF met le sommaire seul sur sa feuille quand la tête est longue : le Word fait pareil, les pages se suivent.
    pageBreakBefore: (pages?.get(premiere.ancre) ?? 0) > 2,
    text: 'Sommaire',
  })
  const lignes = entrees.map((t, i) => {
    const debut = i === 0 ? champ(' TOC \\o "1-3" \\h \\z \\u ').slice(0, 3) : []
    return new Paragraph({ style: `TOC${t.niveau}`, children: [...debut, entree(t, pages?.get(t.ancre))] })
  })
  const fin = new Paragraph({ style: 'Courant', children: [caractere('end')] })
  return [new BlocSommaire([intitule, ...lignes, fin])]
}

const SANS_RENVOI = { ancres: new Set<string>(), revision: null }

function entree(titre: BlocTitre, page: number | undefined): ParagraphChild {
  // Ni surlignage ni renvoi dans un sommaire ; l'italique et l'exposant restent.
  const nus = fragmentsDuTitre(titre).map(({ texte, italique, exposant }) => ({ texte, italique, exposant }))
  const signet = signetWord(titre.ancre)
  const numero = page
    ? [new TextRun({ children: [new Tab()] }), ...champ(` PAGEREF ${signet} \\h `, String(page))]
    : []
  return lien(signet, [...courses(nus, SANS_RENVOI), ...numero])
}

/** Champ Word en une course par signe : LibreOffice lit mal un champ dont tout tient dans une seule. */
function champ(instruction: string, resultat = ''): TextRun[] {
  return [
    caractere('begin'),
    course([element('w:instrText', { espace: { key: 'xml:space', value: 'preserve' } }, [instruction])]),
    caractere('separate'),
    new TextRun(resultat),
    caractere('end'),
  ]
}

const caractere = (type: 'begin' | 'separate' | 'end'): TextRun =>
  course([element('w:fldChar', { type: { key: 'w:fldCharType', value: type } })])

const course = (children: XmlComponent[]): TextRun =>
  new TextRun({ children: children as unknown as string[] })

type Attributs = Record<string, { key: string; value: string }>
const element = (name: string, attributes: Attributs = {}, children: (XmlComponent | string)[] = []) =>
  new BuilderElement({ name, attributes, children: children as unknown as XmlComponent[] })

/** Bloc que Word traite comme une table des matières (bouton « Mettre à jour »). */
class BlocSommaire extends FileChild {
  constructor(contenu: XmlComponent[]) {
    super('w:sdt')
    const galerie = element('w:docPartObj', {}, [
      element('w:docPartGallery', { val: { key: 'w:val', value: 'Table of Contents' } }),
      element('w:docPartUnique'),
    ])
    this.root.push(element('w:sdtPr', {}, [galerie]), element('w:sdtContent', {}, contenu))
  }
}
