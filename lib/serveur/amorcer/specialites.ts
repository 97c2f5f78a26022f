import 'server-only'
import { SPECIALITES } from '../../../prisma/socle/specialites'
import type { Tx } from '../../bd/client'

/** Ajoute les spécialités absentes ; n'altère jamais une ligne déjà là. */
export async function amorcerSpecialites(tx: Tx): Promise<void> {
  await tx.specialite.createMany({ data: [...SPECIALITES], skipDuplicates: true })
}
