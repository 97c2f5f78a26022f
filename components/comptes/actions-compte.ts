import type { z } from 'zod'
import type {
  saisieDesignation,
  saisieFinHabilitation,
  saisieHabilitation,
  saisieJeton,
  saisieModification,
} from '@/lib/domaine/compte/saisies'
import type { Reponse } from '@/lib/serveur/action'

type Porte<S extends z.ZodType, T = unknown> = (saisie: z.input<S>) => Promise<Reponse<T>>

/** Les actions que la page donne à la fiche d'un compte. */
export type ActionsCompte = {
  emettreLien: Porte<typeof saisieJeton, { jeton: string; expireLe: string }>
  fermerCompte: Porte<typeof saisieDesignation>
  rouvrirCompte: Porte<typeof saisieDesignation>
  modifierCompte: Porte<typeof saisieModification>
  habiliter: Porte<typeof saisieHabilitation>
  finirHabilitation: Porte<typeof saisieFinHabilitation>
}
