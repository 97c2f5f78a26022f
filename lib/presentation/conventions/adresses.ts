import type { CoteCompare } from '../../domaine/acte/cotes'
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
/** Le texte en vigueur tel que cet avenant le modifie. */
export const adresseModifier = (reference: string): string => `${adresseConvention(reference)}/modifier`
export const adresseRelecture = (reference: string): string => `${adresseConvention(reference)}/relecture`
export const adresseFichier = (id: string): string => `/api/fichiers/${encodeURIComponent(id)}`
/** Documents d'une convention, fabriqués à la demande. */
export const adresseDocument = (reference: string, format: 'pdf' | 'docx'): string =>
  `/api/conventions/${encodeURIComponent(reference)}/${format}`
/** Où se demande un document trop long pour son adresse directe : la marge de la convention. */
export const adresseDemandeDocument = (reference: string, format: 'pdf' | 'docx'): string =>
  `${adresseConvention(reference)}?vue=informations&document=${format}#documents`
/** Dossier de preuve d'un acte, fabriqué à la demande. */
export const adressePreuve = (reference: string): string =>
  `/api/conventions/${encodeURIComponent(reference)}/preuve`

export const adresseVersion = (reference: string, numero: number): string =>
  `${adresseConvention(reference)}/versions/${numero}`
export const adresseComparaison = (
  reference: string,
  de: CoteCompare,
  a: CoteCompare,
  reglages: Readonly<Record<string, string | undefined>> = {},
): string => {
  const p = new URLSearchParams({ de: String(de), a: String(a) })
  for (const [cle, v] of Object.entries(reglages)) if (v) p.set(cle, v)
  return `${adresseConvention(reference)}/versions/comparer?${p.toString()}`
}
export const adresseDates = (reference: string): string => `${adresseConvention(reference)}/dates`
/** Lettre de dénonciation, fabriquée à la demande. */
export const adresseLettre = (reference: string, id: string, format: 'pdf' | 'docx'): string =>
  `/api/conventions/${encodeURIComponent(reference)}/resiliation/${encodeURIComponent(id)}?format=${format}`

/** Création d'une convention qui prend la suite d'une convention finie, avec les mêmes centres et le même modèle. */
export function adresseNouvelleApres(c: {
  reference: string
  centres: readonly { code: string }[]
  modele: { code: string } | null
}): string {
  const p = new URLSearchParams({ 'suite-de': c.reference })
  if (c.centres[0]) p.set('cms', c.centres[0].code)
  if (c.modele) p.set('modele', c.modele.code)
  return `/conventions/nouvelle?${p}`
}

/** Calendrier des séances de cet organisme, sur la page qui les rassemble. */
export const adresseConseil = (code: string): string => `/conseils#${code}`

/** Tout ce que mon côté doit mesurer, toutes conventions. */
export const ADRESSE_A_SAISIR = '/a-saisir'
/** Toutes les périodes d'un engagement ; `mesure` : celle où arriver. */
export const adresseEngagement = (reference: string, engagementId: string, mesure?: string): string =>
  `${adresseConvention(reference)}/engagements/${encodeURIComponent(engagementId)}${mesure ? `#${mesure}` : ''}`
