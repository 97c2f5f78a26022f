import type { NatureOrganisation } from './acteur'

/** Natures auxquelles chaque organisation se rattache ; aucune : elle est au sommet. */
const PARENTS: Record<NatureOrganisation, readonly NatureOrganisation[]> = {
  INSTITUTION: [],
  GROUPE_HOSPITALIER: ['INSTITUTION'],
  SITE: ['GROUPE_HOSPITALIER'],
  POLE: ['GROUPE_HOSPITALIER', 'SITE'],
  SERVICE: ['SITE', 'POLE'],
  GESTIONNAIRE: [],
  CENTRE: ['GESTIONNAIRE'],
}

/** Natures où l'on peut rattacher une organisation de cette nature. */
export const naturesParentes = (nature: NatureOrganisation): readonly NatureOrganisation[] => PARENTS[nature]

/** Vrai si une organisation de cette nature peut dépendre de ce parent (`null` : d'aucun). */
export const rattachementPermis = (nature: NatureOrganisation, parent: NatureOrganisation | null): boolean =>
  parent === null ? PARENTS[nature].length === 0 : PARENTS[nature].includes(parent)

/** Natures que l'on peut créer sous une organisation, dans l'ordre de la table. */
export const naturesFilles = (parent: NatureOrganisation): NatureOrganisation[] =>
  (Object.keys(PARENTS) as NatureOrganisation[]).filter((nature) => PARENTS[nature].includes(parent))
