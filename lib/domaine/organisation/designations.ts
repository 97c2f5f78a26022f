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

const ACCORDS: readonly (readonly [RegExp, string])[] = [
  [/^(commune|mutuelle|communauté|métropole|fondation|caisse)(?=\s|$)/i, 'la '],
  [/^(association|établissement|union|institut|hôpital)(?=\s|$)/i, 'l’'],
  [/^(centre|groupe|groupement|syndicat)(?=\s|$)/i, 'le '],
]

/** Nom d'une partie tel qu'il entre dans une phrase : « la commune d’Arcueil » ; un nom propre reste seul. */
export function nomDansLaPhrase(nom: string): string {
  // Nom propre d'institution : il garde sa capitale après l'article.
  if (/^Assistance Publique/i.test(nom)) return `l’${nom}`
  const regle = ACCORDS.find(([motif]) => motif.test(nom))
  return regle ? regle[1] + nom.charAt(0).toLowerCase() + nom.slice(1) : nom
}

/** Nom tel que les fiches l'écrivent : un nom commun y perd sa capitale (« commune d’Arcueil »), un nom propre la garde. */
export const nomCourant = (nom: string): string => nomDansLaPhrase(nom.trim()).replace(/^(?:la |le |l’)/, '')
