import type { ActionsRedaction } from '@/components/redaction/actions'
import type { NatureTerme } from '@/lib/domaine/avenant/modifications'
import type { Forme } from '@/lib/domaine/avenant/rediger'
import type { ProjetDit } from '@/lib/presentation/avenant/projet'
import type { Reponse } from '@/lib/serveur/action'

/** Ce que la page donne à l'atelier d'un avenant, en plus des gestes de rédaction. */
export type ActionsAvenant = ActionsRedaction & {
  inserer: (s: {
    acteId: string
    genre: 'article' | 'sous-article' | 'annexe'
    parent: string | null
    apres: string | null
    titre: string
  }) => Promise<Reponse<{ identite: string; version: number }>>
  choisirForme: (s: {
    acteId: string
    cible: string
    version: number
    forme: Forme | null
  }) => Promise<Reponse<unknown>>
  changerTerme: (s: {
    acteId: string
    version: number
    terme: { nature: NatureTerme; fin: string } | null
  }) => Promise<Reponse<unknown>>
  actualiser: (s: { acteId: string }) => Promise<Reponse<unknown>>
  /** Rédaction de l'avenant et ce qui le gêne, à cet instant. */
  relireProjet: (reference: string) => Promise<Reponse<ProjetDit>>
}
