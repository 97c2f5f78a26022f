import type { Declaration } from '../../../lib/domaine/engagement/declaration'
import { LIENS_CONVENTION_CADRE } from './convention-cadre-liens'
import { SOINS_CONVENTION_CADRE } from './convention-cadre-soins'
import { VIE_CONVENTION_CADRE } from './convention-cadre-vie'

/**
 * Convention-cadre, version 1. Elle ne contient pas l'annexe des engagements de base réciproques : ceux-ci ne naissent
 * que de l'affiliation, tant qu'une version suivante ne la reprend pas. Les spécialités de la consultation d'orientation
 * sont une liste du texte, propre à chaque centre : elles ne font donc pas une portée écrite d'avance.
 */
export const ENGAGEMENTS_CONVENTION_CADRE: readonly Declaration[] = [
  ...SOINS_CONVENTION_CADRE,
  ...LIENS_CONVENTION_CADRE,
  ...VIE_CONVENTION_CADRE,
]
