import { z } from 'zod'
import { peutValiderModele } from '../../domaine/acte/droits'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'

export const schemaValiderModele = z.strictObject({ versionId: z.uuid({ message: 'identifiant' }) })

/** Le service juridique déclare validée une version de modèle, jusque-là « proposition ». Une seule fois. */
export async function validerModele(
  contexte: Contexte,
  saisie: z.output<typeof schemaValiderModele>,
): Promise<{ valideeLe: string }> {
  const { tx, acteur, maintenant } = contexte
  if (!peutValiderModele(acteur)) throw new ErreurMetier('ROLE_INSUFFISANT')
  const version = await tx.modeleVersion.findUnique({ where: { id: saisie.versionId } })
  if (!version) throw new ErreurMetier('INTROUVABLE')
  const { count } = await tx.modeleVersion.updateMany({
    where: { id: version.id, valideeLe: null },
    data: { valideeLe: maintenant, valideePar: acteur.utilisateurId },
  })
  if (count === 0) throw new ErreurMetier('DEJA_EXISTANT')
  await journaliser(contexte, {
    evenement: 'modele-valide',
    cible: version.modeleCode,
    donnees: { intitule: version.intitule, version: version.numero },
  })
  return { valideeLe: maintenant.toISOString() }
}
