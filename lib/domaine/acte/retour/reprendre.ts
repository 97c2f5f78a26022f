import type {
  BlocContenu,
  Contenu,
  ElementListe,
  Marque,
  NoeudEnLigne,
  Paragraphe,
  Tableau,
} from '../../texte/contenu'
import { rapprocher } from '../../texte/difference'
import { alignerMots } from '../../texte/mots'
import { type NoeudBrut, nettoyerContenu, nouvelIdBloc } from '../../texte/nettoyer'
import { texteDuBlocContenu } from './ranger'

/** Ce que chaque nœud donne à lire, dans l'ordre : valeurs écrites, renvois numérotés. */
export type LireNoeuds = (noeuds: readonly NoeudEnLigne[]) => string[]

/**
 * Reporte dans le contenu d'origine les mots d'un texte relu : une valeur, un accord ou un renvoi dont les mots n'ont pas
 * changé reste lui-même ; ce qui a changé devient du texte. Un bloc inchangé garde son identifiant.
 */
export function reprendreContenu(
  origine: Contenu,
  lus: readonly BlocContenu[],
  lire: LireNoeuds,
  nouvelId: () => string = nouvelIdBloc,
): Contenu {
  const content = reprendreBlocs(origine.content, lus, lire)
  return nettoyerContenu({ type: 'doc', content } as NoeudBrut, nouvelId)
}

function reprendreBlocs(
  origine: readonly BlocContenu[],
  lus: readonly BlocContenu[],
  lire: LireNoeuds,
): BlocContenu[] {
  const textes = new Map<BlocContenu, string>([
    ...origine.map((b) => [b, texteLu(b, lire)] as const),
    ...lus.map((b) => [b, texteDuBlocContenu(b)] as const),
  ])
  const paires =
    origine.length === 1 && lus.length === 1 && origine[0] && lus[0]
      ? [{ avant: origine[0], apres: lus[0] }]
      : rapprocher(origine, lus, (b) => `${b.type} ${textes.get(b) ?? ''}`, 0.34)
  return paires.flatMap(({ avant, apres }) => {
    if (!apres) return []
    return [avant ? reprendreBloc(avant, apres, lire) : sansId(apres)]
  })
}

function reprendreBloc(avant: BlocContenu, apres: BlocContenu, lire: LireNoeuds): BlocContenu {
  if (avant.type === 'paragraph' && apres.type === 'paragraph') return reprendreParagraphe(avant, apres, lire)
  if (avant.type === 'table' && apres.type === 'table') return reprendreTableau(avant, apres, lire)
  if (
    (avant.type === 'bulletList' || avant.type === 'orderedList') &&
    (apres.type === 'bulletList' || apres.type === 'orderedList')
  ) {
    const paires = rapprocher<{ e: ElementListe; texte: string }>(
      avant.content.map((e) => ({ e, texte: e.content.map((b) => texteLu(b, lire)).join('\n') })),
      apres.content.map((e) => ({ e, texte: e.content.map(texteDuBlocContenu).join('\n') })),
      (x) => x.texte,
      0.34,
    )
    const content = paires.flatMap((p): ElementListe[] => {
      if (!p.apres) return []
      if (!p.avant) return [{ ...p.apres.e, content: p.apres.e.content.map(sansId) }]
      return [{ type: 'listItem', content: reprendreBlocs(p.avant.e.content, p.apres.e.content, lire) }]
    })
    return { ...avant, content }
  }
  return sansId(apres)
}

function reprendreTableau(avant: Tableau, apres: Tableau, lire: LireNoeuds): Tableau {
  const forme = (t: Tableau) => new Set(t.content.map((l) => l.content.length)).size === 1
  const memes = avant.content[0]?.content.length === apres.content[0]?.content.length
  if (!memes || !forme(avant) || !forme(apres)) return sansId(apres) as Tableau
  const paires = rapprocher(
    avant.content.map((l) => ({
      l,
      texte: l.content.flatMap((c) => c.content.map((b) => texteLu(b, lire))).join(' '),
    })),
    apres.content.map((l) => ({
      l,
      texte: l.content.flatMap((c) => c.content.map(texteDuBlocContenu)).join(' '),
    })),
    (x) => x.texte,
    0.34,
  )
  const content = paires.flatMap((p) => {
    if (!p.apres) return []
    const ancienne = p.avant?.l
    if (!ancienne)
      return [
        { ...p.apres.l, content: p.apres.l.content.map((c) => ({ ...c, content: c.content.map(sansId) })) },
      ]
    return [
      {
        ...ancienne,
        content: p.apres.l.content.map((c, i) => {
          const a = ancienne.content[i]
          return a ? { ...a, content: reprendreBlocs(a.content, c.content, lire) } : c
        }),
      },
    ]
  })
  return { ...avant, content }
}

