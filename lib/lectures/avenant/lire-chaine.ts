import 'server-only'
import { type Chaine, chargerChaine } from '../../bd/chaine'
import { avecActeur } from '../../bd/transaction'
import { lireReference } from '../../domaine/acte/reference'
import type { Acteur } from '../../domaine/organisation/acteur'
import { type ConventionLue, lireConvention } from '../convention/lire-convention'

export type ChaineLue = { convention: ConventionLue; chaine: Chaine }

/**
 * Convention signée et sa chaîne, pour qui peut la lire : de quoi consolider à n'importe quelle date. `null` si elle est
 * inconnue ou interdite, pas encore signée, ou connue seulement par son scan. Une référence d'avenant n'en est pas une.
 */
export async function lireChaine(
  acteur: Acteur,
  reference: string,
  maintenant: Date,
): Promise<ChaineLue | null> {
  if (lireReference(reference)?.rang !== 0) return null
  const convention = await lireConvention(acteur, reference, maintenant)
  if (convention?.etape !== 'SIGNEE') return null
  const chaine = await avecActeur(acteur, (tx) => chargerChaine(tx, convention.conventionId))
  return chaine?.initial.transcrit ? { convention, chaine } : null
}
