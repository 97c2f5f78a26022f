import { ErreurMetier } from '../erreurs'
import { type Acteur, organisationsDuRole } from './acteur'

/** Ce qui rattache un centre à ceux qui peuvent agir sur sa fiche. */
export type RattachementCentre = {
  centreId: string
  gestionnaireId: string | null
  /** Groupes hospitaliers partenaires du centre. */
  groupes: readonly string[]
}

/**
 * À quel titre l'acteur atteint la fiche d'un centre :
 * - `direction` : direction des partenariats d'un groupe partenaire ;
 * - `cms` : direction du centre ;
 * - `mairie` : organisme gestionnaire, qui lit la fiche de son centre ;
 * - `siege` : observe les centres de ses groupes, sans écrire.
 */
export type AccesCentre = 'direction' | 'cms' | 'mairie' | 'siege'

const croise = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x))

/** Titre d'accès au centre, ou `null` : le centre est alors introuvable pour l'acteur. */
export function accesAuCentre(acteur: Acteur, r: RattachementCentre): AccesCentre | null {
  const gestionnaire = r.gestionnaireId ? [r.gestionnaireId] : []
  if (croise(organisationsDuRole(acteur, 'DIRECTION_PARTENARIATS'), r.groupes)) return 'direction'
  if (croise(organisationsDuRole(acteur, 'DIRECTION_CMS'), [r.centreId])) return 'cms'
  if (croise(organisationsDuRole(acteur, 'MAIRIE'), gestionnaire)) return 'mairie'
  if (croise(acteur.sieges, r.groupes)) return 'siege'
  return null
}

/** Les besoins se recueillent et se corrigent par le centre ou par la direction qui l'a rencontré. */
export const peutModifierBesoin = (acteur: Acteur, centre: RattachementCentre): boolean =>
  ['direction', 'cms'].includes(accesAuCentre(acteur, centre) ?? '')

/** L'hôpital seul répond à un besoin. */
export const peutRepondreBesoin = (acteur: Acteur, centre: RattachementCentre): boolean =>
  accesAuCentre(acteur, centre) === 'direction'

/** L'offre est dite par le centre, ou saisie par la direction d'après lui. */
export const peutDeclarerOffre = peutModifierBesoin

/** La mairie complète aussi la fiche de ses centres. */
export const peutCompleterFiche = (acteur: Acteur, centre: RattachementCentre): boolean =>
  ['direction', 'cms', 'mairie'].includes(accesAuCentre(acteur, centre) ?? '')

/** La fiche d'une commune (coordonnées, maire) revient à la mairie ou à la direction, pas à la direction du centre. */
export const peutCompleterGestionnaire = (acteur: Acteur, centre: RattachementCentre): boolean =>
  ['direction', 'mairie'].includes(accesAuCentre(acteur, centre) ?? '')

/** Le siège et la direction voient quels centres partagent un besoin ; les autres n'en voient que le nombre. */
export const voitLesAutresCentres = (acces: AccesCentre): boolean =>
  acces === 'direction' || acces === 'siege'

/** Un centre hors de portée n'existe pas ; un centre à portée mais fermé à ce rôle le dit. */
export function exigerAcces(
  acteur: Acteur,
  centre: RattachementCentre | null,
  regle: (acteur: Acteur, centre: RattachementCentre) => boolean,
): void {
  if (!centre || !accesAuCentre(acteur, centre)) throw new ErreurMetier('INTROUVABLE')
  if (!regle(acteur, centre)) throw new ErreurMetier('ROLE_INSUFFISANT')
}

/** Titre d'accès à la fiche d'un groupe hospitalier. */
export type AccesGroupe = 'direction' | 'siege' | 'partenaire'

export function accesAuGroupe(
  acteur: Acteur,
  groupeId: string,
  centres: readonly RattachementCentre[],
): AccesGroupe | null {
  if (organisationsDuRole(acteur, 'DIRECTION_PARTENARIATS').includes(groupeId)) return 'direction'
  if (acteur.sieges.includes(groupeId)) return 'siege'
  return centres.some((c) => accesAuCentre(acteur, c) !== null) ? 'partenaire' : null
}
