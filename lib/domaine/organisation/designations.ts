import type { ValeurDe } from '../texte/parametres'

export const NATURES_GESTIONNAIRE = ['COMMUNE', 'EPCI', 'ASSOCIATION', 'MUTUELLE', 'HOPITAL'] as const
export type NatureGestionnaire = (typeof NATURES_GESTIONNAIRE)[number]

type Court = Pick<ValeurDe<'designation'>, 'sigle' | 'article' | 'feminin'>

/** Dénomination abrégée d'un gestionnaire dans le texte, selon sa nature (« la Commune », « l'Association »). */
const COURTS: Record<NatureGestionnaire, Court> = {
  COMMUNE: { sigle: 'Commune', article: 'la', feminin: true },
  EPCI: { sigle: 'Établissement public territorial', article: "l'", feminin: false },
  ASSOCIATION: { sigle: 'Association', article: "l'", feminin: true },
  MUTUELLE: { sigle: 'Mutuelle', article: 'la', feminin: true },
  HOPITAL: { sigle: 'Établissement', article: "l'", feminin: false },
}

/** Désignation d'un gestionnaire : nom complet de sa fiche, nom court de sa nature. */
export const designationGestionnaire = (
  nature: NatureGestionnaire,
  nom: string,
): ValeurDe<'designation'> => ({
  genre: 'designation',
  nom,
  ...COURTS[nature],
})

type Article = ValeurDe<'designation'>['article']
const ARTICLES: readonly Article[] = ['le', 'la', "l'", 'les', '']

/** Désignation d'une organisation hospitalière d'après sa fiche. */
export function designationHopital(fiche: {
  nom: string
  sigle: string | null
  article: string
  feminin: boolean
}): ValeurDe<'designation'> {
  const article = ARTICLES.find((a) => a === fiche.article.replace('’', "'")) ?? ''
  return { genre: 'designation', nom: fiche.nom, sigle: fiche.sigle, article, feminin: fiche.feminin }
}
