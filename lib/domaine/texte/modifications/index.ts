export {
  type EtatSegment,
  type GenreModification,
  type LigneComparee,
  lignesComparees,
  type Modification,
  modificationsEntre,
  type Segment,
} from './lire'
export type { TexteUnite } from './plan'
export { retenir } from './retenir'
