import { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { demanderTache } from './demander-tache'

export const schemaDemanderDocument = z.strictObject({
  acteId: z.uuid({ message: 'identifiant' }),
  format: z.enum(['pdf', 'docx']),
})

/**
 * Demande à l'ouvrier le PDF ou le Word d'une convention que l'acteur lit, comme le ferait son adresse directe. Une
 * demande qui attend encore son tour est rendue telle quelle : elle lira le texte du moment où elle commence. Refuse un
 * acte qui n'est pas à l'acteur, ou un avenant, qui n'a pas encore de document (INTROUVABLE).
 */
export async function demanderDocument(
  contexte: Contexte,
  { acteId, format }: z.output<typeof schemaDemanderDocument>,
): Promise<{ tacheId: string }> {
  const { tx, acteur } = contexte
  const acte = await chargerActeEnMain(tx, acteur, acteId)
  if (acte.genre !== 'CONVENTION') throw new ErreurMetier('INTROUVABLE')
  const enAttente = await tx.tache.findFirst({
    where: {
      genre: 'document',
      acteId,
      demandeurId: acteur.utilisateurId || null,
      etat: 'EN_ATTENTE',
      saisie: { path: ['format'], equals: format },
    },
    select: { id: true },
  })
  if (enAttente && acteur.utilisateurId) return { tacheId: enAttente.id }
  return demanderTache(contexte, { genre: 'document', acteId, saisie: { format } })
}
