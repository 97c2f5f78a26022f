import { ErreurMetier } from '../erreurs'
import { type Acteur, aLeRole, type NatureOrganisation, type Role } from './acteur'

/** Natures d'organisation sur lesquelles chaque rôle a un sens. */
const NATURES_DU_ROLE: Record<Role, readonly NatureOrganisation[]> = {
  DIRECTION_PARTENARIATS: ['GROUPE_HOSPITALIER'],
  DIRECTION_CMS: ['CENTRE'],
  MAIRIE: ['GESTIONNAIRE'],
  REFERENT_SERVICE: ['SERVICE', 'CENTRE'],
  SECRETARIAT: ['SERVICE', 'CENTRE'],
  VALIDEUR: ['GROUPE_HOSPITALIER', 'SITE', 'POLE', 'GESTIONNAIRE'],
  MEMBRE_COMITE: ['GROUPE_HOSPITALIER', 'CENTRE', 'GESTIONNAIRE'],
  SIEGE: ['INSTITUTION'],
  ADMINISTRATEUR: ['INSTITUTION'],
}

export const estRoleCompatible = (role: Role, nature: NatureOrganisation): boolean =>
  NATURES_DU_ROLE[role].includes(nature)

/** Rôles qu'une organisation de cette nature peut porter, dans l'ordre de la table. */
export const rolesCompatibles = (nature: NatureOrganisation): Role[] =>
  (Object.keys(NATURES_DU_ROLE) as Role[]).filter((role) => estRoleCompatible(role, nature))

/** Vrai si l'acteur tient les comptes et les habilitations. */
export const peutAdministrer = (acteur: Acteur): boolean => aLeRole(acteur, 'ADMINISTRATEUR')

/** Un non-administrateur n'apprend pas que l'écran existe : introuvable, jamais interdit. */
export function exigerAdministrateur(acteur: Acteur): void {
  if (!peutAdministrer(acteur)) throw new ErreurMetier('INTROUVABLE')
}
