/** La même adresse, lue pour ce groupe ; inchangée quand il n'y a pas de choix. */
export function avecGroupe(adresse: string, groupe: string | null): string {
  if (!groupe) return adresse
  return `${adresse}${adresse.includes('?') ? '&' : '?'}groupe=${encodeURIComponent(groupe)}`
}

export const adresseModele = (code: string): string => `/bibliotheque/${encodeURIComponent(code)}`

type Onglet = 'articles' | 'valeurs' | 'publier'
/** Une page du projet de version d'un modèle, à l'article voulu. */
export function adresseProjet(
  code: string,
  groupe: string | null,
  { onglet = 'articles', unite }: { onglet?: Onglet; unite?: string } = {},
): string {
  const base = `${adresseModele(code)}/projet${onglet === 'articles' ? '' : `/${onglet}`}`
  return avecGroupe(unite ? `${base}?unite=${encodeURIComponent(unite)}` : base, groupe)
}
