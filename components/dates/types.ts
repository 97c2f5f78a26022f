import type { Cote } from '@/lib/domaine/acte/lettres'
import type { Reponse } from '@/lib/serveur/action'

export type SaisieDenonciation = {
  acteId: string
  version: number
  cote: Cote
  partieId: string | null
  motif: string
  envoyeeLe: string
  finDemandee: string | null
  preavisMois: number | null
  confirme: boolean
}
export type SaisieReception = {
  resiliationId: string
  version: number
  rang: number
  presenteeLe: string | null
  nonReclamee: boolean
  recueLe: string | null
  motif: string | null
}
export type SaisieRetrait = { resiliationId: string; version: number; motif: string; accord: string }

/** Actions de la page, données par `app`. */
export type ActionsDates = {
  denoncer: (s: SaisieDenonciation) => Promise<Reponse<{ resiliationId: string }>>
  noter: (s: SaisieReception) => Promise<Reponse<{ version: number; fin: string | null }>>
  retirer: (s: SaisieRetrait) => Promise<Reponse<{ version: number }>>
}
