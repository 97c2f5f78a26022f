import type { NoeudBrut } from '../nettoyer'
import { noterBilan } from './bilan'
import { aDuTexte, type LectureBlocs, lireEnLigne, numeroDe, retirer, rogner } from './en-ligne'
import { assembler, type ElementWord, genreMarqueur, marqueurDe } from './listes'
import * as w from './styles'
import { lireTableau } from './tableau'

const CONTENEURS = new Set([
  'html',
  'body',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'center',
  'blockquote',
  'form',
  'dl',
  'fieldset',
  'nav',
  'aside',
  'figure',
  'hgroup',
  'address',
])
const PARAGRAPHES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'dt', 'dd', 'figcaption', 'li'])

/** Suite de nœuds HTML → blocs. Les paragraphes de liste Word voisins deviennent de vraies listes. */
export function lireBlocs(l: LectureBlocs, noeuds: readonly w.Noeud[]): NoeudBrut[] {
  const blocs: NoeudBrut[] = []
  let enLigne: w.Noeud[] = []
  let liste: ElementWord[] = []
  const viderListe = () => {
    blocs.push(...assembler(liste))
    liste = []
  }
  const viderTexte = () => {
    const contenu = rogner(lireEnLigne(l, enLigne))
    enLigne = []
    if (!aDuTexte(contenu)) return
    viderListe()
    blocs.push({ type: 'paragraph', content: contenu })
  }
  for (const n of noeuds) {
    if (!w.estElement(n) || !estBloc(n)) {
      enLigne.push(n)
      continue
    }
    viderTexte()
    const elementListe = lireElementWord(l, n)
    if (elementListe) {
      liste.push(elementListe)
      continue
    }
    const lus = lireBloc(l, n)
    if (lus.length) {
      viderListe()
      blocs.push(...lus)
    }
  }
  viderTexte()
  viderListe()
  return blocs
}

const estBloc = (e: w.Element): boolean =>
  CONTENEURS.has(e.tagName) ||
  PARAGRAPHES.has(e.tagName) ||
  ['ul', 'ol', 'table', 'hr', 'head'].includes(e.tagName) ||
  // Une insertion ou une suppression peut envelopper des paragraphes entiers.
  (['ins', 'del', 'span', 'b', 'font', 'a'].includes(e.tagName) &&
    e.childNodes.some((c) => w.estElement(c) && estBloc(c)))

function lireElementWord(l: LectureBlocs, e: w.Element): ElementWord | null {
  const position = w.listeWord(e)
  if (!position || !PARAGRAPHES.has(e.tagName)) return null
  const marqueur = marqueurDe(e)
  if (genreMarqueur(marqueur) === 'lettres' && /^\(?[ai][.)]$/i.test(marqueur)) noterBilan(l.bilan, 'lettres')
  return { ...position, marqueur, contenu: rogner(lireEnLigne(l, e.childNodes)) }
}

function lireBloc(l: LectureBlocs, e: w.Element): NoeudBrut[] {
  if (w.estListeCommentaires(e) || e.tagName === 'head' || e.tagName === 'hr') return []
  if (w.estNote(e)) return lireNote(l, e)
  if (w.estSommaire(e)) {
    noterBilan(l.bilan, 'sommaire')
    return []
  }
  if (retirer(l, e)) return []
  if (e.tagName === 'table') return lireTableau(l, e, lireBlocs)
  if (e.tagName === 'ul' || e.tagName === 'ol') return [lireListe(l, e)]
  if (w.estInsertion(e)) noterBilan(l.bilan, 'insertions')
  const enfants = e.childNodes.some((c) => w.estElement(c) && estBloc(c))
  if (enfants || CONTENEURS.has(e.tagName)) return lireBlocs(l, e.childNodes)
  const titre = /^h[1-6]$/.test(e.tagName)
  const contenu = rogner(lireEnLigne(l, e.childNodes, titre ? new Set(['bold']) : new Set()))
  if (!aDuTexte(contenu)) return []
  if (titre) noterBilan(l.bilan, 'titres')
  return [{ type: 'paragraph', content: contenu }]
}

/** Note de bas de page : déplacée à la fin, entre crochets, sous son numéro. */
function lireNote(l: LectureBlocs, e: w.Element): NoeudBrut[] {
  const numero = numeroDe(w.attribut(e, 'id'))
  const [premier, ...suite] = lireBlocs(l, e.childNodes)
  if (!premier) return []
  noterBilan(l.bilan, 'notes')
  const debut: NoeudBrut = { type: 'text', text: `[${numero}] ` }
  l.notes.push({ ...premier, content: rogner([debut, ...(premier.content ?? [])]) }, ...suite)
  return []
}

function lireListe(l: LectureBlocs, e: w.Element): NoeudBrut {
  const items: NoeudBrut[] = []
  for (const n of e.childNodes) {
    if (!w.estElement(n) || w.estSansTexte(n)) continue
    const blocs = n.tagName === 'li' ? lireBlocs(l, n.childNodes) : lireBloc(l, n)
    if (n.tagName === 'li') items.push({ type: 'listItem', content: commencerParTexte(blocs) })
    // Liste posée directement dans une liste : elle appartient à l'élément qui précède.
    else items.at(-1)?.content?.push(...blocs)
  }
  const start = Number(w.attribut(e, 'start')) || 1
  if (/^[ai]$/i.test(w.attribut(e, 'type'))) noterBilan(l.bilan, 'lettres')
  return e.tagName === 'ol'
    ? { type: 'orderedList', attrs: { start }, content: items }
    : { type: 'bulletList', content: items }
}

/** Un élément de liste commence toujours par un paragraphe : l'éditeur y place le curseur. */
const commencerParTexte = (blocs: NoeudBrut[]): NoeudBrut[] =>
  blocs[0]?.type === 'paragraph' ? blocs : [{ type: 'paragraph' }, ...blocs]
