import type { Tx } from '../../bd/client'
import { rattachementDuCentre } from '../../bd/rattachements'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { exigerAcces, peutDeclarerOffre } from '../../domaine/organisation/droits'
import { peutAdministrer } from '../../domaine/organisation/droits-administration'
import { porteDesEquipements } from '../../domaine/organisation/equipements'
import { exigerHopital } from './acces-fiche'

/**
 * Droit de tenir les équipements d'un lieu : l'administrateur ; pour un centre, ceux qui en déclarent l'offre ; à
 * l'hôpital, la direction des partenariats du groupe. Un lieu hors de portée est introuvable.
 */
export async function exigerEquipements(tx: Tx, acteur: Acteur, organisationId: string) {
  const lieu = await tx.organisation.findUnique({
    where: { id: organisationId },
    select: { nature: true, nom: true, jusqua: true },
  })
  if (!lieu || !porteDesEquipements(lieu.nature)) throw new ErreurMetier('INTROUVABLE')
  if (peutAdministrer(acteur)) return lieu
  if (lieu.nature === 'CENTRE')
    exigerAcces(acteur, await rattachementDuCentre(tx, { id: organisationId }), peutDeclarerOffre)
  else await exigerHopital(tx, acteur, organisationId)
  return lieu
}

/** L'équipement et le droit de le tenir, vérifiés ensemble : un équipement d'ailleurs n'existe pas. */
export async function chargerEquipement(tx: Tx, acteur: Acteur, equipementId: string) {
  const equipement = await tx.equipement.findUnique({ where: { id: equipementId } })
  if (!equipement) throw new ErreurMetier('INTROUVABLE')
  await exigerEquipements(tx, acteur, equipement.organisationId)
  return equipement
}
