import type { Manque } from '@/lib/presentation/redaction/acte'
import type { Gestes } from './etat/gestes'
import type { Lecture } from './etat/resolution'
import type { EtatRedaction } from './etat/use-redaction'
import type { PiecesRedaction } from './pieces'

/** Ce que toutes les pièces de l'écran partagent. */
export type Poste = {
  etat: EtatRedaction
  lecture: Lecture
  gestes: Gestes
  manques: readonly Manque[]
  /** Nombre de valeurs à compléter que chaque unité cite. */
  parUnite: ReadonlyMap<string, number>
  maintenant: Date
  pieces: PiecesRedaction
}
