import type { DefinitionParametre } from '../../../lib/domaine/texte/parametres'
import { PARAMETRES_COMMUNS } from './parametres-communs'
import {
  AIDE_DUREE,
  DATE_FIN,
  DELEGATION_HOPITAL,
  DELEGATION_MAIRE,
  duree,
  dureeRenouvellement,
  INSTITUTION_SIEGE,
} from './parametres-partages'

/**
 * Paramètres propres à l'affiliation. Les chiffres de la convention de 2017 servent de valeurs proposées ; ce qui
 * ne vaut que pour Gennevilliers n'apparaît que dans une variante, et n'est exigé que si elle est retenue.
 */
const chiffres: readonly DefinitionParametre[] = [
  { ...duree(3), aide: AIDE_DUREE },
  {
    ...dureeRenouvellement(3),
    aide: 'Le renouvellement exige un avenant exprès, signé avant le terme.',
  },
  {
    cle: 'preavis',
    libelle: 'Préavis de résiliation',
    genre: 'duree',
    unites: ['mois'],
    defaut: { genre: 'duree', nombre: 6, unite: 'mois' },
    aide: 'Compté de la réception de la lettre recommandée.',
  },
  {
    cle: 'duree_cellule',
    libelle: 'Durée de l’expérimentation de la cellule territoriale',
    genre: 'duree',
    unites: ['an', 'mois'],
    defaut: { genre: 'duree', nombre: 2, unite: 'an' },
  },
  {
    cle: 'delai_annonce_sortie_min',
    libelle: 'Annonce de la sortie : délai minimal',
    genre: 'duree',
    unites: ['heure', 'jour'],
    defaut: { genre: 'duree', nombre: 24, unite: 'heure' },
  },
  {
    cle: 'delai_annonce_sortie_max',
    libelle: 'Annonce de la sortie : délai maximal',
    genre: 'duree',
    unites: ['heure', 'jour'],
    defaut: { genre: 'duree', nombre: 48, unite: 'heure' },
  },
  {
    cle: 'periodicite_comite',
    libelle: 'Périodicité du comité de suivi',
    genre: 'choix',
    choix: [
      { code: 'trimestre', libelle: 'Chaque trimestre', texte: 'une fois par trimestre' },
      { code: 'semestre', libelle: 'Chaque semestre', texte: 'une fois par semestre' },
      { code: 'an', libelle: 'Chaque année', texte: 'une fois par an' },
    ],
    defaut: { genre: 'choix', code: 'semestre' },
  },
  {
    cle: 'periodicite_comite_annuel',
    libelle: 'Réunion annuelle du comité de suivi',
    genre: 'choix',
    aide: 'Employé par la variante « comité annuel » seulement.',
    choix: [
      { code: 'an', libelle: 'Une fois par an, à date libre', texte: 'une fois par an' },
      {
        code: 'an-anniversaire',
        libelle: 'Une fois par an, avant la date anniversaire',
        texte: 'une fois par an, avant la date anniversaire de la convention',
      },
    ],
    defaut: { genre: 'choix', code: 'an' },
  },
  {
    cle: 'periodicite_reunion_formation',
    libelle: 'Périodicité de la réunion sur la formation',
    genre: 'choix',
    choix: [
      { code: 'an', libelle: 'Chaque année', texte: 'une fois par an' },
      { code: 'semestre', libelle: 'Chaque semestre', texte: 'une fois par semestre' },
    ],
    defaut: { genre: 'choix', code: 'an' },
  },
]

