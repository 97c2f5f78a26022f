import type { SaisieDAjout, SaisieDeConstat, SaisieDeReglage } from '@/lib/presentation/engagement/saisies'
import type { Reponse } from '@/lib/serveur/action'

export type GestesEngagement = {
  constater: (s: SaisieDeConstat) => Promise<Reponse<{ version: number }>>
  regler: (s: SaisieDeReglage) => Promise<Reponse<{ version: number }>>
}
export type GesteAjout = (s: SaisieDAjout) => Promise<Reponse<{ engagementId: string }>>
