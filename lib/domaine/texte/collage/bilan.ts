/** Ce qu'un collage n'a pas gardé tel quel, compté puis dit en français : rien ne disparaît sans être dit. */
export const GENRES_BILAN = [
  'insertions',
  'suppressions',
  'notes',
  'commentaires',
  'images',
  'equations',
  'titres',
  'lettres',
  'liens',
  'barre',
  'indices',
  'couleurs',
  'sautsDePage',
  'sommaire',
  'masque',
  'tableauxImbriques',
  'cellulesVerticales',
] as const
export type GenreBilan = (typeof GENRES_BILAN)[number]
export type Bilan = Partial<Record<GenreBilan, number>>

export const noterBilan = (bilan: Bilan, genre: GenreBilan): void => {
  bilan[genre] = (bilan[genre] ?? 0) + 1
}

const accorder = (n: number, un: string, plusieurs: string) =>
  n > 1 ? `${n}\u00a0${plusieurs}` : `1\u00a0${un}`

const PHRASES: Record<GenreBilan, (n: number) => string> = {
  insertions: (n) =>
    `${accorder(n, 'insertion suivie a été acceptée', 'insertions suivies ont été acceptées')}.`,
  suppressions: (n) =>
    `${accorder(n, 'passage supprimé en suivi des modifications a été retiré', 'passages supprimés en suivi des modifications ont été retirés')}.`,
  notes: (n) =>
    `${accorder(n, 'note de bas de page est passée à la fin, entre crochets', 'notes de bas de page sont passées à la fin, entre crochets')}.`,
  commentaires: (n) => `${accorder(n, 'commentaire a été retiré', 'commentaires ont été retirés')}.`,
  images: (n) => `${accorder(n, 'image a été retirée', 'images ont été retirées')}.`,
  equations: (n) => `${accorder(n, 'équation a été retirée', 'équations ont été retirées')}.`,
  titres: (n) =>
    `${accorder(n, 'titre est devenu un paragraphe en gras', 'titres sont devenus des paragraphes en gras')}.`,
  lettres: (n) =>
    `${accorder(n, 'liste en lettres est devenue une liste en chiffres', 'listes en lettres sont devenues des listes en chiffres')}.`,
  liens: (n) =>
    `${accorder(n, 'lien a perdu son adresse', 'liens ont perdu leur adresse')}\u00a0; le texte est gardé.`,
  barre: (n) =>
    `${accorder(n, 'passage barré est gardé', 'passages barrés sont gardés')}, sans la barre\u00a0: vérifiez s’il faut l’ôter.`,
  indices: (n) => `${accorder(n, 'indice est revenu', 'indices sont revenus')} à la ligne du texte.`,
  couleurs: () => 'Les couleurs et le surlignage n’ont pas été repris.',
  sautsDePage: (n) => `${accorder(n, 'saut de page a été retiré', 'sauts de page ont été retirés')}.`,
  sommaire: () => 'Le sommaire a été retiré\u00a0: l’application écrit le sien.',
  masque: (n) => `${accorder(n, 'passage masqué a été retiré', 'passages masqués ont été retirés')}.`,
  tableauxImbriques: (n) =>
    `${accorder(n, 'tableau placé dans une cellule est devenu', 'tableaux placés dans une cellule sont devenus')} du texte.`,
  cellulesVerticales: () =>
    'Un tableau trop large ou trop long est devenu du texte, une ligne par paragraphe.',
}

/** Les phrases à montrer, dans un ordre fixe. */
export const direBilan = (bilan: Bilan): string[] =>
  GENRES_BILAN.flatMap((g) => (bilan[g] ? [PHRASES[g](bilan[g])] : []))