const organisation: readonly DefinitionParametre[] = [
  DELEGATION_MAIRE,
  DELEGATION_HOPITAL,
  INSTITUTION_SIEGE,
  {
    cle: 'region_sante',
    libelle: 'Ressort de l’agence régionale de santé',
    genre: 'texte',
    aide: 'S’écrit après « agence régionale de santé ».',
    defaut: { genre: 'texte', texte: 'Île-de-France' },
  },
  {
    cle: 'cellule_ouverture',
    libelle: 'Ouverture de la cellule territoriale',
    genre: 'texte',
    aide: 'Mois et année, ou année seule : « septembre 2017 » à Gennevilliers.',
  },
  {
    cle: 'specialites_avancees',
    libelle: 'Spécialités des consultations avancées',
    genre: 'liste',
    source: 'specialites',
    defaut: {
      genre: 'liste',
      elements: ['gastro-entérologie', 'pneumologie', 'rhumatologie', 'hématologie', 'urologie'],
    },
  },
  {
    cle: 'specialites_perspective',
    libelle: 'Domaines à couvrir ensuite',
    genre: 'liste',
    source: 'specialites',
    aide: 'S’écrit après « dont » : chaque élément porte son article.',
    defaut: {
      genre: 'liste',
      elements: ['le suivi du VIH', 'la prise en charge de l’obésité', 'l’oncologie', 'la gériatrie'],
    },
  },
  {
    cle: 'ufr_odontologie',
    libelle: 'Partenaire universitaire en odontologie',
    genre: 'texte',
    aide: 'Nom avec son article. À Gennevilliers en 2017 : celle de Paris Descartes.',
    defaut: {
      genre: 'texte',
      texte: 'l’unité de formation et de recherche d’odontologie de l’université de rattachement',
    },
  },
  {
    cle: 'plateforme_medicale',
    libelle: 'Structure d’hospitalisation de jour médicale',
    genre: 'texte',
    defaut: { genre: 'texte', texte: 'plateforme ambulatoire médicale (PAM)' },
  },
  {
    cle: 'plateforme_chirurgicale',
    libelle: 'Structure d’hospitalisation de jour chirurgicale',
    genre: 'texte',
    defaut: { genre: 'texte', texte: 'plateforme ambulatoire de chirurgie et d’anesthésie (PACA)' },
  },
  {
    cle: 'mode_assurance_institution',
    libelle: 'Assurance de l’institution hospitalière',
    genre: 'texte',
    aide: 'S’écrit après « déclare ». L’AP-HP est son propre assureur ; un autre établissement cite son contrat.',
    defaut: { genre: 'texte', texte: 'être son propre assureur' },
  },
]

/** N'apparaissent que dans une variante ou un visa facultatif : exigés seulement si le texte retenu les cite. */
const variantes: readonly DefinitionParametre[] = [
  {
    cle: 'convention_anterieure_date',
    libelle: 'Date de la convention antérieure',
    genre: 'date',
    aide: '30 septembre 2002 à Gennevilliers.',
  },
  {
    cle: 'convention_anterieure_fin',
    libelle: 'Année où la convention antérieure a pris fin',
    genre: 'texte',
    aide: '2011 à Gennevilliers : convention caduque, coopération poursuivie.',
  },
  {
    cle: 'perimetre_projet',
    libelle: 'Nom du périmètre du projet médical',
    genre: 'texte',
    aide: 'S’écrit après « à l’échelle », avec son mot de liaison.',
    defaut: { genre: 'texte', texte: 'de la boucle nord des Hauts-de-Seine et du territoire « T5 »' },
  },
  {
    cle: 'projet_hospitalier',
    libelle: 'Projet hospitalier annoncé',
    genre: 'texte',
    aide: 'Commence la phrase : avec son article et une capitale.',
    defaut: {
      genre: 'texte',
      texte: 'Le nouveau campus hospitalo-universitaire de Saint-Ouen (« Grand hôpital Nord »)',
    },
  },
  {
    cle: 'projet_hospitalier_ouverture',
    libelle: 'Année d’ouverture du projet hospitalier',
    genre: 'texte',
    aide: 'L’année annoncée en 2017 était 2025 : à vérifier avant de la reprendre.',
    defaut: { genre: 'texte', texte: '2025' },
  },
  {
    cle: 'perimetre_extension',
    libelle: 'Territoire d’extension',
    genre: 'texte',
    aide: 'Avec son mot de liaison.',
    defaut: { genre: 'texte', texte: 'du territoire « T6 », en Seine-Saint-Denis' },
  },
  {
    cle: 'communes_extension',
    libelle: 'Communes d’extension',
    genre: 'liste',
    source: 'communes',
    aide: 'À Gennevilliers : Saint-Ouen, Saint-Denis et Pierrefitte.',
    defaut: { genre: 'liste', elements: ['Saint-Ouen', 'Saint-Denis', 'Pierrefitte'] },
  },
  {
    cle: 'date_effet',
    libelle: 'Date d’effet écrite',
    genre: 'date',
    aide: 'Sans elle, la convention prend effet à la dernière signature.',
  },
  DATE_FIN,
]

export const parametresAffiliation: readonly DefinitionParametre[] = [
  ...PARAMETRES_COMMUNS,
  ...chiffres,
  ...organisation,
  ...variantes,
]
