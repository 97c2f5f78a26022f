import type { z } from 'zod'
import type { Contexte } from '../contexte'
import { chargerMesure, consigner, ecrireMesure } from './charger'
import type { schemaMesure } from './saisies'

/** Valide ce que l'autre côté a saisi. Une contestation, levée par qui l'a faite, reste lisible avec la mesure. */
export async function validerMesure(
  contexte: Contexte,
  { mesureId, version }: z.output<typeof schemaMesure>,
): Promise<{ version: number }> {
  const m = await chargerMesure(contexte, mesureId, 'valider')
  const ecrite = await ecrireMesure(contexte, m, version, {
    etat: 'VALIDEE',
    valideeLe: contexte.maintenant,
    valideeParNom: contexte.acteur.nom,
  })
  await consigner(contexte, m, { evenement: 'mesure-validee', motif: null })
  return ecrite
}
