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

/** Une table et son titre. Les colonnes prennent la place de leurs mots. */
export function blocsDeTable(t: Table): Bloc[] {
  const cellule = (texte: string, enTete: boolean): CelluleTableau => ({
    enTete,
    blocs: [{ genre: 'paragraphe', fragments: fragments(texte) }],
  })
  const poids = t.entetes.map((e, i) =>
    poidsDe(
      e,
      t.lignes.map((l) => aLire(l[i] ?? null)),
    ),
  )
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

/** Place d'une colonne, en signes : son mot le plus long ne se coupe pas, une phrase se plie sur quelques lignes. */
function poidsDe(entete: string, textes: readonly string[]): number {
  const mot = Math.max(...[entete, ...textes].flatMap((t) => t.split(/[\s-]/)).map((m) => m.length))
  const phrase = Math.max(entete.length / 2, ...textes.map((t) => t.length))
  return Math.max(mot + 2, Math.min(34, phrase))
}
