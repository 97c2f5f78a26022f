import type { BlocContenu, NoeudEnLigne, Paragraphe } from '../../texte/contenu'
import { typographier } from '../../texte/ecriture/typographie'

/** Paragraphe de l'avenant lui-même, typographié. Son identifiant est posé à la fin (`poserIdentifiants`). */
export const paragraphe = (texte: string): Paragraphe => ({
  type: 'paragraph',
  attrs: { id: '-' },
  content: [{ type: 'text', text: typographier(texte) }],
})

const OUVRANT: NoeudEnLigne = { type: 'text', text: '«\u00a0' }

/**
 * Texte entre guillemets, à la manière des textes officiels : ouvrant à chaque alinéa, fermant au dernier. Un tableau
 * n'ouvre que dans sa première cellule. Les alinéas vides ne se citent pas. `fin` suit le guillemet fermant (« ; »).
 */
export function citer(blocs: readonly BlocContenu[], fin = ''): BlocContenu[] {
  const pleins = blocs.flatMap(sansVide)
  const ouverts = pleins.map((b) => ouvrir(b))
  const dernier = ouverts.at(-1)
  return dernier ? [...ouverts.slice(0, -1), fermer(dernier, `\u00a0»${fin}`)] : []
}

const estPlein = (p: Paragraphe): boolean =>
  (p.content ?? []).some((n) => n.type !== 'hardBreak' && (n.type !== 'text' || n.text.trim() !== ''))

/** Un bloc sans ses alinéas vides ; une cellule vide garde sa place dans le tableau. */
function sansVide(b: BlocContenu): BlocContenu[] {
  if (b.type === 'paragraph') return estPlein(b) ? [b] : []
  if (b.type === 'table') return [b]
  const elements = b.content.flatMap((e) => {
    const content = e.content.flatMap(sansVide)
    return content.length ? [{ ...e, content }] : []
  })
  return elements.length ? [{ ...b, content: elements }] : []
}

function ouvrir(b: BlocContenu): BlocContenu {
  if (b.type === 'paragraph') return { ...b, content: [OUVRANT, ...(b.content ?? [])] }
  if (b.type !== 'table')
    return { ...b, content: b.content.map((e) => ({ ...e, content: e.content.map(ouvrir) })) }
  const [premiere, ...lignes] = b.content
  const [cellule, ...cellules] = premiere?.content ?? []
  const [tete, ...suite] = cellule?.content ?? []
  if (!premiere || !cellule || !tete) return b
  const ouverte = { ...cellule, content: [ouvrir(tete), ...suite] }
  return { ...b, content: [{ ...premiere, content: [ouverte, ...cellules] }, ...lignes] }
}

function fermer(b: BlocContenu, texte: string): BlocContenu {
  if (b.type === 'paragraph') return { ...b, content: [...(b.content ?? []), { type: 'text', text: texte }] }
  if (b.type !== 'table') {
    const dernier = b.content.at(-1)
    const bloc = dernier?.content.at(-1)
    if (!dernier || !bloc) return b
    const ferme = { ...dernier, content: [...dernier.content.slice(0, -1), fermer(bloc, texte)] }
    return { ...b, content: [...b.content.slice(0, -1), ferme] }
  }
  const ligne = b.content.at(-1)
  const cellule = ligne?.content.at(-1)
  const bloc = cellule?.content.at(-1)
  if (!ligne || !cellule || !bloc) return b
  const fermee = { ...cellule, content: [...cellule.content.slice(0, -1), fermer(bloc, texte)] }
  return {
    ...b,
    content: [...b.content.slice(0, -1), { ...ligne, content: [...ligne.content.slice(0, -1), fermee] }],
  }
}

/** Donne à chaque bloc un identifiant stable, dans l'ordre de lecture : « a1 », « a2 »… */
export function poserIdentifiants(blocs: readonly BlocContenu[]): BlocContenu[] {
  let n = 0
  const poser = (b: BlocContenu): BlocContenu => {
    const id = `a${++n}`
    switch (b.type) {
      case 'paragraph':
        return { ...b, attrs: { id } }
      case 'table':
        return {
          ...b,
          attrs: { id },
          content: b.content.map((l) => ({
            ...l,
            content: l.content.map((c) => ({ ...c, content: c.content.map(poser) })),
          })),
        }
      case 'bulletList':
        return {
          ...b,
          attrs: { id },
          content: b.content.map((e) => ({ ...e, content: e.content.map(poser) })),
        }
      case 'orderedList':
        return {
          ...b,
          attrs: { ...b.attrs, id },
          content: b.content.map((e) => ({ ...e, content: e.content.map(poser) })),
        }
    }
  }
  return blocs.map(poser)
}
