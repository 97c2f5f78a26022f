import type { Reponse } from '@/lib/serveur/action'

/** Ce qu'envoie l'écran ; la liste des valeurs permises est tenue par le serveur. */
export type ValeursDemande = {
  centreId: string
  siteId: string
  nature: 'imagerie' | 'consultation' | 'orientation-hdj'
  examen: string
  specialite: string | null
  degreDemande: Degre
  degreRetenu: Degre | null
  canal: 'telephone' | 'messagerie-securisee' | 'plateforme' | 'courriel' | 'telecopie' | 'courrier'
  /** « 2026-11-22T09:30 », heure de Paris. */
  demandeeLe: string
  repondueLe: string | null
  rendezVousLe: string | null
  issue: 'donnee' | 'reorientee' | 'refusee' | 'autrement' | null
}
export type Degre = 'urgent' | 'semi-urgent' | 'non-urgent'
export type Complement = Pick<ValeursDemande, 'degreRetenu' | 'repondueLe' | 'rendezVousLe' | 'issue'>
type Cible = { demandeId: string; version: number }

export type ActionsDemandes = {
  inscrire: (saisie: ValeursDemande) => Promise<Reponse<{ demandeId: string }>>
  completer: (saisie: Complement & Cible) => Promise<Reponse<{ version: number }>>
  corriger: (saisie: ValeursDemande & Cible) => Promise<Reponse<{ version: number }>>
  retirer: (saisie: Cible) => Promise<Reponse<void>>
}

export type Option = { valeur: string; libelle: string }
/** Listes de la page, prêtes pour des choix natifs. */
export type Listes = {
  centres: Option[]
  sites: Option[]
  specialites: Option[]
  examens: Option[]
}

type ChampImport =
  | 'demandeeLe'
  | 'nature'
  | 'examen'
  | 'specialite'
  | 'degreDemande'
  | 'degreRetenu'
  | 'canal'
  | 'repondueLe'
  | 'rendezVousLe'
  | 'issue'
  | 'centre'
  | 'site'
export type ActionsImport = {
  deposer: (formulaire: FormData) => Promise<Reponse<{ lotId: string }>>
  lancer: (saisie: {
    lotId: string
    version: number
    geste: 'essayer' | 'importer'
    correspondance: Record<string, ChampImport | null>
    doublons: boolean
  }) => Promise<Reponse<{ tacheId: string }>>
  annuler: (saisie: { lotId: string; version: number }) => Promise<Reponse<{ tacheId: string }>>
}
