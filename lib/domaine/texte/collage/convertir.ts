import { parse } from 'parse5'
import { type Contenu, schemaContenu } from '../contenu'
import { type NoeudBrut, nettoyerContenu, nouvelIdBloc } from '../nettoyer'
import { type Bilan, direBilan, noterBilan } from './bilan'
import { lireBlocs } from './blocs'
import type { LectureBlocs } from './en-ligne'

export type Collage = { contenu: Contenu; laisses: string[] }

/**
 * Texte copié d'un traitement de texte (Word, LibreOffice, page web) → contenu accepté par le serveur, et la liste en
 * français de ce qui n'a pas été repris. Règle pure : aucun document du navigateur n'est nécessaire.
 */
export function convertirCollage(html: string, nouvelId: () => string = nouvelIdBloc): Collage {
  const l: LectureBlocs = { bilan: {}, appels: new Set(), notes: [], profondeur: 0 }
  const racine = parse(html)
  const blocs = [...lireBlocs(l, racine.childNodes), ...l.notes]
  const contenu = nettoyerContenu({ type: 'doc', content: blocs }, nouvelId)
  const lu = schemaContenu.safeParse(contenu)
  if (lu.success) return { contenu: lu.data, laisses: direBilan(l.bilan) }
  return enTexte(blocs, l.bilan, nouvelId)
}

/** Dernier recours quand la structure dépasse les bornes : tout le texte, un paragraphe par ligne. */
function enTexte(blocs: readonly NoeudBrut[], bilan: Bilan, nouvelId: () => string): Collage {
  noterBilan(bilan, 'cellulesVerticales')
  const paragraphes: NoeudBrut[] = []
  const visiter = (n: NoeudBrut) => {
    if (n.type === 'paragraph') paragraphes.push(n)
    else for (const e of n.content ?? []) visiter(e)
  }
  for (const b of blocs) visiter(b)
  return {
    contenu: nettoyerContenu({ type: 'doc', content: paragraphes }, nouvelId),
    laisses: direBilan(bilan),
  }
}
