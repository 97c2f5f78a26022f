import { rapprocher } from '../../domaine/texte/difference'
import { cleDeLecture } from '../../domaine/texte/mots'
import { fragmentsDuTitre, texteDuBloc } from '../texte/texte-du-document'
import type { Bloc, BlocListe, BlocParagraphe, BlocTableau, BlocTexte, Fragment } from './blocs'
import { tableauDuCircuit } from './circuit'
import {
  type Cote,
  comparerFragments,
  type Difference,
  fragmentsDuCote,
  marquer,
  sensDesFragments,
} from './comparer-fragments'
import { comparerTableaux } from './comparer-tableaux'

const textesDe = (bloc: Bloc): string => texteDuBloc(bloc).join('\n')
const memeLecture = (a: Bloc, b: Bloc): boolean =>
  a.genre === b.genre && cleDeLecture(textesDe(a)) === cleDeLecture(textesDe(b))

/**
 * Fond deux suites de blocs d'une même unité en une, ajouts et retraits marqués mot à mot. `coteDesBlocs` redonne chacune ;
 * un bloc qui se lit pareil des deux côtés revient tel que le nouveau texte l'écrit.
 */
export function comparerSuites(avant: readonly Bloc[], apres: readonly Bloc[]): Bloc[] {
  const [a, b] = [avant[0], apres[0]]
  // Un titre se compare à son titre, un paragraphe seul à l'autre, même quand il n'en reste presque rien.
  if (a?.genre === 'titre' && b?.genre === 'titre')
    return [...comparerDeux(a, b), ...comparerSuites(avant.slice(1), apres.slice(1))]
  if (a && b && avant.length === 1 && apres.length === 1 && a.genre === b.genre) return comparerDeux(a, b)
  // Le genre compte dans le rapprochement : un tableau ne se compare pas à un paragraphe.
  return rapprocher(avant, apres, (x) => `${x.genre} ${textesDe(x)}`, 0.34).flatMap((p) => {
    if (!p.avant) return p.apres ? [marquerBloc(p.apres, 'ajout')] : []
    return p.apres ? comparerDeux(p.avant, p.apres) : [marquerBloc(p.avant, 'retrait')]
  })
}

function comparerDeux(a: Bloc, b: Bloc): Bloc[] {
  if (memeLecture(a, b)) return [b]
  if (a.genre === 'titre' && b.genre === 'titre')
    return [{ ...b, numero: '', fragments: comparerFragments(fragmentsDuTitre(a), fragmentsDuTitre(b)) }]
  if (a.genre === 'circuit' && b.genre === 'circuit')
    return comparerDeux(tableauDuCircuit(a), tableauDuCircuit(b))
  // Un autre fichier : son nom et son empreinte se remplacent d'un bloc, ils ne se lisent pas mot à mot.
  if (a.genre === 'encart' && b.genre === 'encart')
    return [{ ...b, fragments: [...marquer(a.fragments, 'retrait'), ...marquer(b.fragments, 'ajout')] }]
  const texte = estTexte(a) && estTexte(b) ? comparerTextes(a, b) : null
  return texte ?? [marquerBloc(a, 'retrait'), marquerBloc(b, 'ajout')]
}

function comparerTextes(a: BlocTexte, b: BlocTexte): BlocTexte[] | null {
  if (a.genre === 'paragraphe' && b.genre === 'paragraphe') return [comparerParagraphes(a, b)]
  if (a.genre === 'liste' && b.genre === 'liste') return [comparerListes(a, b)]
  if (a.genre === 'tableau' && b.genre === 'tableau') return comparerTableaux(a, b, OUTILS)
  return null
}

function comparerParagraphes(a: BlocParagraphe, b: BlocParagraphe): BlocParagraphe {
  if (a.numero === b.numero) return { ...b, fragments: comparerFragments(a.fragments, b.fragments) }
  const { numero: _n, ...reste } = b
  return { ...reste, fragments: comparerFragments(avecNumero(a), avecNumero(b)) }
}

const avecNumero = (p: BlocParagraphe): Fragment[] =>
  p.numero ? [{ texte: `${p.numero}\u00a0` }, ...p.fragments] : p.fragments

function comparerListes(a: BlocListe, b: BlocListe): BlocListe {
  const elements = rapprocher(a.elements, b.elements, (e) => e.map(textesDe).join('\n'), 0.34).map(
    ({ avant, apres }): BlocTexte[] => {
      if (!avant) return (apres ?? []).map((x) => marquerTexte(x, 'ajout'))
      if (!apres) return avant.map((x) => marquerTexte(x, 'retrait'))
      return comparerContenus(avant, apres)
    },
  )
  return { ...b, elements }
}

/** Contenus d'un même élément ou d'une même cellule : un paragraphe seul se compare toujours à l'autre. */
function comparerContenus(avant: readonly BlocTexte[], apres: readonly BlocTexte[]): BlocTexte[] {
  const [a, b] = [avant[0], apres[0]]
  if (avant.length === 1 && apres.length === 1 && a && b) {
    const fondus = memeLecture(a, b) ? [b] : comparerTextes(a, b)
    if (fondus) return fondus
  }
  return comparerSuites(avant, apres).filter(estTexte)
}

