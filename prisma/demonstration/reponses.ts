import type { NatureBesoin } from '../../lib/domaine/organisation/besoins'
import type { CodeSpecialite } from '../socle/specialites'
import type { ReponseDemonstration } from './types'

type Cible = { centre: string; nature: NatureBesoin; specialite: CodeSpecialite | null }
type RegleReponse = { vise: (cible: Cible) => boolean; reponse: ReponseDemonstration }

const experimentation = (texte: string, le = '2018-10-01'): ReponseDemonstration => ({
  nature: 'EXPERIMENTATION',
  texte,
  le,
  precision: 'mois',
})

/** Réponses que les sources donnent, et les besoins qu'elles visent. */
export const REPONSES: readonly RegleReponse[] = [
  {
    vise: (b) =>
      b.nature === 'CONSULTATION_AVANCEE' &&
      b.specialite === 'medecine-interne' &&
      ['malakoff-1', 'vitry-sur-seine'].includes(b.centre),
    reponse: experimentation(
      'Une demi-journée par mois et par centre, assurée par le service de médecine interne de l’hôpital Bicêtre. Évaluation à six mois.',
      '2018-09-01',
    ),
  },
  {
    vise: (b) => b.nature === 'AUTRE' && b.specialite === 'imagerie',
    reponse: experimentation(
      'Formulaire unique de demande et réponse en moins de 48 h pour le scanner ; l’IRM viendra dans un second temps.',
    ),
  },
  {
    vise: (b) =>
      b.nature === 'HDJ' &&
      ['medecine-interne', 'endocrinologie', 'rhumatologie'].includes(b.specialite ?? ''),
    reponse: experimentation(
      'Consultation d’orientation avant l’hôpital de jour, menée d’abord avec le pôle I3E.',
    ),
  },
  {
    vise: (b) => b.nature === 'CONSULTATION_HOPITAL' && b.specialite === 'medecine-interne',
    reponse: experimentation(
      'Créneaux réservés aux médecins des centres, proposés par la médecine interne de l’hôpital Antoine-Béclère.',
    ),
  },
  {
    vise: (b) => b.specialite === 'radiologie' && b.centre === 'arcueil',
    reponse: experimentation('Poste d’assistant partagé à mi-temps entre l’hôpital Bicêtre et Arcueil.'),
  },
  {
    vise: (b) => b.specialite === 'radiologie' && ['ivry-sur-seine', 'bagneux'].includes(b.centre),
    reponse: experimentation(
      'Poste d’assistant partagé à mi-temps entre l’hôpital Bicêtre, Ivry-sur-Seine et Bagneux.',
    ),
  },
]
