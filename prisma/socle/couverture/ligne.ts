/**
 * Ligne d'une table de couverture : chaque obligation, chiffre ou référence de la convention source, redit dans nos
 * mots, et l'unité du modèle qui le porte. `article` est le numéro dans la source (« préambule », « visas »,
 * « 2.3 »…) ; `ajout` désigne ce que la source ne dit pas et que le modèle apporte.
 */
export type LigneCouverture = {
  article: string
  element: string
  genre: 'obligation' | 'chiffre' | 'reference' | 'structure'
  unite: string
  parametre?: string
}
