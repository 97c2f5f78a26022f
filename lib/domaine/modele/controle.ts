import { lireEnLigne } from '../texte/balisage'
import { noeudsEnLigne } from '../texte/contenu'
import { type Obstacle, obstaclesFinalisation, type UniteDActe } from '../texte/finalisation'
import type { PartieSource } from '../texte/modele-source'
import type { DefinitionParametre, ValeursParametres } from '../texte/parametres'
import type { Variante } from '../texte/unites'

/** Texte d'un modèle, publié ou en projet. */
export type TexteDeModele = {
  titre: string
  parties: readonly PartieSource[]
  definitions: readonly DefinitionParametre[]
  unites: readonly (Omit<UniteDActe, 'omise' | 'motif'> & { variantes: readonly Variante[] })[]
}

export type ObstacleModele =
  | Exclude<Obstacle, { genre: 'valeur-manquante' }>
  | { genre: 'variante-vide'; unite: string; variante: string }
  | { genre: 'choix-incomplet'; cle: string; libelle: string }

/**
 * Tout ce qui empêche de publier une version : valeur citée sans être définie, renvoi vers un article absent, article ou
 * variante sans texte, choix sans réponse. Une valeur non remplie n'en est pas : elle se demandera à la rédaction.
 */
export function controlerModele(m: TexteDeModele): ObstacleModele[] {
  const texte = texteDuModele(m)
  const obstacles: ObstacleModele[] = obstaclesFinalisation(texte).flatMap((o) =>
    o.genre === 'valeur-manquante' ? [] : [o],
  )
  const connues = new Set(m.definitions.map((d) => d.cle))
  const identites = new Set(m.unites.map((u) => u.identite))
  for (const u of m.unites)
    for (const v of u.variantes) {
      let vide = true
      const enTitre = v.titre ? lireEnLigne(v.titre) : []
      for (const n of [...enTitre, ...noeudsEnLigne(v.contenu.content)]) {
        if (n.type !== 'hardBreak' && (n.type !== 'text' || n.text.trim() !== '')) vide = false
        if ((n.type === 'parametre' || n.type === 'accord') && !connues.has(n.attrs.cle))
          obstacles.push({ genre: 'parametre-inconnu', cle: n.attrs.cle, unite: u.identite })
        if (n.type === 'renvoi' && !identites.has(n.attrs.cible))
          obstacles.push({ genre: 'renvoi-casse', cible: n.attrs.cible, unite: u.identite })
      }
      if (vide) obstacles.push({ genre: 'variante-vide', unite: u.identite, variante: v.libelle })
    }
  for (const d of m.definitions)
    if (d.genre === 'choix' && (d.choix?.length ?? 0) < 2)
      obstacles.push({ genre: 'choix-incomplet', cle: d.cle, libelle: d.libelle })
  return obstacles
}

/** Le modèle comme un texte, annexes facultatives comprises ; `valeurs` : ce qui se lit à la place de chaque paramètre. */
export const texteDuModele = (m: TexteDeModele, valeurs: ValeursParametres = {}) => ({
  titre: m.titre,
  comparutions: m.parties.map((p) => p.comparution),
  unites: m.unites.map((u) => ({ ...u, omise: false })),
  definitions: m.definitions,
  valeurs,
})

/** Unités dont le texte cite encore ce paramètre, titre et variantes compris ; `null` : titre ou parties. */
export function citationsDe(m: TexteDeModele, cle: string): (string | null)[] {
  const cite = (balise: string) =>
    lireEnLigne(balise).some((n) => (n.type === 'parametre' || n.type === 'accord') && n.attrs.cle === cle)
  const citeContenu = (c: Variante['contenu']) =>
    [...noeudsEnLigne(c.content)].some(
      (n) => (n.type === 'parametre' || n.type === 'accord') && n.attrs.cle === cle,
    )
  const enTete = [m.titre, ...m.parties.map((p) => p.comparution)].some(cite)
  const unites = m.unites.filter(
    (u) =>
      (u.titre && cite(u.titre)) ||
      citeContenu(u.contenu) ||
      u.variantes.some((v) => (v.titre && cite(v.titre)) || citeContenu(v.contenu)),
  )
  return [...(enTete ? [null] : []), ...unites.map((u) => u.identite)]
}
