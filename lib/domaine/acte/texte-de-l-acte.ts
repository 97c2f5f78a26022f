import type { TexteDActe, UniteDActe } from '../texte/finalisation'
import type { PartieSource } from '../texte/modele-source'
import type { Numero } from '../texte/numerotation'
import type { DefinitionParametre, ValeurParametre } from '../texte/parametres'

/** Ce qu'il faut d'une convention lue pour en faire un texte. */
export type ConventionATexte = {
  titre: string
  modele: { titre: string; parties: readonly PartieSource[] } | null
  unites: readonly UniteDActe[]
  numeros?: Readonly<Record<string, Numero>>
  definitions: readonly DefinitionParametre[]
  modifications?: TexteDActe['modifications']
  parametres: readonly { cle: string; valeur: ValeurParametre | null }[]
}

/** Texte de l'acte tel que les rendus, les contrôles et l'empreinte le lisent. */
export function texteDeLActe(
  c: ConventionATexte,
): TexteDActe & { numeros?: Readonly<Record<string, Numero>> } {
  return {
    titre: c.modele?.titre ?? c.titre,
    comparutions: (c.modele?.parties ?? []).map((p) => p.comparution),
    unites: c.unites,
    ...(c.numeros ? { numeros: c.numeros } : {}),
    definitions: c.definitions,
    valeurs: Object.fromEntries(c.parametres.flatMap((p) => (p.valeur ? [[p.cle, p.valeur]] : []))),
    ...(c.modifications ? { modifications: c.modifications } : {}),
  }
}
