/** Colonnes du tableau des besoins, dans l'ordre où les centres les ont exprimés. */
export const NATURES_BESOIN = ['CONSULTATION_HOPITAL', 'CONSULTATION_AVANCEE', 'HDJ', 'AUTRE'] as const
export type NatureBesoin = (typeof NATURES_BESOIN)[number]

export const PRIORITES_BESOIN = ['HAUTE', 'NORMALE', 'BASSE'] as const
export type PrioriteBesoin = (typeof PRIORITES_BESOIN)[number]

export const NATURES_REPONSE = ['ARTICLE', 'AVENANT', 'EXPERIMENTATION', 'A_L_ETUDE', 'REFUSEE'] as const
export type NatureReponse = (typeof NATURES_REPONSE)[number]

export const PRECISIONS_DATE = ['jour', 'mois', 'annee'] as const
export type PrecisionDate = (typeof PRECISIONS_DATE)[number]

const RANG: Record<PrioriteBesoin, number> = { HAUTE: 0, NORMALE: 1, BASSE: 2 }

/** Priorité d'abord (sans priorité = après), puis ancienneté du recueil, puis libellé français. */
export function comparerBesoins(
  a: { priorite: PrioriteBesoin | null; recueilliLe: string; libelle: string },
  b: { priorite: PrioriteBesoin | null; recueilliLe: string; libelle: string },
): number {
  const rang = (p: PrioriteBesoin | null): number => (p ? RANG[p] : 3)
  return (
    rang(a.priorite) - rang(b.priorite) ||
    a.recueilliLe.localeCompare(b.recueilliLe) ||
    a.libelle.localeCompare(b.libelle, 'fr')
  )
}

/** Un refus sans motif n'est pas une réponse : le centre doit savoir pourquoi. */
export const reponseAdmise = (nature: NatureReponse, motif: string | null | undefined): boolean =>
  nature !== 'REFUSEE' || (motif ?? '').trim() !== ''

/** La réponse qui vaut : la plus récente par sa date, puis par sa saisie. */
export function reponseActuelle<R extends { le: string; creeLe: string }>(reponses: readonly R[]): R | null {
  return (
    reponses.toSorted((a, b) => b.le.localeCompare(a.le) || b.creeLe.localeCompare(a.creeLe)).at(0) ?? null
  )
}
