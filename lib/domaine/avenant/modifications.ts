import type { PartieFigee } from '../acte/version'
import type { DateIso } from '../calendrier/dates'
import type { BlocContenu, Contenu } from '../texte/contenu'
import { canoniser, sha256 } from '../texte/empreinte'
import type { Numero } from '../texte/numerotation'
import type { DefinitionParametre, ValeurParametre } from '../texte/parametres'
import type { DetailAnnexe, FormulaireJoint, GenreUnite } from '../texte/unites'

/** Ce qu'une unité dit, sans sa place : ce qu'un avenant remplace. */
export type EtatUnite = {
  genre: GenreUnite
  titre: string | null
  contenu: Contenu
  annexe: DetailAnnexe | null
  fichier: FormulaireJoint | null
}

/** Place d'une unité insérée : sous quel parent, après quelle sœur (`null` : en tête), et le numéro qu'elle prend. */
export type PlaceUnite = { parent: string | null; apres: string | null; numero: Numero }

/** Un côté et l'autre d'un changement ; le départ doit se retrouver tel quel dans le texte en vigueur. */
export type Changement<T> = { depart: T; voulu: T }

/** Changement d'un bloc d'une unité. Le départ est une empreinte : un bloc changé depuis n'est jamais écrasé. */
export type OperationBloc =
  | { genre: 'remplacer'; id: string; depart: string; voulu: BlocContenu }
  | { genre: 'supprimer'; id: string; depart: string }
  | { genre: 'inserer'; apres: string | null; voulu: BlocContenu }

export const NATURES_TERME = ['prolongation', 'renouvellement'] as const
export type NatureTerme = (typeof NATURES_TERME)[number]

/** Désignation d'une partie, sans la ligne de l'acte qui la porte. */
export type PartieDesignee = Omit<PartieFigee, 'partieId' | 'role'>

/**
 * Une modification du texte en vigueur : l'effet d'un avenant, tel qu'il est voté et figé avec lui. Sa rédaction s'en
 * déduit (`libeller`), jamais l'inverse.
 */
export type Modification =
  | {
      genre: 'texte'
      identite: string
      titre?: Changement<string | null>
      blocs: readonly OperationBloc[]
      annexe?: Changement<DetailAnnexe | null>
      fichier?: Changement<FormulaireJoint | null>
    }
  | { genre: 'insertion'; identite: string; place: PlaceUnite; etat: EtatUnite }
  | { genre: 'suppression'; identite: string; depart: string }
  | { genre: 'retablissement'; identite: string; etat: EtatUnite }
  | {
      genre: 'valeur'
      cle: string
      depart: ValeurParametre | null
      voulu: ValeurParametre | null
      /** Définition d'un paramètre que la chaîne n'avait pas. */
      definition?: DefinitionParametre
    }
  | {
      genre: 'partie'
      role: PartieFigee['role']
      /** Rang du gestionnaire dans un acte groupé, à partir de 2 ; absent pour le premier. */
      rang?: number
      depart: PartieDesignee
      voulu: PartieDesignee
    }
  | { genre: 'terme'; nature: NatureTerme; depart: DateIso | null; voulu: DateIso }

export type GenreModification = Modification['genre']

/** Cible d'une partie : « partie:GESTIONNAIRE », puis « partie:GESTIONNAIRE:2 » dans un acte groupé. */
export const ciblePartie = (role: PartieFigee['role'], rang = 1): string =>
  rang > 1 ? `partie:${role}:${rang}` : `partie:${role}`

/** Ce qu'une modification touche : deux projets qui ont une cible commune se le disent. */
export function cibleDe(m: Modification): string {
  switch (m.genre) {
    case 'valeur':
      return `valeur:${m.cle}`
    case 'partie':
      return ciblePartie(m.role, m.rang)
    case 'terme':
      return 'terme'
    default:
      return `unite:${m.identite}`
  }
}

const sansIds = (v: unknown): string => canoniser(v).replace(/"id":"[^"]*",?/g, '')

/** Empreinte d'un bloc tel qu'il se lit : ses identifiants n'y entrent pas. */
export const empreinteBloc = (bloc: BlocContenu): string => sha256(sansIds(bloc))

/** Empreinte d'une unité telle qu'elle se lit, hors de sa place. */
export const empreinteEtat = (e: EtatUnite): string =>
  sha256(
    sansIds({ titre: e.titre, contenu: e.contenu, annexe: e.annexe ?? null }) + (e.fichier?.empreinte ?? ''),
  )

/** Vrai quand deux valeurs simples (titre, annexe, désignation, paramètre) se lisent pareil. */
export const memeValeur = (a: unknown, b: unknown): boolean => canoniser(a ?? null) === canoniser(b ?? null)
