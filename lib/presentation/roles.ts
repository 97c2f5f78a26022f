import type { NatureOrganisation, Role } from '../domaine/organisation/acteur'

/** Nom d'une habilitation, tel qu'on le dit. */
export const LIBELLES_ROLE: Record<Role, string> = {
  DIRECTION_PARTENARIATS: 'Direction des partenariats',
  DIRECTION_CMS: 'Direction de centre de santé',
  MAIRIE: 'Gestionnaire (mairie)',
  REFERENT_SERVICE: 'Référent de service',
  SECRETARIAT: 'Secrétariat',
  VALIDEUR: 'Valideur',
  MEMBRE_COMITE: 'Membre d’un comité',
  SIEGE: 'Siège',
  ADMINISTRATEUR: 'Administrateur',
}

/** Ce que l'habilitation permet, dit avant de l'accorder. */
export const AIDES_ROLE: Record<Role, string> = {
  DIRECTION_PARTENARIATS: 'Rédige et suit toutes les conventions du groupe hospitalier.',
  DIRECTION_CMS: 'Lit les textes partagés avec ce centre et y répond.',
  MAIRIE: 'Lit les textes partagés avec le gestionnaire et ses centres, suit la délibération.',
  REFERENT_SERVICE: 'Suit ce qui concerne son service ou son centre.',
  SECRETARIAT: 'Tient les renseignements de son service ou de son centre.',
  VALIDEUR: 'Donne son visa sur les textes qui lui sont soumis.',
  MEMBRE_COMITE: 'Lit le dossier et les décisions des comités.',
  SIEGE: 'Lit les conventions de tous les groupes hospitaliers, hors brouillons.',
  ADMINISTRATEUR: 'Tient les comptes et les habilitations de toute l’application.',
}

export const LIBELLES_NATURE: Record<NatureOrganisation, string> = {
  INSTITUTION: 'Institution',
  GROUPE_HOSPITALIER: 'Groupe hospitalier',
  SITE: 'Site hospitalier',
  POLE: 'Pôle',
  SERVICE: 'Service',
  GESTIONNAIRE: 'Gestionnaire',
  CENTRE: 'Centre de santé',
}
