import type { BlocContenu } from '../../texte/contenu'
import { citer, paragraphe } from './citer'
import { capitale } from './nommer'

/** Une phrase de modification : seule (« Le deuxième alinéa de l’article 4 est… ») ou parmi d'autres (« 1° Le deuxième… »). */
export type Phrase = {
  seule: string
  parmi: string
  /** Texte qui suit, entre guillemets. */
  citation?: readonly BlocContenu[]
}

/** Met en alinéas une ou plusieurs phrases ; plusieurs s'énumèrent : « 1° … ; 2° … ». */
export function composer(phrases: readonly Phrase[], intitule: string): BlocContenu[] {
  const [premiere] = phrases
  if (!premiere) return []
  if (phrases.length === 1)
    return [
      paragraphe(`${capitale(premiere.seule)}${premiere.citation ? ' :' : '.'}`),
      ...citer(premiere.citation ?? []),
    ]
  return [
    paragraphe(`${capitale(intitule)} :`),
    ...phrases.flatMap((p, i) => {
      const fin = i < phrases.length - 1 ? ' ;' : ''
      const tete = `${i + 1}°\u00a0${capitale(p.parmi)}${p.citation ? ' :' : fin || '.'}`
      return [paragraphe(tete), ...citer(p.citation ?? [], fin && '\u202f;')]
    }),
  ]
}
