import type { Declaration, PorteeDeclaree } from '../../../lib/domaine/engagement/declaration'
import {
  DIRECTION_ADMINISTRATIVE,
  DIRECTION_MEDICALE,
  delaiVise,
  domaine,
  evenement,
  MESSAGERIE_DES_DEUX_COTES,
  PARTENARIATS,
  REMISE_A_DATER,
  tauxVise,
} from './commun'

const CALENDRIER_IRM = evenement('Calendrier de l’extension à l’IRM arrêté par le comité de suivi')

/** Les délais valent pour le scanner dès la prise d'effet, pour l'IRM une fois l'extension organisée. */
const SCANNER_PUIS_IRM: PorteeDeclaree[] = [
  { code: 'scanner', libelle: 'Scanner', condition: null },
  { code: 'irm', libelle: 'IRM', condition: CALENDRIER_IRM },
]

const imagerie = domaine({
  theme: 'imagerie',
  referents: { hopital: 'Responsable du service d’imagerie', centre: DIRECTION_MEDICALE },
})

/** Article 2.1 et son circuit. L'examen non urgent, sans délai écrit, ne déclare rien. */
const IMAGERIE: readonly Declaration[] = [
  imagerie({
    cle: 'imagerie-plateau-hopital',
    unite: 'article-imagerie',
    debiteur: 'hopital',
    libelle: 'Ouvrir le plateau d’imagerie de l’hôpital aux patients du centre',
  }),
  imagerie({
    cle: 'imagerie-plateau-centre',
    unite: 'article-imagerie',
    debiteur: 'centre',
    libelle: 'Ouvrir le plateau d’imagerie du centre aux patients de l’hôpital',
  }),
  imagerie({
    cle: 'imagerie-reponse',
    unite: 'article-imagerie',
    debiteur: 'hopital',
    libelle: 'Répondre dans le délai convenu aux demandes de scanner, puis d’IRM',
    promesse: delaiVise('delai_reponse_scanner', 'decompte_delai_scanner'),
    portees: SCANNER_PUIS_IRM,
    demandes: { nature: 'imagerie', degre: null, borne: 'reponse' },
  }),
  imagerie({
    cle: 'imagerie-degre-sincere',
    unite: 'article-imagerie',
    debiteur: 'centre',
    libelle: 'Indiquer sincèrement le degré d’urgence de chaque demande, sur le formulaire convenu',
    recurrence: 'semestre',
  }),
  imagerie({
    cle: 'imagerie-decouverte-inattendue',
    unite: 'article-imagerie',
    debiteur: 'centre',
    libelle: 'Joindre sans délai le médecin prescripteur quand l’examen montre une situation inattendue',
  }),
  imagerie({
    cle: 'imagerie-extension-irm',
    unite: 'article-imagerie',
    debiteur: 'parties',
    libelle: 'Étendre à l’IRM les règles suivies pour le scanner, à la date que fixe le comité de suivi',
    promesse: REMISE_A_DATER,
    condition: CALENDRIER_IRM,
  }),
  imagerie({
    cle: 'imagerie-comptes-rendus',
    unite: 'article-imagerie',
    debiteur: 'hopital',
    libelle: 'Envoyer par messagerie sécurisée les comptes rendus d’imagerie',
    promesse: tauxVise(),
    condition: MESSAGERIE_DES_DEUX_COTES,
  }),
  imagerie({
    cle: 'imagerie-examen-urgent',
    unite: 'annexe-circuit-imagerie',
    debiteur: 'hopital',
    libelle: 'Réaliser dans le délai convenu les scanners urgents, puis les IRM urgentes',
    promesse: delaiVise('delai_examen_urgent'),
    portees: SCANNER_PUIS_IRM,
    demandes: { nature: 'imagerie', degre: 'urgent', borne: 'rendez-vous' },
  }),
  imagerie({
    cle: 'imagerie-examen-semi-urgent',
    unite: 'annexe-circuit-imagerie',
    debiteur: 'hopital',
    libelle: 'Réaliser dans le délai convenu les scanners semi-urgents, puis les IRM semi-urgentes',
    promesse: delaiVise('delai_examen_semi_urgent'),
    portees: SCANNER_PUIS_IRM,
    demandes: { nature: 'imagerie', degre: 'semi-urgent', borne: 'rendez-vous' },
  }),
  imagerie({
    cle: 'imagerie-demandes-messagerie',
    unite: 'annexe-circuit-imagerie',
    debiteur: 'parties',
    libelle: 'Remplacer la télécopie par la messagerie sécurisée pour les demandes et les réponses',
    condition: MESSAGERIE_DES_DEUX_COTES,
  }),
  imagerie({
    cle: 'imagerie-consignes',
    unite: 'annexe-formulaire-imagerie',
    debiteur: 'hopital',
    libelle: 'Tenir le centre informé des consignes de préparation aux examens',
  }),
]

