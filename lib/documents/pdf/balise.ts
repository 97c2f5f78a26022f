/** Rôle d'un nœud dans la structure du PDF balisé ; l'objet sert d'identité quand le nœud se coupe en deux pages. */
export type Role =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Sect'
  | 'Figure'
  | 'Artifact'

export type Balise = { role: Role; colonnes?: number; lignes?: number; texte?: string }

/** Propriété à étaler sur un composant : `<Text {...balise('P')}>`. */
export function balise(role: Role, portee?: { colonnes?: number; lignes?: number }): { balise: Balise } {
  return { balise: { role, ...portee } }
}

/** Image porteuse de sens : `texte` est lu à sa place. */
export function baliseFigure(texte: string): { balise: Balise } {
  return { balise: { role: 'Figure', texte } }
}
