import type { NoeudBrut } from '../nettoyer'
import * as w from './styles'

export type ElementWord = { niveau: number; liste: string; marqueur: string; contenu: NoeudBrut[] }

/** Texte de la puce ou du numéro que Word a dessiné (« 1. », « a) », « · »). */
export function marqueurDe(e: w.Element): string {
  const morceaux: string[] = []
  const lire = (noeuds: readonly w.Noeud[], garde: boolean) => {
    let dedans = garde
    for (const n of noeuds) {
      if (w.estCommentaire(n)) {
        if (/\[if !supportLists\]/i.test(n.data)) dedans = true
        else if (/\[endif\]/i.test(n.data)) dedans = garde
      } else if (w.estTexte(n)) {
        if (dedans) morceaux.push(n.value)
      } else if (w.estElement(n)) lire(n.childNodes, dedans || w.estMarqueur(n))
    }
  }
  lire(e.childNodes, false)
  return morceaux.join('').replace(/[\s\u00a0]+/g, '')
}

const CHIFFRES = /^\(?\d+(?:\.\d+)*(?:[.)°]|\/|-)?$/
const LETTRES = /^\(?(?:[a-z]|[ivxlc]+)[.)]$/i

export const genreMarqueur = (m: string): 'chiffres' | 'lettres' | 'puce' =>
  CHIFFRES.test(m) ? 'chiffres' : LETTRES.test(m) && m !== 'o' ? 'lettres' : 'puce'

const debutDe = (m: string): number => Number(/(\d+)\D*$/.exec(m)?.[1] ?? 1)

/** Regroupe des paragraphes de liste Word consécutifs en listes emboîtées. */
export function assembler(elements: readonly ElementWord[]): NoeudBrut[] {
  const listes: NoeudBrut[] = []
  let i = 0
  while (i < elements.length) {
    const premier = elements[i]
    if (!premier) break
    const ordonnee = genreMarqueur(premier.marqueur) !== 'puce'
    const items: NoeudBrut[] = []
    while (i < elements.length) {
      const e = elements[i]
      if (!e || e.niveau < premier.niveau) break
      if (e.niveau > premier.niveau) {
        const debut = i
        while (i < elements.length && (elements[i]?.niveau ?? 0) > premier.niveau) i++
        items.at(-1)?.content?.push(...assembler(elements.slice(debut, i)))
        continue
      }
      if (items.length && (e.liste !== premier.liste || (genreMarqueur(e.marqueur) !== 'puce') !== ordonnee))
        break
      items.push({ type: 'listItem', content: [{ type: 'paragraph', content: e.contenu }] })
      i++
    }
    const start = genreMarqueur(premier.marqueur) === 'chiffres' ? debutDe(premier.marqueur) : 1
    listes.push({ type: ordonnee ? 'orderedList' : 'bulletList', attrs: { start }, content: items })
  }
  return listes
}
