import type { PartieFigee, TexteFige } from '../acte/version'
import type { DateIso } from '../calendrier/dates'
import type { TexteDActe, UniteDActe } from '../texte/finalisation'
import { type Numero, parcourir } from '../texte/numerotation'
import type { GenreUnite } from '../texte/unites'
import type { EtatUnite } from './modifications'

/** Acte qui a changé quelque chose : de quoi écrire « modifié par l'avenant n° 2 du …, en vigueur le … ». */
export type Source = { acteId: string; rang: number; signeLe: DateIso; effetLe: DateIso }
/** Source d'un essai qui ne laisse pas de trace dans le texte en vigueur. */
export const A_BLANC: Source = { acteId: '', rang: 0, signeLe: '1900-01-01', effetLe: '1900-01-01' }

export type Trace = Source & {
  effet: 'modifie' | 'insere' | 'supprime' | 'retabli' | 'valeur' | 'partie' | 'terme'
  /** Paramètre changé, quand l'unité n'a changé que par lui. */
  cle?: string
}

/** Unité du texte en vigueur. Supprimée, elle garde sa place et son numéro : rien ne se renumérote. */
export type UniteEnVigueur = UniteDActe & { supprimee: boolean; traces: readonly Trace[] }

/** Numéro qu'un avenant signé a donné à ce qu'il insère. */
export type NumeroPris = { identite: string; genre: GenreUnite; nu: string; source: Source }

/** État de la chaîne à une date : le texte, ses numéros, ses parties et son dernier jour. */
export type EtatDeLaChaine = Omit<TexteDActe, 'unites'> & {
  unites: readonly UniteEnVigueur[]
  numeros: Readonly<Record<string, Numero>>
  /** Numéros imprimés par des avenants signés, en vigueur ou non : aucun projet ne les reprend. */
  numerosPris?: readonly NumeroPris[]
  parties: readonly PartieFigee[]
  /** Dernier jour, inclus ; `null` quand il n'est pas connu. */
  fin: DateIso | null
  tracesValeurs: Readonly<Record<string, readonly Trace[]>>
  tracesTerme: readonly Trace[]
  tracesParties: readonly Trace[]
}

/**
 * L'acte initial, tel qu'il a été signé : le point de départ de toute consolidation. Une unité dont le parent manque, que
 * nul ne lit, n'y entre pas.
 */
export function etatInitial(texte: TexteFige, fin: DateIso | null): EtatDeLaChaine {
  return {
    titre: texte.titre,
    comparutions: texte.comparutions,
    unites: parcourir(texte.unites).map((u) => ({ ...u, omise: false, supprimee: false, traces: [] })),
    definitions: texte.definitions,
    valeurs: texte.valeurs,
    numeros: texte.numeros,
    parties: texte.parties,
    fin,
    tracesValeurs: {},
    tracesTerme: [],
    tracesParties: [],
  }
}

export const etatDeLUnite = (u: UniteDActe): EtatUnite => ({
  genre: u.genre,
  titre: u.titre,
  contenu: u.contenu,
  annexe: u.annexe ?? null,
  fichier: u.fichier ?? null,
})

/** Unités en vigueur seulement, pour les contrôles et les rendus qui ne montrent pas les suppressions. */
export const texteVivant = (e: EtatDeLaChaine): TexteDActe => ({
  titre: e.titre,
  comparutions: e.comparutions,
  unites: e.unites.map((u) => ({ ...u, omise: u.supprimee })),
  definitions: e.definitions,
  valeurs: e.valeurs,
})
