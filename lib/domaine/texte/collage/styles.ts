import type { DefaultTreeAdapterMap } from 'parse5'

export type Noeud = DefaultTreeAdapterMap['childNode']
export type Element = DefaultTreeAdapterMap['element']

export const estElement = (n: Noeud): n is Element => 'tagName' in n
export const estTexte = (n: Noeud): n is DefaultTreeAdapterMap['textNode'] => n.nodeName === '#text'
export const estCommentaire = (n: Noeud): n is DefaultTreeAdapterMap['commentNode'] =>
  n.nodeName === '#comment'

export const attribut = (e: Element, nom: string): string => e.attrs.find((a) => a.name === nom)?.value ?? ''
export const style = (e: Element): string => attribut(e, 'style').replace(/\s+/g, ' ')
export const classe = (e: Element): string => attribut(e, 'class')

/** Balises de Word qui ne portent aucun texte à garder. */
const SANS_TEXTE = new Set([
  'style',
  'script',
  'head',
  'meta',
  'link',
  'title',
  'xml',
  'colgroup',
  'col',
  'caption',
])
export const estSansTexte = (e: Element): boolean =>
  SANS_TEXTE.has(e.tagName) || /^(w|m|st1):/.test(e.tagName) || e.tagName === 'o:lock'

export const estImage = (e: Element): boolean =>
  ['img', 'picture', 'svg', 'object', 'canvas'].includes(e.tagName) || e.tagName.startsWith('v:')
export const estEquation = (e: Element): boolean => e.tagName === 'math' || e.tagName.startsWith('m:')
export const estSuppression = (e: Element): boolean => e.tagName === 'del' || /\bmsoDel\b/i.test(classe(e))
export const estInsertion = (e: Element): boolean => e.tagName === 'ins' || /\bmsoIns\b/i.test(classe(e))
export const estMarqueur = (e: Element): boolean => /mso-list: ?ignore/i.test(style(e))
export const estMasque = (e: Element): boolean => /mso-hide: ?all|display: ?none/i.test(style(e))
export const estSommaire = (e: Element): boolean => /\bMsoToc\d|\bMsoTOCHeading/i.test(classe(e))

export const estRenvoiCommentaire = (e: Element): boolean =>
  /\bmsocomanchor\b|MsoCommentReference/i.test(classe(e)) ||
  /mso-comment-reference|mso-special-character: ?comment/i.test(style(e))
export const estListeCommentaires = (e: Element): boolean => /mso-element: ?comment-list/i.test(style(e))

export const estAppelNote = (e: Element): string | null =>
  e.tagName === 'a' ? (/mso-(?:foot|end)note-id: ?([\w-]+)/i.exec(style(e))?.[1] ?? null) : null
export const estListeNotes = (e: Element): boolean => /mso-element: ?(foot|end)note-list/i.test(style(e))
export const estNote = (e: Element): boolean => /mso-element: ?(foot|end)note(?!-)/i.test(style(e))

/** « mso-list:l0 level2 lfo1 » : la liste et son niveau. */
export function listeWord(e: Element): { liste: string; niveau: number } | null {
  const m = /mso-list: ?(l\d+) level(\d+) (lfo\d+)/i.exec(style(e))
  return m ? { liste: `${m[1]}-${m[3]}`, niveau: Number(m[2]) } : null
}

export function marquesDe(e: Element): ('bold' | 'italic' | 'underline' | 'superscript')[] {
  const s = style(e)
  const m: ('bold' | 'italic' | 'underline' | 'superscript')[] = []
  const gras = /(?<!-)font-weight: ?(bold|[6-9]00)/i.test(s)
  if (gras || (['b', 'strong', 'th'].includes(e.tagName) && !/(?<!-)font-weight: ?(normal|[1-4]00)/i.test(s)))
    m.push('bold')
  if (['i', 'em'].includes(e.tagName) || /(?<!-)font-style: ?(italic|oblique)/i.test(s)) m.push('italic')
  // Une insertion suivie est soulignée par Word : ce soulignement n'est pas du texte.
  if (e.tagName === 'u' || (/text-decoration: ?underline/i.test(s) && e.tagName !== 'a')) m.push('underline')
  if (e.tagName === 'sup' || /vertical-align: ?super/i.test(s)) m.push('superscript')
  return m
}

export const estBarre = (e: Element): boolean =>
  ['s', 'strike'].includes(e.tagName) || /text-decoration: ?line-through/i.test(style(e))
export const estIndice = (e: Element): boolean =>
  e.tagName === 'sub' || /vertical-align: ?sub\b/i.test(style(e))
export const estColore = (e: Element): boolean =>
  /(^|[;\s])color: ?(?!windowtext|black|#000|auto|inherit|rgb\(0, ?0, ?0\))[#\w]/i.test(style(e)) ||
  /mso-highlight|(^|[;\s])background(-color)?: ?(?!white|transparent|none|#fff|inherit|rgb\(255, ?255, ?255\)|rgba\(0, ?0, ?0, ?0\))[#\w]/i.test(
    style(e),
  )
