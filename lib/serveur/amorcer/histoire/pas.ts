import 'server-only'
import type { Contexte } from '../../../cas-usage/contexte'
import type { DocumentNeutre } from '../../../documents/blocs/blocs'

/** Identifiants que les pas se transmettent : l'acte d'un chapitre, son envoi en cours. */
export type Fil = Readonly<Record<string, string>>

/** Qui agit : un compte de démonstration, par le début de son adresse. */
export type Compte = string

/** Ce qu'un geste fait dans sa transaction ; il rend ce qu'il ajoute au fil. */
export type Geste = (contexte: Contexte, fil: Fil, piece: Uint8Array) => Promise<Fil | undefined>

/**
 * Un moment de l'histoire, joué une seule fois. `geste` tient dans une transaction, qui note aussi l'avancement ; `piece`
 * est le document qu'il dépose, mis en page avant elle. `fabriquer` nomme l'envoi à mettre en page : hors transaction, et
 * recommençable.
 */
export type Pas = {
  /** Instant où il est censé se passer : tout ce qu'il écrit porte cette date. */
  le: Date
  qui: Compte
} & ({ geste: Geste; piece?: (fil: Fil) => DocumentNeutre } | { fabriquer: (fil: Fil) => string })

/** Dix heures du matin (temps universel) de ce jour : le même jour à Paris, été comme hiver. */
export const leMatin = (jour: string, minutes = 0): Date =>
  new Date(Date.parse(`${jour}T10:00:00Z`) + minutes * 60_000)

/** L'identifiant que le fil porte sous ce nom. */
export function duFil(fil: Fil, nom: string): string {
  const id = fil[nom]
  if (!id) throw new Error(`L’histoire de démonstration a perdu le fil : ${nom}`)
  return id
}
