import type { z } from 'zod'
import type { Contexte } from '../contexte'
import { chargerMesure, consigner, ecrireMesure } from './charger'
import type { schemaMesure, schemaMesureMotivee } from './saisies'

/** Fige une période close : validée, ou que l'autre côté n'a pas contestée dans les trente jours. Plus rien ne s'y écrit. */
export async function figerPeriode(
  contexte: Contexte,
  { mesureId, version }: z.output<typeof schemaMesure>,
): Promise<{ version: number }> {
  const m = await chargerMesure(contexte, mesureId, 'figer')
  const ecrite = await ecrireMesure(contexte, m, version, {
    figeeLe: contexte.maintenant,
    figeeParNom: contexte.acteur.nom,
  })
  await consigner(contexte, m, { evenement: 'periode-figee', motif: null })
  return ecrite
}

/** Rouvre une période figée, avec un motif qui reste au journal : chaque côté peut de nouveau corriger ou contester. */
export async function rouvrirPeriode(
  contexte: Contexte,
  { mesureId, version, motif }: z.output<typeof schemaMesureMotivee>,
): Promise<{ version: number }> {
  const m = await chargerMesure(contexte, mesureId, 'rouvrir')
  const ecrite = await ecrireMesure(contexte, m, version, { figeeLe: null, figeeParNom: null })
  await consigner(contexte, m, { evenement: 'periode-rouverte', motif })
  return ecrite
}
