import type { DefinitionParametre, ValeursParametres } from '../texte/parametres'
import type { Modification } from './modifications'
import type { Forme } from './rediger'

/** Ce que la dernière rédaction d'un projet d'avenant a produit à côté de ses unités, gardé avec lui. */
export type ProjetRedige = {
  titre: string
  comparutions: readonly string[]
  definitions: readonly DefinitionParametre[]
  /** Valeurs du texte en vigueur, surchargées par les retouches. */
  valeurs: ValeursParametres
  modifications: readonly Modification[]
  formes: Readonly<Record<string, { proposee: Forme | null; permises: readonly Forme[] }>>
}
