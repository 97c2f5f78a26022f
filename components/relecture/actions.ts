import type { DecisionRemarque, Passage } from '@/lib/domaine/acte/remarques'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import type { ConventionLue } from '@/lib/presentation/redaction/types'
import type { Reponse } from '@/lib/serveur/action'

/** Ce que la page donne à l'écran de relecture ; celle d'une personne invitée donne les siennes. */
export type ActionsRelecture = {
  ecrire: (s: {
    acteId: string
    identite: string | null
    lue: number | null
    passage: Passage | null
    interne: boolean
    texte: string
  }) => Promise<Reponse<{ remarqueId: string }>>
  proposer: (s: {
    acteId: string
    identite: string
    lue: number | null
    interne: boolean
    titre: string | null
    contenu: Contenu
    texte: string
  }) => Promise<Reponse<{ remarqueId: string }>>
  repondreAuFil: (s: { remarqueId: string; texte: string }) => Promise<Reponse<unknown>>
  decider: (s: {
    remarqueId: string
    version: number
    decision: DecisionRemarque
    motif: string
  }) => Promise<Reponse<unknown>>
  /** Absent pour qui n'écrit pas le texte. */
  retenirProposition?: (s: {
    remarqueId: string
    version: number
    indices: number[] | null
  }) => Promise<Reponse<{ retenues: number; total: number }>>
  /** L'acte au texte de la version lue, pour l'éditeur : chargé quand on propose, pas avant. */
  lireTexte: (reference: string) => Promise<Reponse<ConventionLue>>
  /** Absent pour qui n'accepte pas. */
  accepter?: (s: { acteId: string; versionId: string; identites: string[] }) => Promise<Reponse<unknown>>
}

/** Ce que chaque pièce de l'écran partage. */
export type PosteRelecture = {
  acteId: string
  reference: string
  /** Version montrée. */
  lue: number
  utilisateur: string
  droits: { ecrire: boolean; interne: boolean }
  actions: ActionsRelecture
}
