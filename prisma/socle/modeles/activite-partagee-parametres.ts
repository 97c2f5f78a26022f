import type { DefinitionParametre } from '../../../lib/domaine/texte/parametres'
import { PARAMETRES_COMMUNS } from './parametres-communs'
import { AIDE_DUREE, DATE_FIN, duree, dureeRenouvellement, INSTITUTION_SIEGE } from './parametres-partages'

/**
 * Paramètres propres à l'activité partagée. Le prix de la demi-journée est un montant convenu, daté et sourcé :
 * le coût de référence et la part l'expliquent, mais ne le recalculent jamais.
 */
const finances: readonly DefinitionParametre[] = [
  {
    cle: 'prix_demi_journee',
    libelle: 'Prix convenu d’une demi-journée',
    genre: 'montant',
    aide: 'Montant du modèle de 2018. Il fait foi tel qu’il est écrit ; une revalorisation est un nouveau prix daté.',
    defaut: { genre: 'montant', centimes: 14_549 },
  },
  {
    cle: 'date_prix',
    libelle: 'Date à laquelle le prix a été convenu',
    genre: 'date',
    aide: 'À demander : le modèle de 2018 renvoie à une grille parue le 1er juillet 2016.',
  },
  {
    cle: 'source_prix',
    libelle: 'Source du prix',
    genre: 'texte',
    aide: 'L’emploi de référence du modèle (« PHC », 3e échelon) est fermé : citer une source actuelle si elle existe.',
    defaut: {
      genre: 'texte',
      texte:
        'modèle de 2018, fondé sur le coût employeur moyen d’un « PHC » au 3e échelon, emploi fermé depuis, et sur les grilles parues au Journal officiel du 1er juillet 2016',
    },
  },
  {
    cle: 'cout_reference',
    libelle: 'Coût employeur de référence',
    genre: 'montant',
    aide: 'Coût mensuel, selon notre lecture : le modèle de 2018 ne précise pas la période.',
    defaut: { genre: 'montant', centimes: 630_531 },
  },
  {
    cle: 'part_activite',
    libelle: 'Part du coût employeur',
    genre: 'taux',
    aide: '10 % correspond à une demi-journée par semaine : à rapprocher du nombre de demi-journées.',
    defaut: { genre: 'taux', pourcent: 10 },
  },
  {
    cle: 'periodicite_facturation',
    libelle: 'Période de l’état des présences et de la facturation',
    genre: 'choix',
    choix: [
      { code: 'trimestre', libelle: 'Trimestre civil', texte: 'trimestre civil' },
      { code: 'semestre', libelle: 'Semestre civil', texte: 'semestre civil' },
    ],
    defaut: { genre: 'choix', code: 'trimestre' },
  },
  {
    cle: 'comptable',
    libelle: 'Comptable public qui encaisse',
    genre: 'texte',
    aide: 'S’écrit après « à l’ordre du ». Le modèle de 2018 cite le trésorier-payeur général, fonction qui n’existe plus.',
    defaut: { genre: 'texte', texte: 'comptable public assignataire' },
  },
]

