import { NOM_A_RENSEIGNER } from '../../lib/domaine/organisation/fiche'
import { deCommune } from '../../lib/domaine/organisation/lieu'
import { communeDe } from './lieux'
import type { OrganisationDemonstration } from './types'

type Ville = {
  code: string
  codeInsee: string
  centres: readonly string[]
  groupe: 'hups' | 'hupnvs'
  origine: boolean
}

/**
 * `origine` : les six communes des tableaux de 2018. Bagneux et Vitry-sur-Seine ont rejoint les échanges plus tard,
 * Gennevilliers relève d'un autre groupe : pour elles, offre et besoins restent « non renseigné ».
 */
export const VILLES: readonly Ville[] = [
  { code: 'arcueil', codeInsee: '94003', centres: ['arcueil'], groupe: 'hups', origine: true },
  {
    code: 'fontenay-aux-roses',
    codeInsee: '92032',
    centres: ['fontenay-aux-roses'],
    groupe: 'hups',
    origine: true,
  },
  { code: 'gentilly', codeInsee: '94037', centres: ['gentilly'], groupe: 'hups', origine: true },
  { code: 'ivry-sur-seine', codeInsee: '94041', centres: ['ivry-sur-seine'], groupe: 'hups', origine: true },
  {
    code: 'malakoff',
    codeInsee: '92046',
    centres: ['malakoff-1', 'malakoff-2'],
    groupe: 'hups',
    origine: true,
  },
  { code: 'villejuif', codeInsee: '94076', centres: ['villejuif'], groupe: 'hups', origine: true },
  { code: 'bagneux', codeInsee: '92007', centres: ['bagneux'], groupe: 'hups', origine: false },
  {
    code: 'vitry-sur-seine',
    codeInsee: '94081',
    centres: ['vitry-sur-seine'],
    groupe: 'hups',
    origine: false,
  },
  { code: 'gennevilliers', codeInsee: '92036', centres: ['gennevilliers'], groupe: 'hupnvs', origine: false },
]

export const codeGestionnaire = (ville: Pick<Ville, 'code'>): string => `commune-${ville.code}`

export const GESTIONNAIRES: readonly OrganisationDemonstration[] = VILLES.map((ville) => {
  const { nom, tncc } = communeDe(ville.codeInsee)
  return {
    code: codeGestionnaire(ville),
    nature: 'GESTIONNAIRE',
    nom: `commune ${deCommune(nom, tncc)}`,
    sigle: 'Commune',
    article: 'la',
    feminin: true,
    codeInsee: ville.codeInsee,
    natureGestionnaire: 'COMMUNE',
  }
})

/** Date du relevé des deux tableaux de l'offre, puis année des rencontres bilatérales. */
const OFFRE_RELEVEE_LE = '2018-10-01'
export const RENCONTRES_LE = '2018-01-01'

/** Les sources donnent deux centres à Malakoff sans les nommer : l'écran demande leur nom. */
export const CENTRES: readonly OrganisationDemonstration[] = VILLES.flatMap((ville) =>
  ville.centres.map((code, i): OrganisationDemonstration => {
    const { nom, tncc } = communeDe(ville.codeInsee)
    const unique = ville.centres.length === 1
    // Le tableau donne l'offre de la ville entière : portée par le premier centre, elle reste à répartir.
    const releve = ville.origine && i === 0
    return {
      code,
      nature: 'CENTRE',
      nom: unique
        ? `Centre municipal de santé ${deCommune(nom, tncc)}`
        : `Centre municipal de santé n° ${i + 1}${NOM_A_RENSEIGNER}`,
      sigle: 'CMS',
      article: 'le',
      feminin: false,
      parent: codeGestionnaire(ville),
      codeInsee: ville.codeInsee,
      offreRenseigneeLe: releve ? OFFRE_RELEVEE_LE : undefined,
      besoinsRecueillisLe: releve ? RENCONTRES_LE : undefined,
    }
  }),
)

const NOTES: Record<string, string> = {
  malakoff:
    'La source compte deux centres et ne donne qu’une colonne : offre et besoins sont portés par le premier, à répartir.',
  bagneux: 'A rejoint les échanges après les premières rencontres.',
  'vitry-sur-seine': 'A rejoint les échanges après les premières rencontres.',
}

export const PARTENARIATS = VILLES.flatMap((ville) =>
  ville.centres.map((centre) => ({ groupe: ville.groupe, centre, note: NOTES[ville.code] ?? null })),
)
