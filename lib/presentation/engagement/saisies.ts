import type { Promesse, Recurrence } from '../../domaine/engagement/declaration'
import type { Debiteur, Theme } from '../../domaine/engagement/themes'

/** Ce que les formulaires envoient ; le serveur le relit par son schéma. */
export type SaisieDeConstat = {
  engagementId: string
  version: number
  portee: string | null
  le: string
  preuve: string
}
export type SaisieDeReglage = {
  engagementId: string
  version: number
  seuil: number
  part: number | null
  referentHopital: string | null
  referentCentre: string | null
  personneHopital: string | null
  personneCentre: string | null
}
export type SaisieDAjout = {
  acteId: string
  libelle: string
  motif: string
  theme: Theme
  debiteur: Debiteur
  promesse: Promesse
  recurrence: Recurrence | null
  depuis: string
}
