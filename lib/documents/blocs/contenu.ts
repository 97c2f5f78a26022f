import type { BlocContenu, Tableau } from '../../domaine/texte/contenu'
import type { BlocTableau, BlocTexte, CelluleTableau, Provenance } from './blocs'
import { fragments, type Resolution } from './resolution'

/** Contenu restreint → blocs de texte, valeurs résolues et typographie appliquée. */
export function blocsContenu(
  r: Resolution,
  contenu: readonly BlocContenu[],
  origine: Provenance,
): BlocTexte[] {
  return contenu.map((b): BlocTexte => {
    const ou: Provenance = { ...origine, idBloc: b.attrs.id }
    if (b.type === 'paragraph')
      return { ...ou, genre: 'paragraphe', fragments: fragments(r, b.content ?? []) }
    if (b.type === 'table') return blocTableau(r, b, ou)
    return {
      ...ou,
      genre: 'liste',
      ordonnee: b.type === 'orderedList',
      ...(b.type === 'orderedList' && b.attrs.start ? { debut: b.attrs.start } : {}),
      elements: b.content.map((e) => blocsContenu(r, e.content, origine)),
    }
  })
}

function blocTableau(r: Resolution, t: Tableau, ou: Provenance): BlocTableau {
  const lignes = t.content.map((l) =>
    l.content.map(
      (c): CelluleTableau => ({
        blocs: blocsContenu(r, c.content, ou),
        enTete: c.type === 'tableHeader',
        ...((c.attrs?.colspan ?? 1) > 1 ? { colonnes: c.attrs?.colspan } : {}),
        ...((c.attrs?.rowspan ?? 1) > 1 ? { lignes: c.attrs?.rowspan } : {}),
      }),
    ),
  )
  const n = Math.max(1, ...t.content.map((l) => l.content.reduce((s, c) => s + (c.attrs?.colspan ?? 1), 0)))
  const premierCorps = lignes.findIndex((l) => !l.every((c) => c.enTete))
  return {
    ...ou,
    genre: 'tableau',
    lignesEnTete: premierCorps < 0 ? 0 : premierCorps,
    largeurs: Array.from({ length: n }, () => 1 / n),
    lignes,
  }
}
