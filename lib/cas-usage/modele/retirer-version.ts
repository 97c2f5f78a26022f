import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { exigerEcritureModeles } from './charger-projet'
import type { schemaRetirerVersion } from './saisies'

/**
 * Retire une version publiée par le groupe, avec un motif : elle n'est plus proposée. Les conventions nées d'elle n'en
 * savent rien. Une version du socle, commune à tous, ne se retire pas ici.
 */
export async function retirerVersion(
  contexte: Contexte,
  saisie: z.output<typeof schemaRetirerVersion>,
): Promise<{ modeleCode: string }> {
  const { tx, acteur, maintenant } = contexte
  const version = await tx.modeleVersion.findUnique({ where: { id: saisie.versionId } })
  if (!version) throw new ErreurMetier('INTROUVABLE')
  if (version.groupeId === null) throw new ErreurMetier('ROLE_INSUFFISANT')
  exigerEcritureModeles(acteur, version.groupeId)
  const { count } = await tx.modeleVersion.updateMany({
    where: { id: version.id, retireeLe: null },
    data: { retireeLe: maintenant, retraitMotif: saisie.motif, retireeParNom: acteur.nom },
  })
  if (count === 0) throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'retrait-de-modele' })
  await journaliser(contexte, {
    organisationId: version.groupeId,
    evenement: 'modele-retire',
    cible: version.modeleCode,
    donnees: { intitule: version.intitule, version: version.numero, motif: saisie.motif },
  })
  return { modeleCode: version.modeleCode }
}
