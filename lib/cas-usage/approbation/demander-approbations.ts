import { nouvelId } from '../../bd/identifiants'
import type { ApprobationDemandee } from '../../domaine/texte/modele-source'
import type { ActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'

/**
 * Écrit les avis et accords que le modèle demande sur ce texte voté, dans l'ordre du modèle. Une approbation déjà rendue
 * sur la même empreinte vaut toujours : elle n'est pas redemandée. Rend le nombre de demandes nouvelles.
 */
export async function demanderApprobations(
  { tx, maintenant }: Contexte,
  acte: Pick<ActeEnMain, 'id' | 'modeleVersionId'>,
  version: { id: string; empreinte: string },
): Promise<number> {
  if (!acte.modeleVersionId) return 0
  const modele = await tx.modeleVersion.findUnique({
    where: { id: acte.modeleVersionId },
    select: { approbations: true },
  })
  const demandees = (modele?.approbations ?? []) as unknown as ApprobationDemandee[]
  const { count } = await tx.approbation.createMany({
    data: demandees.map((a, i) => ({
      id: nouvelId(maintenant.getTime()),
      acteId: acte.id,
      versionId: version.id,
      empreinte: version.empreinte,
      rang: i + 1,
      fonction: a.fonction,
      libelle: a.libelle,
      nature: a.nature,
    })),
    skipDuplicates: true,
  })
  return count
}
