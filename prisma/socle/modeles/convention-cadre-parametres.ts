import type { DefinitionParametre } from '../../../lib/domaine/texte/parametres'
import { PARAMETRES_COMMUNS } from './parametres-communs'
import { DELEGATION_HOPITAL, DELEGATION_MAIRE, duree, dureeRenouvellement } from './parametres-partages'

const PERIODICITES = [
  { code: 'annuelle', libelle: 'Annuelle', texte: 'une fois par an' },
  { code: 'semestrielle', libelle: 'Semestrielle', texte: 'au moins une fois par semestre' },
] as const

const PREAMBULE: readonly DefinitionParametre[] = [
  {
    cle: 'institution_siege',
    libelle: 'Siège de l’institution hospitalière',
    genre: 'texte',
    origine: 'reference',
    aide: 'Adresse du siège, écrite dans la comparution (« 3 avenue Victoria, 75004 Paris »).',
  },
  {
    cle: 'plan_strategique',
    libelle: 'Document stratégique de l’institution',
    genre: 'texte',
    aide: 'Le modèle de 2018 cite le plan 2015-2019 : à actualiser.',
    defaut: { genre: 'texte', texte: 'plan stratégique 2015-2019' },
  },
  {
    cle: 'programme_ville_hopital',
    libelle: 'Programme consacré aux relations avec la ville',
    genre: 'texte',
    defaut: { genre: 'texte', texte: 'Médecins Partenaires' },
  },
  {
    cle: 'programme_debut',
    libelle: 'Mois de lancement du programme',
    genre: 'texte',
    aide: 'Écrit en toutes lettres après « lancé en » : « juin 2016 ».',
    defaut: { genre: 'texte', texte: 'juin 2016' },
  },
]

const ACTIVITES: readonly DefinitionParametre[] = [
  {
    cle: 'delai_reponse_scanner',
    libelle: 'Délai de réponse à une demande de scanner',
    genre: 'duree',
    unites: ['heure', 'jour'],
    aide: 'Délai dans lequel l’Hôpital répond au demandeur (2.1). Il ne se confond pas avec le délai d’examen.',
    defaut: { genre: 'duree', nombre: 48, unite: 'heure' },
  },
  {
    cle: 'decompte_delai_scanner',
    libelle: 'Décompte du délai de réponse',
    genre: 'choix',
    aide: 'Le texte de 2018 écrit « 48 h » sans dire s’il s’agit d’heures calendaires ou ouvrées : les parties doivent trancher.',
    choix: [
      {
        code: 'calendaires',
        libelle: 'Heures calendaires',
        texte: 'en heures calendaires, nuits, fins de semaine et jours fériés compris',
      },
      {
        code: 'ouvrees',
        libelle: 'Heures ouvrées',
        texte:
          'en heures ouvrées, c’est-à-dire pendant les seules heures d’ouverture du secrétariat d’imagerie',
      },
    ],
    defaut: { genre: 'choix', code: 'calendaires' },
  },
  {
    cle: 'delai_examen_urgent',
    libelle: 'Délai d’examen d’imagerie urgent',
    genre: 'duree',
    unites: ['heure', 'jour'],
    aide: 'Degré d’urgence fixé par l’annexe décrivant le circuit, et non par l’article 2.1.',
    defaut: { genre: 'duree', nombre: 48, unite: 'heure' },
  },
  {
    cle: 'delai_examen_semi_urgent',
    libelle: 'Délai d’examen d’imagerie semi-urgent',
    genre: 'duree',
    unites: ['jour'],
    aide: 'Degré d’urgence fixé par l’annexe décrivant le circuit, et non par l’article 2.1.',
    defaut: { genre: 'duree', nombre: 15, unite: 'jour' },
  },
  {
    cle: 'delai_consultation_orientation',
    libelle: 'Délai de la consultation d’orientation (parcours complexes)',
    genre: 'duree',
    unites: ['jour'],
    aide: 'Les sources divergent : 7 jours dans le modèle de convention, 15 jours dans le texte qui le commente, repris par la variante. Choisir l’un ou l’autre avec le service concerné.',
    defaut: { genre: 'duree', nombre: 7, unite: 'jour' },
  },
  {
    cle: 'specialites_orientation',
    libelle: 'Spécialités ouvertes à la consultation d’orientation',
    genre: 'liste',
    source: 'specialites',
    aide: 'Spécialités du modèle de 2018 ; tout autre service volontaire peut rejoindre le dispositif.',
    defaut: { genre: 'liste', elements: ['médecine interne', 'gériatrie', 'neurologie'] },
  },
  {
    cle: 'delai_consultation_semi_urgente',
    libelle: 'Délai d’une consultation semi-urgente',
    genre: 'duree',
    unites: ['jour'],
    defaut: { genre: 'duree', nombre: 15, unite: 'jour' },
  },
  {
    cle: 'outil_rendez_vous',
    libelle: 'Outil de prise de rendez-vous',
    genre: 'texte',
    defaut: { genre: 'texte', texte: 'Doctolib' },
  },
  {
    cle: 'plateforme_echange',
    libelle: 'Plateforme territoriale d’échange de données',
    genre: 'texte',
    defaut: { genre: 'texte', texte: 'Terr-eSanté' },
  },
  {
    cle: 'dispositif_appui',
    libelle: 'Dispositif d’appui aux parcours complexes',
    genre: 'texte',
    aide: 'Nom précédé de son article. « Plateforme territoriale d’appui » en 2018 ; ces plateformes ont depuis rejoint les dispositifs d’appui à la coordination (DAC) : écrire le nom en usage sur le territoire.',
    defaut: { genre: 'texte', texte: 'la plateforme territoriale d’appui (PTA)' },
  },
]

