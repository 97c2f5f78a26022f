import type { z } from 'zod'
import type {
  SaisieCreation,
  SaisieModification,
  schemaFermeture,
  schemaPartenariat,
  schemaRetraitPartenariat,
} from '@/lib/domaine/organisation/saisies-referentiel'
import type { Reponse } from '@/lib/serveur/action'

/** Les actions que les pages donnent aux écrans du référentiel. */
export type ActionsReferentiel = {
  creer: (saisie: SaisieCreation) => Promise<Reponse<unknown>>
  modifier: (saisie: SaisieModification) => Promise<Reponse<unknown>>
  fermer: (saisie: z.input<typeof schemaFermeture>) => Promise<Reponse<unknown>>
  relier: (saisie: z.input<typeof schemaPartenariat>) => Promise<Reponse<unknown>>
  delier: (saisie: z.input<typeof schemaRetraitPartenariat>) => Promise<Reponse<unknown>>
}
