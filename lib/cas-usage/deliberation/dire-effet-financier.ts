import type { z } from 'zod'
import { estRedacteur } from '../../domaine/acte/droits'
import { ETAPES_DU_TEXTE_ARRETE } from '../../domaine/acte/etapes'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { porterCouverture } from './porter-couverture'
import type { schemaEffetFinancier } from './saisies'

/**
 * La direction dit si un avenant a un effet financier : une délibération antérieure peut alors le couvrir. Refuse une
 * convention, qui se vote toujours, et un acte déjà envoyé à la signature.
 */
export async function direEffetFinancier(
  contexte: Contexte,
  saisie: z.output<typeof schemaEffetFinancier>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  if (!estRedacteur(acteur, acte)) throw new ErreurMetier('ROLE_INSUFFISANT')
  if (acte.genre !== 'AVENANT' || ['A_SIGNER', 'SIGNEE', 'ABANDONNEE'].includes(acte.etape))
    throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const { count } = await tx.acte.updateMany({
    where: { id: acte.id, version: saisie.version, etape: acte.etape },
    data: { effetFinancier: saisie.effetFinancier, version: { increment: 1 }, modifieLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'effet-financier-dit',
    partage: acte.partage,
    donnees: { effetFinancier: saisie.effetFinancier },
  })
  if (ETAPES_DU_TEXTE_ARRETE.includes(acte.etape)) await porterCouverture(contexte, acte.id)
  return { version: saisie.version + 1 }
}
