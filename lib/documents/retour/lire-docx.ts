import mammoth from 'mammoth'
import { type DefaultTreeAdapterTypes, parseFragment, serializeOuter } from 'parse5'
import type { BlocLu, LectureWord } from '../../domaine/acte/retour/ranger'
import { convertirCollage } from '../../domaine/texte/collage/convertir'
import type { BlocContenu } from '../../domaine/texte/contenu'
import { noeudsEnLigne } from '../../domaine/texte/contenu'
import { ErreurDocx, ouvrirDocx } from './ouvrir-docx'

/** Ce que Word ajoute autour du texte, et que l'on ne compare pas ; le titre de l'acte garde sa marque. */
const STYLES = [
  ...[1, 2, 3, 4, 5, 6].map((n) => `p[style-name='toc ${n}'] => !`),
  ...['Titre du sommaire', 'TOC Heading', 'Mention', 'Mention de projet', 'Surtitre', 'En-tête et pied'].map(
    (nom) => `p[style-name='${nom}'] => !`,
  ),
  "p[style-name='Title'] => p.titre-de-l-acte:fresh",
  "p[style-name='Titre'] => p.titre-de-l-acte:fresh",
  "p[style-name='Titre 1'] => h1:fresh",
  "p[style-name='Titre 2'] => h2:fresh",
  "p[style-name='Titre 3'] => h3:fresh",
]

/**
 * Lit le texte d'un .docx : titres, paragraphes, listes et tableaux, dans l'ordre. Les révisions suivies sont lues comme
 * acceptées (insertions gardées, suppressions omises) et comptées. Lève `ErreurDocx` pour un fichier qui n'en est pas un.
 */
export async function lireDocx(octets: Uint8Array): Promise<LectureWord> {
  const { reduit, corps } = await ouvrirDocx(octets)
  const html = await enHtml(reduit)
  const blocs = parseFragment(html).childNodes.flatMap(lireNoeud)
  return {
    blocs,
    revisions: {
      ajouts: compterRevisions(corps, 'ins') + compterRevisions(corps, 'moveTo'),
      retraits: compterRevisions(corps, 'del') + compterRevisions(corps, 'moveFrom'),
    },
  }
}

async function enHtml(buffer: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: STYLES, includeEmbeddedStyleMap: false, externalFileAccess: false },
    )
    return value
  } catch {
    throw new ErreurDocx('abime')
  }
}

/** Une révision enveloppe des mots ; une simple marque de paragraphe ou de ligne ne compte pas. */
const compterRevisions = (xml: string, nom: string): number =>
  xml.match(new RegExp(`<w:${nom} [^>]*[^/]>`, 'g'))?.length ?? 0

type Noeud = DefaultTreeAdapterTypes.ChildNode

function lireNoeud(noeud: Noeud): BlocLu[] {
  if (!('tagName' in noeud)) return []
  const { contenu } = convertirCollage(serializeOuter(noeud).replace(/<a id="[^"]*"><\/a>/g, ''))
  const niveau = /^h([1-6])$/.exec(noeud.tagName)?.[1]
  const classe = noeud.attrs.find((a) => a.name === 'class')?.value
  if (niveau || classe === 'titre-de-l-acte') {
    const texte = texteDe(contenu.content)
    return texte ? [{ genre: 'titre', niveau: niveau ? Number(niveau) : 0, texte }] : []
  }
  return contenu.content.map((bloc) => ({ genre: 'bloc', bloc }))
}

const texteDe = (blocs: readonly BlocContenu[]): string =>
  [...noeudsEnLigne(blocs)]
    .map((n) => (n.type === 'text' ? n.text : n.type === 'hardBreak' ? ' ' : ''))
    .join('')
    .trim()