const estTexte = (b: Bloc): b is BlocTexte =>
  b.genre === 'paragraphe' || b.genre === 'liste' || b.genre === 'tableau'

/** Marque un bloc entier, jusqu'à ses cellules. */
export function marquerBloc(bloc: Bloc, difference: Difference): Bloc {
  switch (bloc.genre) {
    case 'titre':
      return {
        ...bloc,
        numero: '',
        difference,
        fragments: marquer(fragmentsDuTitre(bloc), difference),
        ...(difference === 'retrait' ? { auSommaire: false, ancre: `${bloc.ancre}-avant` } : {}),
      }
    case 'encart':
      return { ...bloc, difference, fragments: marquer(bloc.fragments, difference) }
    case 'circuit':
      return marquerTexte(tableauDuCircuit(bloc), difference)
    case 'signatures':
    case 'graphique':
      return bloc
    default:
      return marquerTexte(bloc, difference)
  }
}

export function marquerTexte(bloc: BlocTexte, difference: Difference): BlocTexte {
  if (bloc.genre === 'liste')
    return {
      ...bloc,
      difference,
      elements: bloc.elements.map((e) => e.map((b) => marquerTexte(b, difference))),
    }
  if (bloc.genre === 'tableau')
    return {
      ...bloc,
      difference,
      lignes: bloc.lignes.map((l) =>
        l.map((c) => ({ ...c, blocs: c.blocs.map((b) => marquerTexte(b, difference)) })),
      ),
    }
  return marquerParagraphe(bloc, difference)
}

function marquerParagraphe(bloc: BlocParagraphe, difference: Difference): BlocParagraphe {
  const { numero: _n, ...reste } = bloc
  return { ...reste, difference, fragments: marquer(avecNumero(bloc), difference) }
}

const OUTILS = { texte: textesDe, comparerContenus, marquer: marquerTexte }

/** Les blocs d'un seul côté d'une fusion : les deux colonnes en sont tirées. */
export const coteDesBlocs = (blocs: readonly Bloc[], cote: Cote): Bloc[] =>
  blocs.flatMap((b): Bloc[] => {
    if (estTexte(b)) return coteDesTextes([b], cote)
    if (b.genre === 'circuit' || b.genre === 'signatures' || b.genre === 'graphique') return [b]
    if (b.difference === autre(cote)) return []
    return [{ ...b, fragments: fragmentsDuCote(b.fragments, cote) }]
  })

const autre = (cote: Cote): Difference => (cote === 'avant' ? 'ajout' : 'retrait')

function coteDesTextes(blocs: readonly BlocTexte[], cote: Cote): BlocTexte[] {
  return blocs.flatMap((b): BlocTexte[] => {
    if (b.difference === autre(cote)) return []
    if (b.genre === 'paragraphe') return [{ ...b, fragments: fragmentsDuCote(b.fragments, cote) }]
    if (b.genre === 'liste') {
      const elements = b.elements.filter((e) => differenceDe(e) !== autre(cote))
      return [{ ...b, elements: elements.map((e) => coteDesTextes(e, cote)) }]
    }
    return [coteDuTableau(b, cote)]
  })
}

function coteDuTableau(t: BlocTableau, cote: Cote): BlocTableau {
  const garde = (l: BlocTableau['lignes'][number]) => differenceDe(l.flatMap((c) => c.blocs)) !== autre(cote)
  return {
    ...t,
    lignesEnTete: t.lignes.slice(0, t.lignesEnTete).filter(garde).length,
    lignes: t.lignes.filter(garde).map((l) => l.map((c) => ({ ...c, blocs: coteDesTextes(c.blocs, cote) }))),
  }
}

/** Différence commune à tous ces blocs, ou rien. */
export function differenceDe(blocs: readonly BlocTexte[]): Difference | undefined {
  const [premier] = blocs
  return premier?.difference && blocs.every((b) => b.difference === premier.difference)
    ? premier.difference
    : undefined
}

/** Ce qu'un bloc dit, numéros d'unités mis à part : deux blocs de même sens ne diffèrent que par la renumérotation. */
export function sensDuBloc(bloc: Bloc): string {
  switch (bloc.genre) {
    case 'titre':
    case 'encart':
      return `${bloc.genre}|${sensDesFragments(bloc.fragments)}`
    case 'paragraphe':
      return `p|${sensDesFragments(bloc.fragments)}`
    case 'liste':
      return `l${bloc.ordonnee ? (bloc.debut ?? 1) : ''}|${bloc.elements.map((e) => e.map(sensDuBloc).join('¶')).join('•')}`
    case 'tableau':
      return `t|${bloc.lignes.map((l) => l.map((c) => c.blocs.map(sensDuBloc).join('¶')).join('¦')).join('—')}`
    default:
      return cleDeLecture(textesDe(bloc))
  }
}