const activite: readonly DefinitionParametre[] = [
  {
    cle: 'service',
    libelle: 'Service hospitalier',
    genre: 'texte',
    aide: 'Avec son mot de liaison : « de médecine interne », « d’urologie ». Ne pas nommer son chef.',
    defaut: { genre: 'texte', texte: 'de médecine interne' },
  },
  {
    cle: 'nombre_demi_journees',
    libelle: 'Nombre de demi-journées',
    genre: 'nombre',
    aide: 'Demi-journées hospitalières : une vacation de trois heures au centre n’en est pas une.',
    defaut: { genre: 'nombre', nombre: 1 },
  },
  {
    cle: 'periode',
    libelle: 'Par semaine ou par mois',
    genre: 'choix',
    choix: [
      { code: 'semaine', libelle: 'Par semaine', texte: 'par semaine' },
      { code: 'mois', libelle: 'Par mois', texte: 'par mois' },
    ],
    defaut: { genre: 'choix', code: 'semaine' },
  },
  {
    cle: 'base_statutaire',
    libelle: 'Fondement statutaire de l’intervention',
    genre: 'choix',
    aide: 'L’article R. 6152-4, visé par le modèle de 2018, traite d’établissements : il est douteux qu’il s’étende à un centre municipal de santé. Faire confirmer avant de le retenir.',
    choix: [
      {
        code: 'interet-general',
        libelle: 'Activité d’intérêt général (R. 6152-30)',
        texte: 'l’article R. 6152-30 du code de la santé publique (activité d’intérêt général)',
      },
      {
        code: 'mise-a-disposition',
        libelle: 'Mise à disposition (R. 6152-50)',
        texte: 'l’article R. 6152-50 du code de la santé publique (mise à disposition)',
      },
      {
        code: 'assistants',
        libelle: 'Assistants des hôpitaux (R. 6152-501 et suivants)',
        texte: 'les articles R. 6152-501 et suivants du code de la santé publique (assistants des hôpitaux)',
      },
      {
        code: 'plusieurs-etablissements',
        libelle: 'Exercice dans plusieurs établissements (R. 6152-4) : portée douteuse',
        texte: 'l’article R. 6152-4 du code de la santé publique (exercice dans plusieurs établissements)',
      },
    ],
    defaut: { genre: 'choix', code: 'interet-general' },
  },
  {
    cle: 'projet_institutionnel',
    libelle: 'Projet dont relève le partenariat',
    genre: 'texte',
    aide: 'S’écrit après « projet ».',
    defaut: { genre: 'texte', texte: '« Médecins partenaires »' },
  },
  {
    cle: 'moyens_fournis',
    libelle: 'Moyens matériels mis à disposition',
    genre: 'texte',
    aide: 'Liste écrite en une phrase, sans capitale.',
    defaut: {
      genre: 'texte',
      texte:
        'un cabinet équipé, un accès au dossier informatisé du patient, l’accueil et un secrétariat médical',
    },
  },
]

const vie: readonly DefinitionParametre[] = [
  {
    cle: 'date_effet',
    libelle: 'Date d’effet',
    genre: 'date',
    aide: 'Elle ne peut précéder la dernière signature.',
  },
  DATE_FIN,
  { ...duree(1), aide: AIDE_DUREE },
  dureeRenouvellement(1),
  {
    cle: 'preavis',
    libelle: 'Préavis de dénonciation',
    genre: 'duree',
    unites: ['mois'],
    defaut: { genre: 'duree', nombre: 3, unite: 'mois' },
    aide: 'Compté de la réception de la lettre recommandée.',
  },
]

const signature: readonly DefinitionParametre[] = [
  INSTITUTION_SIEGE,
  { cle: 'centre_adresse', libelle: 'Adresse du centre de santé', genre: 'texte' },
  {
    cle: 'delegation_maire',
    libelle: 'Délégation du maire au signataire',
    genre: 'texte',
    aide: 'Référence et date de l’arrêté, par exemple « n° 2025-12 du 3 mars 2025 » : exigées quand le directeur du centre signe seul (CGCT, art. L. 2122-19). Si le maire signe, choisir l’autre rédaction du visa.',
  },
  {
    cle: 'delegation_hopital',
    libelle: 'Délégation de signature côté hôpital',
    genre: 'texte',
    aide: 'Référence et date de l’arrêté, exigées quand le signataire n’est pas le directeur général.',
  },
  {
    cle: 'convention_cadre_date',
    libelle: 'Date de la convention-cadre ou d’affiliation',
    genre: 'date',
  },
]

export const parametresActivitePartagee: readonly DefinitionParametre[] = [
  ...PARAMETRES_COMMUNS,
  ...activite,
  ...finances,
  ...vie,
  ...signature,
]
