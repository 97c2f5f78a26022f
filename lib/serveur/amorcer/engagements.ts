import type { Tx } from '../../bd/client'
import { type Declaration, schemaDeclarations } from '../../domaine/engagement/declaration'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'

/** Engagements que déclare une version de modèle du socle. */
export type JeuDuSocle = { modele: string; version: number; declarations: readonly Declaration[] }

/**
 * Charge les engagements déclarés par les modèles du socle. Un jeu qui a changé s'ajoute comme une révision ; ce qui est né
 * d'une révision plus ancienne la garde. Ignore un modèle que la base n'a pas.
 */
export async function amorcerEngagements(
  tx: Tx,
  jeux: readonly JeuDuSocle[],
  maintenant: Date,
): Promise<{ ajoutes: number }> {
  let ajoutes = 0
  for (const jeu of jeux) {
    const declarations = schemaDeclarations.parse(jeu.declarations)
    const version = await tx.modeleVersion.findUnique({
      where: { modeleCode_numeroSocle: { modeleCode: jeu.modele, numeroSocle: jeu.version } },
      select: { id: true, engagements: { orderBy: { revision: 'desc' }, take: 1 } },
    })
    if (!version) continue
    const empreinte = sha256(canoniser(declarations))
    const derniere = version.engagements[0]
    if (derniere?.empreinte === empreinte) continue
    await tx.jeuEngagements.create({
      data: {
        versionId: version.id,
        revision: (derniere?.revision ?? 0) + 1,
        declarations,
        empreinte,
        publieLe: maintenant,
      },
    })
    ajoutes += 1
  }
  return { ajoutes }
}
