import type { z } from 'zod'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerProjet } from './projet'
import { redigerProjet } from './rediger-projet'
import type { schemaActualiserBase } from './saisies'

/**
 * Reprend le projet sur le texte en vigueur d'aujourd'hui. Ce qui s'y applique encore est repris, ce qui y est déjà tombe,
 * le reste est arrêté et nommé. Sans changement du texte, rien ne bouge.
 */
export async function actualiserBase(
  contexte: Contexte,
  saisie: z.output<typeof schemaActualiserBase>,
): Promise<{ arretees: string[]; rebasees: number }> {
  const p = await chargerProjet(contexte, saisie.acteId)
  const { arretees, rebasees } = await redigerProjet(contexte, p)
  if (rebasees)
    await journaliser(contexte, {
      acteId: p.acte.id,
      evenement: 'base-actualisee',
      donnees: { reprises: rebasees - arretees.length, arretees: arretees.length },
    })
  return { arretees, rebasees }
}
