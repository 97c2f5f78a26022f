import type { DateIso } from '../../lib/domaine/calendrier/dates'

/**
 * Expérimentation que les sources annoncent. Aucun résultat n'y figure : les sources n'en donnent pas. Le périmètre nomme
 * des organisations par leur code dans la démonstration ; une liste vide dit que la source n'en désigne aucune.
 */
export type ExperimentationSource = {
  cle: string
  intitule: string
  perimetre: {
    groupe: string
    sites: readonly string[]
    /** Services ou pôles. */
    services: readonly string[]
    centres: readonly string[]
  }
  /** Vide quand la source ne donne pas de jour : une date approchée fausserait celle de l'évaluation. */
  debutLe: DateIso | null
  /** Ce que la source dit du début, quand elle ne donne pas de jour. */
  debutAnnonce: string | null
  /** Durée écrite, en mois ; vide quand la source n'en fixe pas. */
  dureeMois: number | null
  /** Ce que l'on regardera, d'après le but que la source donne à l'essai. */
  observe: readonly string[]
  /** Ce que la source laisse incertain. */
  note: string | null
  source: string
}

const MEMOIRE = 'Mémoire EHESP, « Structurer les relations ville/hôpital à l’AP-HP », octobre 2018'

export const EXPERIMENTATIONS: readonly ExperimentationSource[] = [
  {
    cle: 'imagerie-bicetre',
    intitule: 'Demandes de scanner adressées à l’imagerie de Bicêtre',
    perimetre: { groupe: 'hups', sites: ['bicetre'], services: ['bicetre-imagerie'], centres: [] },
    debutLe: null,
    debutAnnonce: 'Déjà lancée pour le scanner quand le mémoire paraît, sans date ; l’IRM doit suivre',
    dureeMois: null,
    observe: [
      'Délai de réponse au médecin qui demande un scanner',
      'Délai d’examen selon le degré d’urgence',
      'Degré d’urgence indiqué par les médecins des centres',
      'Emploi du formulaire unique',
    ],
    note: 'La source ne dit pas quels centres participent.',
    source: `${MEMOIRE}, partie 2.2.1`,
  },
  {
    cle: 'hdj-pole-i3e',
    intitule: 'Adressage en hôpital de jour au pôle I3E',
    perimetre: { groupe: 'hups', sites: [], services: ['pole-i3e'], centres: [] },
    debutLe: null,
    debutAnnonce: 'Annoncée, sans date',
    dureeMois: null,
    observe: [
      'Adressages directs dans les parcours simples',
      'Délai de la consultation d’orientation dans les parcours complexes',
      'Orientation retenue après cette consultation',
    ],
    note: 'Le pôle réunit notamment l’endocrinologie, la rhumatologie et la médecine interne ; les sites et les centres ne sont pas nommés.',
    source: `${MEMOIRE}, partie 2.2.2`,
  },
  {
    cle: 'creneaux-medecine-interne-beclere',
    intitule: 'Créneaux réservés aux centres en médecine interne à Antoine-Béclère',
    perimetre: {
      groupe: 'hups',
      sites: ['antoine-beclere'],
      services: ['beclere-medecine-interne'],
      centres: [],
    },
    debutLe: null,
    debutAnnonce: 'Annoncée, sans date',
    dureeMois: null,
    observe: ['Délai d’une consultation semi-urgente', 'Emploi des créneaux réservés'],
    note: 'La source ne dit pas quels centres participent ; elle prévoit d’étendre l’essai à d’autres services s’il est concluant.',
    source: `${MEMOIRE}, partie 2.2.3`,
  },
  {
    cle: 'consultations-avancees-medecine-interne',
    intitule: 'Consultations avancées de médecine interne à Malakoff et à Vitry-sur-Seine',
    perimetre: {
      groupe: 'hups',
      sites: ['bicetre'],
      services: ['bicetre-medecine-interne'],
      centres: ['malakoff-1', 'vitry-sur-seine'],
    },
    debutLe: null,
    debutAnnonce: 'Annoncée pour septembre, sans jour ni année',
    dureeMois: null,
    observe: [
      'Demi-journées tenues dans chaque centre, une par mois convenue',
      'Patients reçus à chaque demi-journée',
    ],
    note: 'La source ne dit pas lequel des deux centres de Malakoff accueille les consultations : le premier est proposé, à vérifier.',
    source: `${MEMOIRE}, partie 2.3.2`,
  },
  {
    cle: 'staffs-medecine-interne',
    intitule: 'Internistes présents aux réunions d’équipe de Malakoff et de Vitry-sur-Seine',
    perimetre: {
      groupe: 'hups',
      sites: ['bicetre'],
      services: ['bicetre-medecine-interne'],
      centres: ['malakoff-1', 'vitry-sur-seine'],
    },
    debutLe: null,
    debutAnnonce: 'Dans le sillage des consultations avancées de médecine interne',
    dureeMois: null,
    observe: ['Réunions d’équipe auxquelles un interniste a pris part'],
    note: 'La source ne nomme pas les centres : ce sont ceux des consultations avancées. Le centre de Malakoff reste à vérifier.',
    source: `${MEMOIRE}, partie 2.3.3`,
  },
  {
    cle: 'poste-radiologie-arcueil',
    intitule: 'Poste partagé de radiologie entre Bicêtre et Arcueil',
    perimetre: { groupe: 'hups', sites: ['bicetre'], services: ['bicetre-imagerie'], centres: ['arcueil'] },
    debutLe: null,
    debutAnnonce: 'Fiches de poste à diffuser peu avant novembre 2018',
    dureeMois: null,
    observe: ['Poste d’assistant à mi-temps pourvu', 'Vacations de radiologie tenues au centre'],
    note: null,
    source: `${MEMOIRE}, partie 2.3.1`,
  },
  {
    cle: 'poste-radiologie-ivry-bagneux',
    intitule: 'Poste partagé de radiologie entre Bicêtre, Ivry-sur-Seine et Bagneux',
    perimetre: {
      groupe: 'hups',
      sites: ['bicetre'],
      services: ['bicetre-imagerie'],
      centres: ['ivry-sur-seine', 'bagneux'],
    },
    debutLe: null,
    debutAnnonce: 'Fiches de poste à diffuser peu avant novembre 2018',
    dureeMois: null,
    observe: ['Poste d’assistant à mi-temps pourvu', 'Vacations de radiologie tenues dans chaque centre'],
    note: null,
    source: `${MEMOIRE}, partie 2.3.1`,
  },
  {
    cle: 'cellule-gennevilliers',
    intitule: 'Cellule territoriale de coordination de Gennevilliers',
    perimetre: {
      groupe: 'hupnvs',
      sites: ['louis-mourier'],
      services: [],
      centres: ['gennevilliers'],
    },
    debutLe: null,
    debutAnnonce: 'Ouverture annoncée pour septembre 2017, sans jour',
    dureeMois: 24,
    observe: [
      'Rendez-vous de consultation et d’examen coordonnés',
      'Hospitalisations programmées sans passage par les urgences',
      'Sorties annoncées de 24 à 48 h à l’avance',
    ],
    note: null,
    source: 'Convention d’affiliation de Gennevilliers, juillet 2017, préambule et article 5.1',
  },
]
