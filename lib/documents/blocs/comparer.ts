import { alignerSansDeplacement, alignerTextes, type UniteAlignee } from '../../domaine/acte/comparer'
import type { TexteDActe } from '../../domaine/texte/finalisation'
import type { Numero } from '../../domaine/texte/numerotation'
import type { GenreUnite } from '../../domaine/texte/unites'
import { typographier } from '../../presentation/typographie'
import type { Bloc, BlocTitre } from './blocs'
import { comparerSuites, marquerBloc, sensDuBloc } from './comparer-blocs'
import { blocsUnite, enClair, fragmentsDeBalise, preparerResolution, type Resolution } from './construire'

export { coteDesBlocs } from './comparer-blocs'
export type { Cote } from './comparer-fragments'

export type SortUnite = 'inchangee' | 'modifiee' | 'ajoutee' | 'retiree'

/** Ce qu'une unité est devenue d'un texte à l'autre, avec les mots fondus des deux. */
export type UniteComparee = {
  /** Identité de l'unité ; `titre` et `parties` pour ce qui précède les unités. */
  cle: string
  genre: GenreUnite | 'titre' | 'parties'
  sort: SortUnite
  deplacee: boolean
  /** Son numéro, ou celui d'un article qu'elle cite, a changé sans que ses mots changent. */
  renumerotee: boolean
  numeroAvant: Numero | null
  numeroApres: Numero | null
  /** Titre lu, du nouveau texte quand il existe. */
  titre: string
  blocs: Bloc[]
}

export type TexteAComparer = TexteDActe & { numeros?: Readonly<Record<string, Numero>> }

/**
 * Compare deux textes tels qu'on les lit : valeurs écrites dans la phrase, listes, tableaux, circuits et formulaires
 * compris. Dans l'ordre de lecture du nouveau ; un texte comparé à lui-même ne montre rien.
 */
export function comparerTextes(
  avant: TexteAComparer,
  apres: TexteAComparer,
  options: {
    /** Une unité déplacée est retirée d'où elle était et ajoutée où elle est : refuser redonne l'ancien texte. */
    deplacementsEntiers?: boolean
  } = {},
): UniteComparee[] {
  const aligner = options.deplacementsEntiers ? alignerSansDeplacement : alignerTextes
  const [ra, rb] = [preparerResolution(avant), preparerResolution(apres)]
  return [
    pseudoUnite('titre', titreEnBlocs(ra), titreEnBlocs(rb)),
    pseudoUnite('parties', partiesEnBlocs(ra), partiesEnBlocs(rb)),
    ...aligner(avant, apres).map((u) => uniteComparee(u, ra, rb)),
  ]
}

const titreEnBlocs = (r: Resolution): Bloc[] => [
  { genre: 'paragraphe', style: 'centre', fragments: fragmentsDeBalise(r, r.texte.titre) },
]
const partiesEnBlocs = (r: Resolution): Bloc[] =>
  r.texte.comparutions.map((balise) => ({
    genre: 'paragraphe',
    style: 'partie',
    fragments: fragmentsDeBalise(r, balise),
  }))

function pseudoUnite(cle: 'titre' | 'parties', avant: Bloc[], apres: Bloc[]): UniteComparee {
  return {
    cle,
    genre: cle,
    sort: sensDe(avant) === sensDe(apres) ? 'inchangee' : 'modifiee',
    deplacee: false,
    renumerotee: false,
    numeroAvant: null,
    numeroApres: null,
    titre: cle === 'titre' ? 'Titre' : 'Parties',
    blocs: comparerSuites(avant, apres),
  }
}

const sensDe = (blocs: readonly Bloc[]): string => blocs.map(sensDuBloc).join('\n')

function uniteComparee(u: UniteAlignee, ra: Resolution, rb: Resolution): UniteComparee {
  const avant = u.avant ? blocsUnite(ra, u.avant) : []
  const apres = u.apres ? blocsUnite(rb, u.apres) : []
  const base = {
    cle: u.identite,
    genre: (u.apres ?? u.avant)?.genre ?? 'article',
    numeroAvant: u.numeroAvant,
    numeroApres: u.numeroApres,
    titre: titreDe(apres) || titreDe(avant),
  }
  if (!u.avant) return { ...base, ...fixe('ajoutee'), blocs: apres.map((b) => marquerBloc(b, 'ajout')) }
  if (!u.apres) return { ...base, ...fixe('retiree'), blocs: avant.map((b) => marquerBloc(b, 'retrait')) }
  const blocs = comparerSuites(avant, apres)
  const modifiee = sensDe(avant) !== sensDe(apres)
  return {
    ...base,
    sort: modifiee ? 'modifiee' : 'inchangee',
    deplacee: u.deplacee,
    renumerotee: u.renumerotee || (!modifiee && blocs.some(porteDifference)),
    blocs,
  }
}

const fixe = (sort: SortUnite) => ({ sort, deplacee: false, renumerotee: false })

/** Le titre sans son numéro, ou le début du texte d'une unité qui n'en a pas. */
function titreDe(blocs: readonly Bloc[]): string {
  const titre = blocs.find((b): b is BlocTitre => b.genre === 'titre')
  if (titre) return enClair(titre.fragments)
  const [premier] = blocs
  const texte = premier?.genre === 'paragraphe' ? enClair(premier.fragments) : ''
  return texte.length > 60 ? typographier(`${texte.slice(0, 57).replace(/\s+\S*$/, '')}…`) : texte
}

/** Vrai si une différence, même d'un numéro, se voit dans ce bloc. */
export function porteDifference(bloc: Bloc): boolean {
  if (bloc.genre === 'signatures' || bloc.genre === 'circuit' || bloc.genre === 'graphique') return false
  if (bloc.difference) return true
  if (bloc.genre === 'liste') return bloc.elements.some((e) => e.some(porteDifference))
  if (bloc.genre === 'tableau') return bloc.lignes.some((l) => l.some((c) => c.blocs.some(porteDifference)))
  return bloc.fragments.some((f) => f.difference)
}

/** Vrai si l'unité a changé de mots ou de place ; une simple renumérotation se dit à part. */
export const aChange = (u: UniteComparee): boolean => u.sort !== 'inchangee' || u.deplacee
