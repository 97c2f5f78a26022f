import { nouvelId } from '../../bd/identifiants'
import type { Contexte } from '../contexte'
import { datee, exigerCoherence, jourDe, lieuDe, verrouiller } from './charger'
import { consigner } from './journal'
import { recalculer } from './recalculer'
import type { SaisieDemande } from './saisies'

/**
 * Inscrit une demande datée et anonyme, et recompte les mesures de sa période. Refuse un centre ou un site que l'acteur ne
 * tient pas, des dates incohérentes, un jour sans convention, une période figée.
 */
export async function inscrireDemande(
  contexte: Contexte,
  saisie: SaisieDemande,
): Promise<{ demandeId: string }> {
  const { tx, acteur, maintenant } = contexte
  const demande = datee(saisie)
  const { cote, ...lieu } = await lieuDe(contexte, { ...saisie, jour: jourDe(saisie.demandeeLe) })
  await exigerCoherence(contexte, demande)
  await verrouiller(tx, lieu.conventionId)
  const demandeId = nouvelId(maintenant.getTime())
  await tx.demande.create({
    data: {
      ...demande,
      ...lieu,
      cote,
      id: demandeId,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  await recalculer(contexte, lieu, [demande])
  await consigner(contexte, lieu.centreId, 'demandes-inscrites')
  return { demandeId }
}