const hopitalDeJour = domaine({
  theme: 'hopital-de-jour',
  referents: { hopital: 'Responsable des hôpitaux de jour', centre: DIRECTION_MEDICALE },
})

/** Article 2.2 : le délai d'orientation est un paramètre, que les deux rédactions de l'article citent. */
const HOPITAL_DE_JOUR: readonly Declaration[] = [
  hopitalDeJour({
    cle: 'hdj-parcours-simples',
    unite: 'article-hopital-de-jour',
    debiteur: 'hopital',
    libelle: 'Identifier les parcours simples d’hôpital de jour, ouverts à l’adressage direct',
  }),
  hopitalDeJour({
    cle: 'hdj-orientation',
    unite: 'article-hopital-de-jour',
    debiteur: 'hopital',
    libelle:
      'Recevoir en consultation d’orientation, dans le délai convenu, les patients d’un parcours complexe',
    promesse: delaiVise('delai_consultation_orientation'),
    demandes: { nature: 'orientation-hdj', degre: null, borne: 'rendez-vous' },
  }),
  hopitalDeJour({
    cle: 'hdj-specialistes-designes',
    unite: 'article-hopital-de-jour',
    variante: 'specialiste-identifie',
    debiteur: 'hopital',
    libelle: 'Désigner, dans chaque service participant, le médecin spécialiste de l’orientation',
  }),
  hopitalDeJour({
    cle: 'hdj-formulaire',
    unite: 'article-hopital-de-jour',
    debiteur: 'centre',
    libelle: 'Adresser les patients en hôpital de jour au moyen du formulaire convenu',
    promesse: tauxVise(),
  }),
  hopitalDeJour({
    cle: 'hdj-repertoire',
    unite: 'annexe-circuit-hdj',
    debiteur: 'hopital',
    libelle: 'Tenir à jour le répertoire des parcours d’hôpital de jour',
  }),
  hopitalDeJour({
    cle: 'hdj-suite-donnee',
    unite: 'annexe-circuit-hdj',
    debiteur: 'hopital',
    libelle: 'Dire au médecin du centre la suite donnée à chaque demande d’hôpital de jour',
    promesse: tauxVise(),
  }),
]

const consultations = domaine({
  theme: 'consultations',
  referents: { hopital: PARTENARIATS, centre: DIRECTION_ADMINISTRATIVE },
})

const CONSULTATIONS: readonly Declaration[] = [
  consultations({
    cle: 'consultations-creneaux',
    unite: 'article-consultations',
    debiteur: 'hopital',
    libelle: 'Réserver des créneaux de consultation aux patients que le centre adresse',
    recurrence: 'semestre',
  }),
  consultations({
    cle: 'consultations-semi-urgentes',
    unite: 'article-consultations',
    debiteur: 'hopital',
    libelle: 'Recevoir dans le délai convenu les patients dont la demande est semi-urgente',
    promesse: delaiVise('delai_consultation_semi_urgente'),
    demandes: { nature: 'consultation', degre: 'semi-urgent', borne: 'rendez-vous' },
  }),
]

/** Article 2 de la convention-cadre, et les annexes qui le mettent en œuvre. */
export const SOINS_CONVENTION_CADRE: readonly Declaration[] = [
  ...IMAGERIE,
  ...HOPITAL_DE_JOUR,
  ...CONSULTATIONS,
]
