/**
 * Un graphique déjà dessiné, en formes simples : la page l'écrit en SVG aux couleurs du thème, le PDF le peint en tracés.
 * Les couleurs y sont des noms de sens, jamais des valeurs.
 */
export const ENCRES = {
  encre: '#1a2024',
  'encre-2': '#4b545a',
  trait: '#d5d9d6',
  surface: '#fdfdfc',
  accent: '#12495a',
  tenu: '#1d6138',
  'tenu-fond': '#e3f1e7',
  vigilance: '#7d4a00',
  'vigilance-fond': '#fbf0d9',
  manque: '#9c221c',
  'manque-fond': '#fbe8e5',
  inconnu: '#4b545b',
  'inconnu-fond': '#ebedee',
} as const
export type Encre = keyof typeof ENCRES

export type Forme =
  | {
      genre: 'trace'
      d: string
      fond: Encre | null
      trait: Encre | null
      epaisseur: number
      pointille: string | null
      /** Matrice affine a, b, c, d, e, f ; vide quand le tracé est déjà à sa place. */
      matrice: readonly number[] | null
    }
  /** `y` est la ligne de base. */
  | {
      genre: 'texte'
      x: number
      y: number
      texte: string
      taille: number
      gras: boolean
      ancre: 'start' | 'middle' | 'end'
      encre: Encre
    }

export type Dessin = {
  titre: string
  /** Ce que le graphique montre, pour qui ne le voit pas ; un tableau le suit toujours. */
  texte: string
  largeur: number
  hauteur: number
  formes: readonly Forme[]
}
