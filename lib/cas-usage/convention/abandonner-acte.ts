import type { z } from 'zod'
import { peutAbandonner } from '../../domaine/acte/droits'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerActe, refusDEcriture } from './charger-acte'
import type { schemaAbandonner } from './saisies'

/** Abandonne un acte non signé, avec son motif. Sa référence n'est pas réutilisée et l'acte reste lisible. */
export async function abandonnerActe(
  contexte: Contexte,
  saisie: z.output<typeof schemaAbandonner>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActe(tx, acteur, saisie.acteId)
  if (!peutAbandonner(acteur, acte)) throw refusDEcriture(acteur, acte)
  const { count } = await tx.acte.updateMany({
    where: { id: acte.id, version: saisie.version, etape: acte.etape },
    data: { etape: 'ABANDONNEE', version: { increment: 1 }, modifieLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'acte-abandonne',
    donnees: { motif: saisie.motif },
  })
  return { version: saisie.version + 1 }
}
