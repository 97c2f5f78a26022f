import type { NatureBesoin } from '../../lib/domaine/organisation/besoins'
import { type CodeSpecialite, SPECIALITES } from '../socle/specialites'
import { REPONSES } from './reponses'
import type { BesoinDemonstration } from './types'

type Colonnes = { hopital: CodeSpecialite[]; avancees: CodeSpecialite[]; hdj: CodeSpecialite[] }

/** Le tableau des besoins, une ligne par centre, éclatée par spécialité. */
const TABLEAU: Record<string, Colonnes> = {
  arcueil: {
    hopital: ['endocrinologie'],
    avancees: ['medecine-interne'],
    hdj: ['medecine-interne', 'geriatrie', 'diabetologie'],
  },
  gentilly: {
    hopital: ['endocrinologie', 'rhumatologie', 'dermatologie', 'allergologie', 'pediatrie'],
    avancees: ['medecine-interne', 'rhumatologie', 'diabetologie'],
    hdj: ['endocrinologie', 'cardiologie', 'geriatrie'],
  },
  'fontenay-aux-roses': {
    hopital: ['cardiologie', 'neurologie', 'gastroenterologie', 'endocrinologie', 'orthopedie'],
    avancees: ['rhumatologie', 'orl', 'ophtalmologie', 'endocrinologie', 'psychiatrie'],
    hdj: ['geriatrie', 'medecine-interne'],
  },
  'ivry-sur-seine': {
    hopital: ['medecine-interne', 'psychiatrie'],
    avancees: ['radiologie', 'gynecologie', 'phlebologie', 'pneumologie', 'allergologie', 'psychiatrie'],
    hdj: ['medecine-interne', 'geriatrie'],
  },
  'malakoff-1': {
    hopital: ['medecine-interne'],
    avancees: ['medecine-interne'],
    hdj: ['gastroenterologie', 'medecine-interne', 'sommeil', 'geriatrie'],
  },
  villejuif: {
    hopital: ['cardiologie', 'pneumologie', 'gastroenterologie', 'endocrinologie'],
    avancees: ['cardiologie', 'nephrologie'],
    hdj: ['diabetologie', 'cardiologie', 'medecine-interne'],
  },
}

const libelleDe = (code: CodeSpecialite): string => SPECIALITES.find((s) => s.code === code)?.libelle ?? code

const besoin = (
  centre: string,
  nature: NatureBesoin,
  specialite: CodeSpecialite | null,
  libelle: string,
  bilaterale = true,
  note?: string,
): BesoinDemonstration => ({
  centre,
  nature,
  specialite,
  libelle,
  bilaterale,
  note,
  reponses: REPONSES.filter((r) => r.vise({ centre, nature, specialite })).map((r) => r.reponse),
})

const DU_TABLEAU = Object.entries(TABLEAU).flatMap(([centre, { hopital, avancees, hdj }]) => [
  ...hopital.map((s) => besoin(centre, 'CONSULTATION_HOPITAL', s, libelleDe(s))),
  ...avancees.map((s) => besoin(centre, 'CONSULTATION_AVANCEE', s, libelleDe(s))),
  ...hdj.map((s) => besoin(centre, 'HDJ', s, libelleDe(s))),
])

/** Attentes que le texte attribue nommément à un centre, en dehors du tableau. */
const HORS_TABLEAU = [
  ...Object.keys(TABLEAU).map((c) =>
    besoin(c, 'AUTRE', 'imagerie', 'Accès au scanner et à l’IRM en secteur 1'),
  ),
  besoin('fontenay-aux-roses', 'AUTRE', 'medecine-generale', 'Staff de médecine générale, deux fois par an'),
  besoin('ivry-sur-seine', 'AUTRE', null, 'Staff avec un médecin spécialiste, une fois par trimestre'),
  besoin('villejuif', 'AUTRE', null, 'Venue ponctuelle d’un spécialiste, selon les cas'),
  besoin(
    'arcueil',
    'AUTRE',
    'radiologie',
    'Vacations de radiologie',
    true,
    'Le plus en difficulté des trois centres regroupés.',
  ),
  besoin(
    'bagneux',
    'AUTRE',
    'radiologie',
    'Vacations de radiologie',
    false,
    'Exprimé avec Arcueil et Ivry-sur-Seine.',
  ),
  besoin(
    'vitry-sur-seine',
    'CONSULTATION_AVANCEE',
    'medecine-interne',
    'Médecine interne',
    false,
    'Proposé avec Malakoff ; les autres besoins du centre ne sont pas renseignés.',
  ),
]

export const BESOINS: readonly BesoinDemonstration[] = [...DU_TABLEAU, ...HORS_TABLEAU]
