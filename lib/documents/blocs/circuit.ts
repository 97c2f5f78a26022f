import { renvoisEtape } from '../texte/texte-du-document'
import type { BlocCircuit, BlocTableau, CelluleTableau } from './blocs'

export const ENTETES_CIRCUIT = ['Étape', 'Acteur', 'Action', 'Délai', 'Suite'] as const

/** Le circuit en tableau d'étapes : ce que Word montre, et ce qui se compare. */
export function tableauDuCircuit(bloc: BlocCircuit): BlocTableau {
  const ou = { ...(bloc.unite ? { unite: bloc.unite } : {}) }
  const cellule = (textes: readonly string[], enTete = false): CelluleTableau => ({
    enTete,
    blocs: (textes.length ? textes : ['']).map((texte) => ({
      ...ou,
      genre: 'paragraphe',
      fragments: texte ? [{ texte }] : [],
    })),
  })
  return {
    ...ou,
    genre: 'tableau',
    legende: bloc.legende,
    lignesEnTete: 1,
    largeurs: [0.1, 0.22, 0.32, 0.17, 0.19],
    lignes: [
      ENTETES_CIRCUIT.map((t) => cellule([t], true)),
      ...bloc.etapes.map((etape, i) => {
        const suivant = bloc.etapes[i + 1]?.rang
        const passage = etape.vers.find((v) => v.rang === suivant)
        const suite = passage
          ? [`${passage.condition ? `${passage.condition}\u00a0: ` : ''}étape ${passage.rang}`]
          : []
        return [
          cellule([String(etape.rang)]),
          cellule([etape.acteur]),
          cellule([etape.texte]),
          cellule(etape.delai ? [etape.delai] : []),
          cellule([...suite, ...renvoisEtape(etape, suivant)]),
        ]
      }),
    ],
  }
}
