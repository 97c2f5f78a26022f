import type { TexteDActe, UniteDActe } from '../texte/finalisation'
import type { PartieSource } from '../texte/modele-source'
import type { DefinitionParametre, ValeurParametre } from '../texte/parametres'

/** Ce qu'il faut d'une convention lue pour en faire un texte. */
export type ConventionATexte = {
  titre: string
  modele: { titre: string; parties: readonly PartieSource[] } | null
  unites: readonly UniteDActe[]
  definitions: readonly DefinitionParametre[]
  modifications?: TexteDActe['modifications']
  parametres: readonly { cle: string; valeur: ValeurParametre | null }[]
}

/** Texte de l'acte tel que les rendus, les contrôles et l'empreinte le lisent. */
export function texteDeLActe(c: ConventionATexte): TexteDActe {
  return {
    titre: c.modele?.titre ?? c.titre,
    comparutions: (c.modele?.parties ?? []).map((p) => p.comparution),
    unites: c.unites,
    definitions: c.definitions,
    valeurs: Object.fromEntries(c.parametres.flatMap((p) => (p.valeur ? [[p.cle, p.valeur]] : []))),
    ...(c.modifications ? { modifications: c.modifications } : {}),
  }
}
