import type { NatureOrganisation } from '@/lib/domaine/organisation/acteur'
import { NOM_PROVISOIRE } from '@/lib/domaine/organisation/fiche'
import type { SaisieCreation } from '@/lib/domaine/organisation/saisies-referentiel'
import type { OrganisationLue } from '@/lib/lectures/administration/fiche-organisation'
import { TEXTES_NATURE } from '@/lib/presentation/organisation/referentiel'

/** Ce que tient le formulaire d'une organisation, à la création comme ensuite. */
export type Valeurs = Omit<SaisieCreation, 'nature'>

export const valeursNeuves = (nature: NatureOrganisation, parentId: string): Valeurs => ({
  nom: '',
  sigle: nature === 'CENTRE' ? 'CMS' : '',
  article: TEXTES_NATURE[nature].article,
  genre: TEXTES_NATURE[nature].genre,
  parentId,
  natureGestionnaire: nature === 'GESTIONNAIRE' ? 'COMMUNE' : '',
  adresse: '',
  telephone: '',
  courriel: '',
  siret: '',
  finess: '',
  codeInsee: '',
  communeNom: '',
  tncc: '0',
  codeReference: '',
  appellationDepuis: '',
})

const ARTICLES = ['le', 'la', "l'", 'les', ''] as const
const LIAISONS = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const

/** L'institution du premier démarrage n'a pas encore d'accord : on propose le plus courant. */
function accordDe(o: OrganisationLue): Pick<Valeurs, 'article' | 'genre'> {
  const { article, genre } = TEXTES_NATURE[o.nature]
  if (o.nature === 'INSTITUTION' && o.nom === NOM_PROVISOIRE) return { article, genre }
  return {
    article: ARTICLES.find((a) => a === o.article.replace('’', "'")) ?? '',
    genre: o.feminin ? 'feminin' : 'masculin',
  }
}

export const valeursDe = (o: OrganisationLue): Valeurs => ({
  nom: o.nom,
  sigle: o.sigle ?? '',
  ...accordDe(o),
  parentId: o.parent?.id ?? '',
  natureGestionnaire: o.natureGestionnaire ?? '',
  adresse: o.adresse ?? '',
  telephone: o.telephone ?? '',
  courriel: o.courriel ?? '',
  siret: o.siret ?? '',
  finess: o.finess ?? '',
  codeInsee: o.commune?.codeInsee ?? '',
  communeNom: o.commune?.nom ?? '',
  tncc: LIAISONS.find((t) => t === String(o.commune?.tncc)) ?? '0',
  codeReference: '',
  appellationDepuis: '',
})
