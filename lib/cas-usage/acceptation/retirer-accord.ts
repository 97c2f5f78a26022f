import type { z } from 'zod'
import { chargerActeEnMain, exigerPassage } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import type { schemaRetirerAccord } from './saisies'
import { organisationsRepresentees } from './texte-a-accepter'

/**
 * Retire un accord tant que le texte se relit : il est gardé, mais ne compte plus. Retirer l'accord d'un article retire
 * aussi celui que l'organisation avait donné sur l'ensemble. Une fois le texte accepté de tous, il faut le rouvrir.
 */
export async function retirerAccord(
  contexte: Contexte,
  saisie: z.output<typeof schemaRetirerAccord>,
): Promise<{ retires: number }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerPassage(acteur, acte, 'accepter')
  const { count } = await tx.acceptation.updateMany({
    where: {
      acteId: acte.id,
      organisationId: { in: organisationsRepresentees(acteur, acte) },
      identite: { in: ['', ...saisie.identites] },
      retireeLe: null,
    },
    data: { retireeLe: maintenant },
  })
  const cible = saisie.identites.find((i) => i !== '')
  if (count)
    await journaliser(contexte, {
      acteId: acte.id,
      evenement: cible ? 'accord-retire' : 'ensemble-retire',
      cible,
      partage: true,
    })
  return { retires: count }
}
