import type { FiltresConventions } from '../../lectures/convention/filtres'

/** Adresse de la liste avec ces filtres ; les valeurs vides n'y paraissent pas, une page n'y reste jamais par oubli. */
export function adresseListe(f: Partial<FiltresConventions>): string {
  const p = new URLSearchParams()
  if (f.q) p.set('q', f.q)
  for (const cle of ['etat', 'groupe', 'centre', 'modele'] as const) if (f[cle]) p.set(cle, f[cle])
  if (f.tri && f.tri !== 'recent') p.set('tri', f.tri)
  if (f.apres) p.set('apres', f.apres)
  const suite = p.toString()
  return suite ? `/conventions?${suite}` : '/conventions'
}

export const adresseConvention = (reference: string): string =>
  `/conventions/${encodeURIComponent(reference)}`
export const adresseRedaction = (reference: string): string => `${adresseConvention(reference)}/rediger`
export const adresseFichier = (id: string): string => `/api/fichiers/${encodeURIComponent(id)}`
/** Documents d'une convention, fabriqués à la demande. */
export const adresseDocument = (reference: string, format: 'pdf' | 'docx'): string =>
  `/api/conventions/${encodeURIComponent(reference)}/${format}`
/** Dossier de preuve d'un acte, fabriqué à la demande. */
export const adressePreuve = (reference: string): string =>
  `/api/conventions/${encodeURIComponent(reference)}/preuve`
