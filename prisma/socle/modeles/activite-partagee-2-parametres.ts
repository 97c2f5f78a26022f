import type { DefinitionParametre } from '../../../lib/domaine/texte/parametres'
import { parametresActivitePartagee } from './activite-partagee-parametres'

/** Ce que chaque gestionnaire a pour lui dans un acte groupé : sa désignation, ses centres, son vote, ses pouvoirs. */
const PAR_GESTIONNAIRE = new Set([
  'gestionnaire',
  'gestionnaire_representant',
  'commune',
  'deliberation_numero',
  'deliberation_date',
  'deliberation_transmission',
  'delegation_maire',
  'convention_cadre_date',
])

/** Définitions de la version 1 que le nouveau texte ne cite plus, ou définit autrement. */
const SORTIES = new Set(['centre_adresse', 'convention_cadre_date', 'nombre_demi_journees', 'periode'])

const nouvelles: readonly DefinitionParametre[] = [
  {
    cle: 'gestionnaires',
    libelle: 'Gestionnaires, dans l’ordre de leurs signatures',
    genre: 'liste',
    origine: 'reference',
    aide: 'Avec leur article : « la commune de Malakoff ». Le texte s’accorde à leur nombre.',
  },
  {
    cle: 'centres_geres',
    libelle: 'Centres de santé de ce gestionnaire',
    genre: 'liste',
    origine: 'reference',
    parGestionnaire: true,
  },
  {
    cle: 'convention_cadre_date',
    libelle: 'Date de la convention-cadre ou d’affiliation',
    genre: 'date',
    aide: 'Reprise de la convention à laquelle l’activité est rattachée.',
    parGestionnaire: true,
  },
  {
    cle: 'numero_activite',
    libelle: 'Numéro de l’activité dans la convention-cadre',
    genre: 'nombre',
    aide: 'Donné par le rattachement, dans l’ordre où les activités s’y ajoutent ; il n’est jamais donné deux fois.',
    parGestionnaire: true,
  },
  {
    cle: 'nombre_demi_journees',
    libelle: 'Nombre de demi-journées',
    genre: 'nombre',
    aide: 'Pour l’ensemble des centres. Demi-journées hospitalières : une vacation de trois heures au centre n’en est pas une.',
    defaut: { genre: 'nombre', nombre: 2 },
  },
  {
    cle: 'periode',
    libelle: 'Par semaine ou par mois',
    genre: 'choix',
    choix: [
      { code: 'mois', libelle: 'Par mois', texte: 'par mois' },
      { code: 'semaine', libelle: 'Par semaine', texte: 'par semaine' },
    ],
    defaut: { genre: 'choix', code: 'mois' },
  },
]

const PART: Partial<DefinitionParametre> = {
  aide: 'À rapprocher du nombre de demi-journées : 10 % d’un temps plein correspond à une demi-journée par semaine.',
  // Deux demi-journées par mois font une fraction de semaine : la part se demande, elle ne se suppose pas.
  defaut: undefined,
}

export const parametresActivitePartagee2: readonly DefinitionParametre[] = [
  ...parametresActivitePartagee
    .filter((d) => !SORTIES.has(d.cle))
    .map((d): DefinitionParametre => {
      if (d.cle === 'part_activite') return { ...d, ...PART }
      return PAR_GESTIONNAIRE.has(d.cle) ? { ...d, parGestionnaire: true } : d
    }),
  ...nouvelles,
]
