import type { LigneAffichee } from './fils'

/** Texte que donnerait ce choix, ligne à ligne, à partir des lignes comparées ; une ligne vide disparaît. */
export function apercu(lignes: readonly LigneAffichee[], choisis: ReadonlySet<number>): LigneAffichee[] {
  return lignes.flatMap((l) => {
    const segments = l.segments.filter((s) =>
      s.etat === 'egal' ? true : (s.etat === 'ajout') === (s.indice !== null && choisis.has(s.indice)),
    )
    return segments.some((s) => s.texte.trim()) ? [{ ...l, segments }] : []
  })
}
