import { ErreurMetier } from '../erreurs'
import { type Acteur, organisationsDuRole } from '../organisation/acteur'

/** Ce à quoi une demande datée est rattachée. */
export type RattachementDemande = { groupeId: string; centreId: string; siteId: string }
export type CoteDemande = 'HOPITAL' | 'GESTIONNAIRE'

/**
 * Côté au nom duquel l'acteur tient les demandes de ce centre auprès de ce site : la direction des partenariats et le
 * secrétariat d'un service du site pour l'hôpital, la direction et le secrétariat du centre pour lui. `null` pour tout autre.
 */
export function coteDesDemandes(acteur: Acteur, r: RattachementDemande): CoteDemande | null {
  if (acteur.groupes.includes(r.groupeId)) return 'HOPITAL'
  const tenus = acteur.secretariats ?? []
  if (organisationsDuRole(acteur, 'DIRECTION_CMS').includes(r.centreId) || tenus.includes(r.centreId))
    return 'GESTIONNAIRE'
  return tenus.includes(r.siteId) ? 'HOPITAL' : null
}

/** Voit les demandes de ce centre : qui les tient, et la mairie, qui les lit. Le siège n'en a que les agrégats. */
export const voitLesDemandes = (acteur: Acteur, r: RattachementDemande): boolean =>
  coteDesDemandes(acteur, r) !== null || acteur.organisations.includes(r.centreId)

/** Le côté de l'acteur. Refuse qui ne voit pas ces demandes (INTROUVABLE) et qui les lit seulement (ROLE_INSUFFISANT). */
export function exigerTenue(acteur: Acteur, r: RattachementDemande): CoteDemande {
  const cote = coteDesDemandes(acteur, r)
  if (cote) return cote
  throw new ErreurMetier(voitLesDemandes(acteur, r) ? 'ROLE_INSUFFISANT' : 'INTROUVABLE')
}

/** Tient des demandes quelque part : l'entrée « Demandes » du menu lui est ouverte. */
export const tientDesDemandes = (acteur: Acteur): boolean =>
  acteur.groupes.length > 0 ||
  organisationsDuRole(acteur, 'DIRECTION_CMS').length > 0 ||
  (acteur.secretariats ?? []).length > 0
