import type { CodeErreur, DetailsErreur } from '@/lib/domaine/erreurs'

/** Ce qu'on enregistre séparément : « unite:… », « parametre:… » ou « partie:… ». */
export type Cible = string

/** Une saisie pas encore enregistrée, gardée sur l'appareil jusqu'à ce que le serveur l'ait. */
export type Entree = {
  cle: string
  utilisateur: string
  acteId: string
  cible: Cible
  /** Version du serveur sur laquelle la personne écrivait, et ce qu'elle y lisait. */
  versionBase: number
  base: unknown
  saisie: unknown
  noteLe: number
}

/** Lieu où les saisies attendent : l'appareil, jamais le serveur. */
export type Stockage = {
  lire: (utilisateur: string, acteId: string) => Promise<Entree[]>
  ecrire: (entree: Entree) => Promise<void>
  supprimer: (cle: string) => Promise<void>
}

export type Envoi = { ok: true; version: number } | { ok: false; code: CodeErreur; details: DetailsErreur }
export type Courant = { version: number; valeur: unknown; auteur: string | null }

/** Ce que le tampon demande à la page. */
export type Liaison = {
  envoyer: (cible: Cible, version: number, saisie: unknown) => Promise<Envoi>
  /** État du serveur, pour dire ce que l'autre a changé ; `null` si la cible n'existe plus. */
  relire: (cible: Cible) => Promise<Courant | null>
  /** Deux valeurs qui se lisent pareil (identifiants de blocs mis à part). */
  memes: (cible: Cible, a: unknown, b: unknown) => boolean
  /** Vrai si l'erreur dit que le serveur a été reconstruit depuis l'ouverture de la page. */
  estServeurChange: (erreur: unknown) => boolean
}

export type EtatCible =
  | { genre: 'enregistre'; le: number }
  | { genre: 'attente' }
  | { genre: 'envoi' }
  | { genre: 'hors-ligne' }
  | { genre: 'conflit'; leur: Courant; base: unknown }
  | { genre: 'refus'; code: CodeErreur; details: DetailsErreur }

/** Ce qui empêche tout envoi, quelle que soit la cible. */
export type Obstacle = 'aucun' | 'hors-ligne' | 'session' | 'serveur-change'

export type Instantane = {
  obstacle: Obstacle
  etats: ReadonlyMap<Cible, EtatCible>
  /** Saisies pas encore enregistrées. */
  saisies: ReadonlyMap<Cible, unknown>
  dernierEnregistrement: number | null
  /** Faux si l'appareil refuse de garder les saisies (navigation privée, disque plein). */
  garde: boolean
}
