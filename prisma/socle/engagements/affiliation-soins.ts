import type { Declaration } from '../../../lib/domaine/engagement/declaration'
import {
  DIRECTION_ADMINISTRATIVE,
  DIRECTION_MEDICALE,
  domaine,
  evenement,
  MESSAGERIE_DES_DEUX_COTES,
  PARTENARIATS,
  REMISE_A_DATER,
  tauxVise,
} from './commun'

const consultations = domaine({
  theme: 'consultations',
  referents: { hopital: PARTENARIATS, centre: DIRECTION_MEDICALE },
})

const CONSULTATIONS: readonly Declaration[] = [
  consultations({
    cle: 'consultations-avancees',
    unite: 'consultations',
    debiteur: 'hopital',
    libelle: 'Tenir au centre des consultations avancées dans les spécialités convenues',
    recurrence: 'semestre',
  }),
  consultations({
    cle: 'teleconsultations',
    unite: 'consultations',
    debiteur: 'parties',
    libelle: 'Organiser des téléconsultations pour des patients présents au centre',
    recurrence: 'semestre',
  }),
  consultations({
    cle: 'teleconsultations-programme',
    unite: 'personnels-medicaux',
    debiteur: 'parties',
    libelle: 'Établir le programme des téléconsultations et en demander le financement',
  }),
  consultations({
    cle: 'teleconsultations-conclusions',
    unite: 'annexe-teleconsultations',
    debiteur: 'hopital',
    libelle: 'Transmettre par messagerie sécurisée les conclusions des téléconsultations',
    promesse: tauxVise(),
    condition: MESSAGERIE_DES_DEUX_COTES,
  }),
  consultations({
    cle: 'consultations-moyens',
    unite: 'annexe-consultations-avancees',
    debiteur: 'centre',
    libelle: 'Fournir cabinet, matériel, secrétariat et accueil aux consultations avancées',
  }),
  consultations({
    cle: 'consultations-remplacement',
    unite: 'annexe-consultations-avancees',
    debiteur: 'hopital',
    libelle: 'Pourvoir au remplacement d’un praticien qui annonce son indisponibilité',
  }),
]

const imagerie = domaine({
  theme: 'imagerie',
  referents: { hopital: 'Responsable du service d’imagerie', centre: DIRECTION_MEDICALE },
})

const IMAGERIE: readonly Declaration[] = [
  imagerie({
    cle: 'imagerie-plateau-hopital',
    unite: 'imagerie',
    debiteur: 'hopital',
    libelle: 'Ouvrir le plateau d’imagerie de l’hôpital aux patients du centre',
  }),
  imagerie({
    cle: 'imagerie-plateau-centre',
    unite: 'imagerie',
    debiteur: 'centre',
    libelle: 'Ouvrir le plateau d’imagerie du centre aux patients de l’hôpital',
  }),
  imagerie({
    cle: 'imagerie-examens-centre',
    unite: 'imagerie',
    debiteur: 'centre',
    libelle:
      'Réaliser, quand l’hôpital les demande, échographies-doppler, échographies fœtales et mammographies',
  }),
  imagerie({
    cle: 'imagerie-telemedecine',
    unite: 'imagerie',
    debiteur: 'parties',
    libelle: 'Mettre en service la liaison de télémédecine entre les deux services d’imagerie',
    promesse: REMISE_A_DATER,
  }),
]

const explorations = domaine({
  theme: 'explorations-fonctionnelles',
  referents: { hopital: 'Responsable des explorations fonctionnelles', centre: DIRECTION_MEDICALE },
})

/** Le délai de restitution se fixe dans l'annexe, en blanc dans le modèle : il n'est pas déclaré. */
const EXPLORATIONS: readonly Declaration[] = [
  explorations({
    cle: 'explorations-lecture',
    unite: 'explorations-fonctionnelles',
    debiteur: 'hopital',
    libelle: 'Lire et interpréter les holters et les examens du sommeil posés au centre',
    recurrence: 'semestre',
  }),
  explorations({
    cle: 'explorations-protocole',
    unite: 'explorations-fonctionnelles',
    debiteur: 'parties',
    libelle: 'Arrêter le protocole commun de lecture des enregistrements',
    promesse: REMISE_A_DATER,
  }),
  explorations({
    cle: 'explorations-respiratoires',
    unite: 'explorations-fonctionnelles',
    debiteur: 'centre',
    libelle: 'Réaliser des explorations respiratoires pour les patients de l’hôpital',
    condition: evenement('Avenant décrivant les explorations respiratoires réalisées au centre'),
  }),
  explorations({
    cle: 'explorations-enregistrements',
    unite: 'annexe-explorations-fonctionnelles',
    debiteur: 'centre',
    libelle: 'Transmettre les enregistrements par une voie sécurisée',
  }),
  explorations({
    cle: 'explorations-alerte',
    unite: 'annexe-explorations-fonctionnelles',
    debiteur: 'hopital',
    libelle: 'Prévenir sans délai le médecin du centre quand une anomalie presse',
  }),
  explorations({
    cle: 'explorations-comptes-rendus',
    unite: 'annexe-explorations-fonctionnelles',
    debiteur: 'hopital',
    libelle: 'Adresser par messagerie sécurisée le compte rendu au médecin prescripteur',
    promesse: tauxVise(),
    condition: MESSAGERIE_DES_DEUX_COTES,
  }),
]

const HOPITAL_DE_JOUR = domaine({
  theme: 'hopital-de-jour',
  referents: { hopital: 'Responsable des hôpitaux de jour', centre: DIRECTION_MEDICALE },
})({
  cle: 'hdj-accueil',
  unite: 'hospitalisation-de-jour',
  debiteur: 'hopital',
  libelle: 'Accueillir en hôpital de jour les patients que le centre adresse',
  recurrence: 'semestre',
})

const prevention = domaine({
  theme: 'prevention',
  referents: { hopital: PARTENARIATS, centre: DIRECTION_ADMINISTRATIVE },
})
const action = (cle: string, libelle: string): Declaration =>
  prevention({
    cle: `prevention-${cle}`,
    unite: 'sante-publique',
    debiteur: 'parties',
    libelle,
    condition: evenement('Avenant fixant les objectifs, le calendrier et le financement de l’action'),
  })

/** Les actions que l'article nomme ; chacune attend l'avenant qui la règle. */
const PREVENTION: readonly Declaration[] = [
  action('cancer-sein', 'Organiser ensemble le dépistage du cancer du sein'),
  action('cancer-colorectal', 'Organiser ensemble le dépistage des cancers colorectaux'),
  action('insuffisance-renale', 'Organiser ensemble le dépistage de l’insuffisance rénale chronique'),
  action(
    'bucco-dentaire',
    'Organiser ensemble la santé bucco-dentaire des résidents d’établissements pour personnes âgées',
  ),
]

/** Article 2 de l'affiliation et les annexes qui l'appliquent. La réflexion sur l'odontologie ne déclare rien. */
export const SOINS_AFFILIATION: readonly Declaration[] = [
  ...CONSULTATIONS,
  ...IMAGERIE,
  ...EXPLORATIONS,
  HOPITAL_DE_JOUR,
  ...PREVENTION,
]
