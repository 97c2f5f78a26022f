import type { Acteur } from '../domaine/organisation/acteur'
import { peutAdministrer } from '../domaine/organisation/droits-administration'

/** Parties montrées dans la navigation. Un confort : chaque page vérifie ses propres droits. */
export function droitsNavigation(acteur: Acteur) {
  const metier = acteur.habilitations.some((h) => h.role !== 'ADMINISTRATEUR')
  return {
    conventions: metier,
    centres: metier,
    groupes: acteur.groupes.length > 0 || acteur.sieges.length > 0,
    bibliotheque: metier,
    administration: peutAdministrer(acteur),
  }
}
