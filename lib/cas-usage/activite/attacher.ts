import { nouvelId } from '../../bd/identifiants'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'

type Bout = { acteId: string; conventionId: string; reference: string }

/**
 * Rattache une activité partagée à un cadre sous le numéro suivant de celui-ci. Le cadre reste verrouillé jusqu'au commit :
 * deux rattachements simultanés se suivent, et un numéro retiré garde sa ligne, donc ne resert jamais. L'appelant a
 * vérifié les droits, les parties, et que rien ne les rattache déjà.
 */
export async function attacher(
  contexte: Contexte,
  activite: Bout,
  cadre: Bout,
): Promise<{ rattachementId: string; numero: number }> {
  const { tx, acteur, maintenant } = contexte
  await tx.$queryRaw`SELECT 1 FROM convention WHERE id = ${cadre.conventionId}::uuid FOR UPDATE`
  const dernier = await tx.rattachementConvention.aggregate({
    where: { cadreId: cadre.conventionId },
    _max: { numero: true },
  })
  const numero = (dernier._max.numero ?? 0) + 1
  const id = nouvelId(maintenant.getTime())
  await tx.rattachementConvention.create({
    data: {
      id,
      conventionId: activite.conventionId,
      cadreId: cadre.conventionId,
      numero,
      creeLe: maintenant,
      creePar: acteur.utilisateurId || null,
    },
  })
  for (const [acte, autre] of [
    [activite, cadre],
    [cadre, activite],
  ] as const)
    await journaliser(contexte, {
      acteId: acte.acteId,
      evenement: 'activite-rattachee',
      donnees: { numero, autre: autre.reference, cadre: acte === cadre },
    })
  return { rattachementId: id, numero }
}
