import type { z } from 'zod'
import type { Contexte } from '../contexte'
import { chargerMesure, consigner, ecrireMesure } from './charger'
import type { schemaMesureMotivee } from './saisies'

/**
 * Maintient une mesure contestée, en disant pourquoi. Elle reste contestée, donc à l'ordre du jour du comité, tant que
 * l'autre côté ne la valide pas.
 */
export async function maintenirMesure(
  contexte: Contexte,
  { mesureId, version, motif }: z.output<typeof schemaMesureMotivee>,
): Promise<{ version: number }> {
  const m = await chargerMesure(contexte, mesureId, 'maintenir')
  const ecrite = await ecrireMesure(contexte, m, version, {
    reponseMotif: motif,
    reponseLe: contexte.maintenant,
    reponseParNom: contexte.acteur.nom,
  })
  await consigner(contexte, m, { evenement: 'mesure-maintenue', motif })
  return ecrite
}
