import 'server-only'
import type { z } from 'zod'
import { avecActeur } from '../bd/transaction'
import { activerCompte } from '../cas-usage/compte/activer-compte'
import type { saisieActivation } from '../domaine/compte/saisies'
import { connecter } from './auth'
import { oublierEssai } from './tentatives'

/**
 * Choisit le mot de passe, lève l'attente du compte (le lien prouve le titulaire) et ouvre la session. Si elle ne
 * s'ouvre pas, le mot de passe est choisi quand même : faux, et l'écran mène à la connexion.
 */
export async function activer(saisie: z.output<typeof saisieActivation>, maintenant: Date): Promise<boolean> {
  const { courriel } = await avecActeur(null, (tx) => activerCompte({ tx, maintenant }, saisie))
  await oublierEssai(courriel, null)
  return connecter(courriel, saisie.nouveau).then(
    () => true,
    () => false,
  )
}
