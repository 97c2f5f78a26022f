import type { Reponse } from '@/lib/serveur/action'

export type SaisieSeance = { le: string; depotAvant: string; note: string }
type Designee = { seanceId: string; version: number }

/** Écritures du calendrier des séances, données par la page. */
export type ActionsSeances = {
  inscrireSeance: (s: SaisieSeance & { organisationId: string }) => Promise<Reponse<{ seanceId: string }>>
  corrigerSeance: (s: SaisieSeance & Designee) => Promise<Reponse<{ version: number }>>
  retirerSeance: (s: Designee) => Promise<Reponse<{ version: number }>>
}
