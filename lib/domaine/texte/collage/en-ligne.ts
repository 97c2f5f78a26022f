import type { NoeudBrut } from '../nettoyer'
import { type Bilan, noterBilan } from './bilan'
import * as w from './styles'

/** Lecture d'une suite de nœuds en ligne : le texte gardé, ce qui tombe est compté au bilan. */
export type Lecture = {
  bilan: Bilan
  /** Appels de note déjà vus : leur texte part à la fin. */
  appels: Set<string>
}
export type LectureBlocs = Lecture & { notes: NoeudBrut[]; profondeur: number }

type Marques = ReadonlySet<string>

export function lireEnLigne(
  l: Lecture,
  noeuds: readonly w.Noeud[],
  marques: Marques = new Set(),
): NoeudBrut[] {
  const sortie: NoeudBrut[] = []
  let dansConditionnel = false
  for (const n of noeuds) {
    if (w.estCommentaire(n)) {
      // « [if !supportLists] » encadre la puce dessinée par Word : la liste la redessine.
      if (/\[if !(supportLists|supportFootnotes|vml|supportEmptyParas)\]/i.test(n.data)) {
        dansConditionnel = /supportLists/i.test(n.data)
      } else if (/\[endif\]/i.test(n.data)) dansConditionnel = false
    } else if (dansConditionnel) continue
    else if (w.estTexte(n)) sortie.push(...texte(n.value, marques))
    else if (w.estElement(n)) sortie.push(...element(l, n, marques))
  }
  return sortie
}

function texte(brut: string, marques: Marques): NoeudBrut[] {
  const text = brut.replace(/[ \t\r\n\f]+/g, ' ').replace(/[\u00ad\u200b\ufeff]/g, '')
  if (!text) return []
  return [{ type: 'text', text, marks: [...marques].map((type) => ({ type })) }]
}

function element(l: Lecture, e: w.Element, marques: Marques): NoeudBrut[] {
  const retire = retirer(l, e)
  if (retire) return []
  const note = w.estAppelNote(e)
  if (note) return appelNote(l, note, e)
  if (e.tagName === 'br') return saut(l, e)
  if (/mso-spacerun|mso-tab-count/i.test(w.style(e))) return texte(' ', marques)
  noter(l, e)
  const cumul = new Set([...marques, ...(w.estInsertion(e) ? [] : w.marquesDe(e))])
  return lireEnLigne(l, e.childNodes, cumul)
}

/** Vrai si l'élément ne laisse aucun texte ; compté quand quelqu'un pourrait le chercher. */
export function retirer(l: Lecture, e: w.Element): boolean {
  const genre = w.estSuppression(e)
    ? 'suppressions'
    : w.estRenvoiCommentaire(e)
      ? 'commentaires'
      : w.estImage(e)
        ? 'images'
        : w.estEquation(e)
          ? 'equations'
          : w.estMasque(e)
            ? 'masque'
            : null
  if (genre) {
    // Word écrit la même image deux fois (VML puis img) et un appel de commentaire en deux balises.
    if (genre !== 'images' || e.tagName === 'img') if (!estAppelImbrique(e, genre)) noterBilan(l.bilan, genre)
    return true
  }
  return w.estSansTexte(e) || w.estMarqueur(e)
}

function estAppelImbrique(e: w.Element, genre: string): boolean {
  if (genre !== 'commentaires') return false
  // <a style="mso-comment-reference:…">texte commenté</a> : le texte visé reste, voir `noter`.
  return !/msocomanchor/i.test(w.classe(e))
}

function noter(l: Lecture, e: w.Element): void {
  if (w.estInsertion(e)) noterBilan(l.bilan, 'insertions')
  if (w.estBarre(e)) noterBilan(l.bilan, 'barre')
  if (w.estIndice(e)) noterBilan(l.bilan, 'indices')
  if (w.estColore(e)) noterBilan(l.bilan, 'couleurs')
  if (e.tagName === 'a' && /^(https?|mailto|ftp|file):/i.test(w.attribut(e, 'href')))
    noterBilan(l.bilan, 'liens')
}

function appelNote(l: Lecture, note: string, e: w.Element): NoeudBrut[] {
  // Le retour de la note vers son appel porte le même style : il ne compte pas.
  if (/^#_(ftn|edn)ref/i.test(w.attribut(e, 'href'))) return []
  l.appels.add(note)
  return [{ type: 'text', text: `[${numeroDe(note)}]`, marks: [{ type: 'superscript' }] }]
}

export const numeroDe = (note: string): string => /\d+/.exec(note)?.[0] ?? '1'

function saut(l: Lecture, e: w.Element): NoeudBrut[] {
  if (!/page-break-before: ?always/i.test(w.style(e))) return [{ type: 'hardBreak' }]
  noterBilan(l.bilan, 'sautsDePage')
  return []
}

/** Ôte les espaces ordinaires du bord d'un paragraphe et les doubles ; les insécables restent. */
export function rogner(noeuds: NoeudBrut[]): NoeudBrut[] {
  const suite: NoeudBrut[] = []
  for (const n of noeuds) {
    const avant = suite.at(-1)
    const memes = JSON.stringify(avant?.marks ?? []) === JSON.stringify(n.marks ?? [])
    if (n.type !== 'text') suite.push(n)
    else {
      const colle = !avant || avant.type === 'hardBreak' || avant.text?.endsWith(' ')
      const text = colle ? (n.text ?? '').replace(/^ +/, '') : (n.text ?? '')
      if (!text) continue
      if (avant?.type === 'text' && memes) avant.text = `${avant.text}${text}`
      else suite.push({ ...n, text })
    }
  }
  const dernier = suite.at(-1)
  if (dernier?.type === 'text') dernier.text = dernier.text?.replace(/ +$/, '')
  while (suite.at(-1)?.type === 'hardBreak' || suite.at(-1)?.text === '') suite.pop()
  return suite
}

/** Vrai si un lecteur y verrait quelque chose. */
export const aDuTexte = (noeuds: readonly NoeudBrut[]): boolean =>
  noeuds.some((n) => n.type === 'text' && /[^\s\u00a0]/.test(n.text ?? ''))