const VIE_DE_LA_CONVENTION: readonly DefinitionParametre[] = [
  {
    cle: 'periodicite_comite',
    libelle: 'Périodicité du comité de suivi',
    genre: 'choix',
    choix: PERIODICITES,
    aide: 'Annuelle dans le modèle de 2018 ; semestrielle dans la convention d’affiliation, dont la variante paritaire reprend aussi la périodicité.',
    defaut: { genre: 'choix', code: 'annuelle' },
  },
  {
    cle: 'periodicite_pleniere',
    libelle: 'Périodicité du comité plénier',
    genre: 'choix',
    choix: PERIODICITES,
    defaut: { genre: 'choix', code: 'annuelle' },
  },
  {
    cle: 'date_effet',
    libelle: 'Date d’effet écrite',
    genre: 'date',
    facultatif: true,
    aide: 'Facultative, et postérieure à la dernière signature. Sans elle, la convention prend effet le jour de cette signature. Utilisée par la variante « date d’effet écrite ».',
  },
  {
    cle: 'date_fin',
    libelle: 'Dernier jour de la convention',
    genre: 'date',
    facultatif: true,
    aide: 'Calculé à partir de la date d’effet et de la durée : veille du jour anniversaire.',
  },
  duree(3),
  dureeRenouvellement(3),
  {
    cle: 'preavis',
    libelle: 'Préavis de résiliation',
    genre: 'duree',
    unites: ['mois'],
    aide: 'Compté de la réception de la lettre recommandée, de quantième à quantième.',
    defaut: { genre: 'duree', nombre: 6, unite: 'mois' },
  },
  DELEGATION_MAIRE,
  DELEGATION_HOPITAL,
  {
    cle: 'lieu_signature',
    libelle: 'Lieu de signature',
    genre: 'texte',
    facultatif: true,
    aide: 'Repris dans la formule finale (« Fait à … »), avant les signatures.',
  },
]

export const PARAMETRES_CONVENTION_CADRE: readonly DefinitionParametre[] = [
  ...PARAMETRES_COMMUNS,
  ...PREAMBULE,
  ...ACTIVITES,
  ...VIE_DE_LA_CONVENTION,
]
