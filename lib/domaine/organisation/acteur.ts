/** Rôles d'une habilitation. Le libellé français est dans `lib/presentation`. */
export const ROLES = [
  'DIRECTION_PARTENARIATS',
  'DIRECTION_CMS',
  'MAIRIE',
  'REFERENT_SERVICE',
  'SECRETARIAT',
  'VALIDEUR',
  'MEMBRE_COMITE',
  'SIEGE',
  'ADMINISTRATEUR',
] as const
export type Role = (typeof ROLES)[number]

export const NATURES_ORGANISATION = [
  'INSTITUTION',
  'GROUPE_HOSPITALIER',
  'SITE',
  'POLE',
  'SERVICE',
  'GESTIONNAIRE',
  'CENTRE',
] as const
export type NatureOrganisation = (typeof NATURES_ORGANISATION)[number]

export type HabilitationActive = {
  role: Role
  organisationId: string
  nature: NatureOrganisation
  fonction: string | null
}

/**
 * Qui agit : l'utilisateur, ses habilitations en cours et les périmètres qui en découlent.
 * - `groupes` : groupes dont il rédige les actes (direction des partenariats) ;
 * - `organisations` : parties ou centres de l'autre côté (CMS, mairie) ;
 * - `sieges` : groupes qu'il observe depuis le siège ;
 * - `secretariats` : centres dont il tient le secrétariat, sites et groupe de ses services. N'ouvre que leurs demandes datées.
 */
export type Acteur = {
  utilisateurId: string
  nom: string
  habilitations: readonly HabilitationActive[]
  groupes: readonly string[]
  organisations: readonly string[]
  sieges: readonly string[]
  /** Absent = aucun. */
  secretariats?: readonly string[]
  /** Avis qu'il peut rendre, « groupe:fonction » ; absent = aucun. */
  validations?: readonly string[]
  /** Personne sans compte, entrée par son lien : cet acte seulement. */
  invitation?: Invite | null
}

/** Personne invitée par un lien personnel : elle lit et commente une convention, et rien d'autre. */
export type Invite = {
  invitationId: string
  acteId: string
  cote: 'HOPITAL' | 'GESTIONNAIRE'
}

export const aLeRole = (acteur: Acteur, role: Role): boolean =>
  acteur.habilitations.some((h) => h.role === role)

/** Organisations sur lesquelles l'acteur porte ce rôle. */
export const organisationsDuRole = (acteur: Acteur, role: Role): string[] =>
  acteur.habilitations.filter((h) => h.role === role).map((h) => h.organisationId)