function reprendreParagraphe(avant: Paragraphe, apres: Paragraphe, lire: LireNoeuds): Paragraphe {
  const noeuds = avant.content ?? []
  const lus = lire(noeuds)
  const segments = alignerMots(lus.join(''), texteDuBlocContenu(apres))
  if (segments.every((s) => s.etat === 'egal')) return avant
  const nouveaux = lecteurDe(apres.content ?? [])
  const anciens = coupeurDe(noeuds, lus)
  const content: NoeudEnLigne[] = []
  for (const s of segments) {
    const gardes = anciens(s.avant.length, s.etat === 'egal')
    const mis = nouveaux(s.apres.length)
    if (s.etat === 'egal') content.push(...gardes)
    else if (s.etat === 'ajout') content.push(...mis)
  }
  return { type: 'paragraph', attrs: avant.attrs, content: fondre(content) }
}

/** Avance dans les nœuds d'origine : un nœud pris en entier reste lui-même, un nœud entamé se réduit à ses mots. */
function coupeurDe(noeuds: readonly NoeudEnLigne[], lus: readonly string[]) {
  let rang = 0
  let debut = 0
  return (longueur: number, garder: boolean): NoeudEnLigne[] => {
    const pris: NoeudEnLigne[] = []
    let reste = longueur
    // Un nœud qui ne se lit pas (accord vide) suit les mots qui le précèdent.
    while (rang < noeuds.length && (reste > 0 || (garder && debut === 0 && lus[rang] === ''))) {
      const noeud = noeuds[rang] as NoeudEnLigne
      const texte = lus[rang] ?? ''
      const n = Math.min(reste, texte.length - debut)
      if (garder) pris.push(...morceau(noeud, texte, debut, debut + n))
      reste -= n
      debut += n
      if (debut >= texte.length) {
        rang++
        debut = 0
      }
    }
    return pris
  }
}

function morceau(noeud: NoeudEnLigne, lu: string, debut: number, fin: number): NoeudEnLigne[] {
  if (debut === 0 && fin === lu.length) return [noeud]
  // Les mots de la source, quand la typographie n'en a changé que les espaces.
  const source = noeud.type === 'text' && noeud.text.length === lu.length ? noeud.text : lu
  const text = source.slice(debut, fin)
  const marks = noeud.type === 'hardBreak' ? undefined : noeud.marks
  return text ? [{ type: 'text', text, ...(marks ? { marks } : {}) }] : []
}

/** Avance dans les nœuds lus, qui ne sont que du texte et des retours à la ligne. */
function lecteurDe(noeuds: readonly NoeudEnLigne[]) {
  return coupeurLu(
    noeuds,
    noeuds.map((n) => (n.type === 'text' ? n.text : n.type === 'hardBreak' ? '\n' : '')),
  )
}
const coupeurLu = (noeuds: readonly NoeudEnLigne[], lus: readonly string[]) => {
  const avancer = coupeurDe(noeuds, lus)
  return (longueur: number) => avancer(longueur, true)
}

const cleDesMarques = (m?: readonly Marque[]): string =>
  (m ?? [])
    .map((x) => x.type)
    .sort()
    .join()

function fondre(noeuds: readonly NoeudEnLigne[]): NoeudEnLigne[] {
  const sortie: NoeudEnLigne[] = []
  for (const n of noeuds) {
    const dernier = sortie.at(-1)
    if (
      n.type === 'text' &&
      dernier?.type === 'text' &&
      cleDesMarques(n.marks) === cleDesMarques(dernier.marks)
    )
      sortie[sortie.length - 1] = { ...dernier, text: dernier.text + n.text }
    else sortie.push(n)
  }
  return sortie
}

const texteLu = (bloc: BlocContenu, lire: LireNoeuds): string => {
  if (bloc.type === 'paragraph') return lire(bloc.content ?? []).join('')
  if (bloc.type === 'table')
    return bloc.content
      .flatMap((l) => l.content.flatMap((c) => c.content.map((b) => texteLu(b, lire))))
      .join('')
  return bloc.content.flatMap((e) => e.content.map((b) => texteLu(b, lire))).join('')
}

/** Un bloc nouveau recevra son identifiant au nettoyage. */
const sansId = (bloc: BlocContenu): BlocContenu =>
  ({ ...bloc, attrs: { ...bloc.attrs, id: '' } }) as BlocContenu
