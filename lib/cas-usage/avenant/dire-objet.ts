import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerProjet } from './projet'
import { redigerProjet } from './rediger-projet'
import type { schemaDireObjet } from './saisies'

/** Dit l'objet de l'avenant, montré dans les listes, et le motif que porte son considérant. */
export async function direObjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaDireObjet>,
): Promise<{ version: number }> {
  const { tx, maintenant } = contexte
  const p = await chargerProjet(contexte, saisie.acteId)
  const { count } = await tx.acte.updateMany({
    where: { id: p.acte.id, version: saisie.version },
    data: { titre: saisie.objet, version: { increment: 1 }, modifieLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await tx.projetAvenant.update({ where: { acteId: p.acte.id }, data: { motif: saisie.motif || null } })
  await redigerProjet(contexte, p)
  await journaliser(contexte, {
    acteId: p.acte.id,
    evenement: 'avenant-objet',
    donnees: { objet: saisie.objet, motif: saisie.motif },
  })
  return { version: saisie.version + 1 }
}
