import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { chargerDemande, datee, exigerCoherence } from './charger'
import { ecrireDemande } from './ecrire'
import { consigner } from './journal'
import { recalculer } from './recalculer'
import type { schemaCompleter } from './saisies'

const COMPLETABLES = ['degreRetenu', 'repondueLe', 'rendezVousLe', 'issue'] as const
const memeValeur = (a: Date | string | null, b: Date | string | null): boolean =>
  (a instanceof Date ? a.getTime() : a) === (b instanceof Date ? b.getTime() : b)

/**
 * Écrit ce qui manquait : réponse, rendez-vous, degré retenu, issue. Ce qui est déjà écrit ne se récrit pas ainsi
 * (DEMANDE_CLOSE) : cela se corrige, et l'ancienne valeur reste.
 */
export async function completerDemande(
  contexte: Contexte,
  { demandeId, version, ...suite }: z.output<typeof schemaCompleter>,
): Promise<{ version: number }> {
  const avant = await chargerDemande(contexte, demandeId, version)
  const recrite = COMPLETABLES.some((c) => avant[c] !== null && !memeValeur(avant[c], suite[c]))
  const nouvelle = COMPLETABLES.some((c) => avant[c] === null && suite[c] !== null)
  if (recrite || !nouvelle) throw new ErreurMetier('DEMANDE_CLOSE')
  const demande = { ...datee(avant), ...suite }
  await exigerCoherence(contexte, demande)
  await ecrireDemande(contexte, avant, demande)
  await recalculer(contexte, avant, [demande])
  await consigner(contexte, avant.centreId, 'demandes-completees')
  return { version: version + 1 }
}
