import { tientDesDemandes } from '../domaine/engagement/droits-demandes'
import { type Acteur, aLeRole } from '../domaine/organisation/acteur'
import { peutAdministrer } from '../domaine/organisation/droits-administration'

/** Parties montrées dans la navigation. Un confort : chaque page vérifie ses propres droits. */
export function droitsNavigation(acteur: Acteur) {
  const metier = acteur.habilitations.some((h) => h.role !== 'ADMINISTRATEUR')
  return {
    conventions: metier,
    // Ceux qui mesurent : la direction des partenariats, celle d'un centre, la mairie.
    aSaisir: acteur.groupes.length > 0 || acteur.organisations.length > 0,
    tableau: acteur.groupes.length + acteur.sieges.length + acteur.organisations.length > 0,
    campagnes: acteur.groupes.length > 0,
    centres: metier,
    demandes: tientDesDemandes(acteur),
    // La direction y vient d'une convention ou d'une fiche : elle n'en tient le calendrier qu'à défaut de la mairie.
    conseils: aLeRole(acteur, 'MAIRIE'),
    groupes: acteur.groupes.length > 0 || acteur.sieges.length > 0,
    bibliotheque: metier,
    administration: peutAdministrer(acteur),
  }
}
