import type { Declaration } from '../../../lib/domaine/engagement/declaration'
import { LIENS_AFFILIATION } from './affiliation-liens'
import { SOINS_AFFILIATION } from './affiliation-soins'
import { VIE_AFFILIATION } from './affiliation-vie'
import { ENGAGEMENTS_DE_BASE } from './engagements-de-base'

/** Convention d'affiliation, version 1 ; l'annexe des engagements de base n'oblige que si elle est retenue. */
export const ENGAGEMENTS_AFFILIATION: readonly Declaration[] = [
  ...SOINS_AFFILIATION,
  ...LIENS_AFFILIATION,
  ...VIE_AFFILIATION,
  ...ENGAGEMENTS_DE_BASE,
]
