/** Un côté d'une comparaison : une version partagée par son numéro, le texte en cours, ou le modèle. */
export type CoteCompare = number | 'travail' | 'modele'

/** Lit un côté dans une adresse ; `null` pour tout ce qui n'en est pas un. */
export function lireCote(brut: unknown): CoteCompare | null {
  if (brut === 'travail' || brut === 'modele') return brut
  if (typeof brut !== 'string' || !/^[1-9]\d{0,4}$/.test(brut)) return null
  return Number(brut)
}
