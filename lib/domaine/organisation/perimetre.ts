import type { Acteur, HabilitationActive, NatureOrganisation } from './acteur'

export type OrganisationHabilitee = {
  id: string
  nature: NatureOrganisation
  enfants: readonly { id: string; nature: NatureOrganisation }[]
  /** Ce dont elle dépend, du plus proche au plus lointain. */
  parent?: Ascendant | null
}
type Ascendant = { id: string; nature: NatureOrganisation; parent?: Ascendant | null }

export type HabilitationLue = Omit<HabilitationActive, 'organisationId' | 'nature'> & {
  organisation: OrganisationHabilitee
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

/**
 * Construit l'acteur de ses habilitations en cours. Le périmètre ne descend que là où la règle le dit : une mairie
 * voit ses centres, une direction de centre ne voit que le sien (jamais sa mairie ni le centre voisin), le siège
 * voit les groupes de son institution. Un secrétariat de centre ne tient que son centre ; celui d'un service, le site du
 * service et son groupe, pour les seules demandes datées.
 */
export function construireActeur(
  utilisateur: { id: string; nom: string },
  lues: readonly HabilitationLue[],
): Acteur {
  const enfants = (o: OrganisationHabilitee, nature: NatureOrganisation) =>
    o.enfants.filter((e) => e.nature === nature).map((e) => e.id)
  const des = (role: HabilitationActive['role'], nature: NatureOrganisation) =>
    lues.filter((h) => h.role === role && h.organisation.nature === nature).map((h) => h.organisation)
  const mairies = des('MAIRIE', 'GESTIONNAIRE')
  return {
    utilisateurId: utilisateur.id,
    nom: utilisateur.nom,
    habilitations: lues.map((h) => ({
      role: h.role,
      organisationId: h.organisation.id,
      nature: h.organisation.nature,
      fonction: h.fonction,
    })),
    groupes: unique(des('DIRECTION_PARTENARIATS', 'GROUPE_HOSPITALIER').map((o) => o.id)),
    organisations: unique([
      ...des('DIRECTION_CMS', 'CENTRE').map((o) => o.id),
      ...mairies.flatMap((o) => [o.id, ...enfants(o, 'CENTRE')]),
    ]),
    secretariats: unique([
      ...des('SECRETARIAT', 'CENTRE').map((o) => o.id),
      ...des('SECRETARIAT', 'SERVICE').flatMap((o) => hopitalDe(o.parent)),
    ]),
    sieges: unique(des('SIEGE', 'INSTITUTION').flatMap((o) => enfants(o, 'GROUPE_HOSPITALIER'))),
    validations: unique(
      lues
        .filter((h) => h.role === 'VALIDEUR' && h.organisation.nature === 'GROUPE_HOSPITALIER' && h.fonction)
        .map((h) => `${h.organisation.id}:${h.fonction}`),
    ),
  }
}

/** Site et groupe dont dépend un service. */
function hopitalDe(parent: Ascendant | null | undefined): string[] {
  if (!parent) return []
  const tenu = parent.nature === 'SITE' || parent.nature === 'GROUPE_HOSPITALIER' ? [parent.id] : []
  return [...tenu, ...hopitalDe(parent.parent)]
}
