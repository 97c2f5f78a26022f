import type { Bloc, BlocParagraphe, CelluleTableau, DocumentNeutre } from '../../documents/blocs/blocs'
import { typographier } from '../typographie'
import { aLire, type Table } from './tables'

const fragments = (texte: string) => [{ texte: typographier(texte) }]
export const paragraphe = (texte: string): BlocParagraphe => ({
  genre: 'paragraphe',
  style: 'gauche',
  fragments: fragments(texte),
})
export const puces = (textes: readonly string[]): Bloc => ({
  genre: 'liste',
  ordonnee: false,
  elements: textes.map((t) => [paragraphe(t)]),
})
export const intertitre = (texte: string, ancre: string): Bloc => ({
  genre: 'titre',
  niveau: 2,
  numero: '',
  fragments: fragments(texte),
  ancre,
  auSommaire: true,
})

/** Une feuille de tableau : ni page de tête ni sommaire, l'état du jour. */
export const feuille = (
  titre: string,
  reference: string,
  maintenant: Date,
  blocs: Bloc[],
): DocumentNeutre => ({
  titre,
  surtitre: '',
  sujet: titre,
  reference,
  auteur: 'Trait d’union',
  langue: 'fr-FR',
  forme: 'lettre',
  filigrane: null,
  mention: null,
  fabriqueLe: `${maintenant.toISOString().slice(0, 10)}T00:00:00Z`,
  logos: [],
  sommaire: false,
  sections: [
    {
      code: 'tableau',
      nature: 'corps',
      blocs: [
        {
          genre: 'titre',
          niveau: 1,
          numero: '',
          fragments: fragments(titre),
          ancre: 'tableau',
          auSommaire: true,
        },
        ...blocs,
      ],
    },
  ],
  lacunes: [],
})

/** Une table et son titre. La première colonne, et toute colonne de mots, a plus de place qu'un nombre. */
export function blocsDeTable(t: Table): Bloc[] {
  const cellule = (texte: string, enTete: boolean): CelluleTableau => ({
    enTete,
    blocs: [{ genre: 'paragraphe', fragments: fragments(texte) }],
  })
  const poids = t.entetes.map((e, i) => {
    const mots = t.lignes.some((l) => typeof l[i] === 'string')
    return i === 0 ? 2.6 : mots ? Math.min(2.6, Math.max(1.3, e.length / 8)) : 1.15
  })
  const somme = poids.reduce((a, b) => a + b, 0)
  return [
    intertitre(t.titre, t.nom),
    {
      genre: 'tableau',
      lignesEnTete: 1,
      largeurs: poids.map((p) => p / somme),
      lignes: [
        t.entetes.map((e) => cellule(e, true)),
        ...t.lignes.map((l) => l.map((v) => cellule(aLire(v) || '–', false))),
      ],
    },
  ]
}
