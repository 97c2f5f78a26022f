import { type Declaration, REDACTION_DU_MODELE } from '../../../lib/domaine/engagement/declaration'
import { DIRECTION_MEDICALE, domaine, foisPar, MESSAGERIE_DES_DEUX_COTES, tauxVise } from './commun'

const donnees = domaine({
  theme: 'echange-de-donnees',
  referents: {
    hopital: 'Direction des systèmes d’information',
    centre: 'Responsable informatique du centre',
  },
})

const DONNEES: readonly Declaration[] = [
  donnees({
    cle: 'messagerie-hopital',
    unite: 'article-messagerie',
    debiteur: 'hopital',
    libelle: 'Mettre en service la messagerie sécurisée à l’hôpital et en annoncer la date au centre',
    recurrence: 'semestre',
  }),
  donnees({
    cle: 'messagerie-centre',
    unite: 'article-messagerie',
    debiteur: 'centre',
    libelle: 'Mettre en service la messagerie sécurisée au centre et en annoncer la date à l’hôpital',
    recurrence: 'semestre',
  }),
  donnees({
    cle: 'plateforme-alimentation',
    unite: 'article-plateforme',
    debiteur: 'parties',
    libelle: 'Alimenter la plateforme territoriale d’échange',
    recurrence: 'semestre',
  }),
  donnees({
    cle: 'plateforme-information-patients',
    unite: 'article-plateforme',
    debiteur: 'centre',
    libelle: 'Informer les patients éligibles qu’ils peuvent ouvrir un compte sur la plateforme',
  }),
  donnees({
    cle: 'plateforme-patients-communs',
    unite: 'article-supports-informatises',
    debiteur: 'parties',
    libelle: 'Employer d’abord la plateforme pour les patients communs',
  }),
]

const sortie = domaine({
  theme: 'sortie',
  referents: { hopital: 'Direction des soins', centre: DIRECTION_MEDICALE },
})

const SORTIE: readonly Declaration[] = [
  sortie({
    cle: 'sortie-medecin-traitant',
    unite: 'article-sortie',
    debiteur: 'centre',
    libelle: 'Proposer un médecin traitant aux patients complexes de la commune qui sortent sans suivi',
    promesse: tauxVise(),
  }),
  sortie({
    cle: 'sortie-signalement',
    unite: 'annexe-circuit-sortie',
    debiteur: 'hopital',
    libelle: 'Signaler au centre, avec leur accord, les patients concernés avant leur sortie',
    promesse: tauxVise(),
  }),
  sortie({
    cle: 'sortie-lettre-adressage',
    unite: 'annexe-circuit-sortie',
    debiteur: 'centre',
    libelle: 'Joindre une lettre de liaison à chaque adressage pour hospitalisation',
    promesse: tauxVise(),
  }),
  sortie({
    cle: 'sortie-lettre-liaison',
    unite: 'annexe-circuit-sortie',
    debiteur: 'hopital',
    libelle: 'Remettre la lettre de liaison le jour de la sortie, au patient et à son médecin traitant',
    promesse: tauxVise(),
  }),
  sortie({
    cle: 'sortie-compte-rendu',
    unite: 'annexe-circuit-sortie',
    debiteur: 'hopital',
    libelle: 'Adresser le compte rendu d’hospitalisation au patient et à son médecin traitant',
    promesse: tauxVise(),
  }),
  sortie({
    cle: 'sortie-messagerie',
    unite: 'annexe-circuit-sortie',
    debiteur: 'parties',
    libelle: 'Envoyer par messagerie sécurisée lettres de liaison et comptes rendus',
    promesse: tauxVise(),
    condition: MESSAGERIE_DES_DEUX_COTES,
  }),
]

const formation = domaine({
  theme: 'formation',
  referents: { hopital: 'Direction des affaires médicales', centre: DIRECTION_MEDICALE },
})
const staff = (cle: string, variante: string, libelle: string, autres: Partial<Declaration> = {}) =>
  formation({ cle, unite: 'article-staffs', variante, debiteur: 'hopital', libelle, ...autres })

/** Article 5. Chaque rédaction de l'article sur les staffs promet autre chose : une seule s'applique. */
const FORMATION: readonly Declaration[] = [
  staff('staffs-reguliers', REDACTION_DU_MODELE, 'Animer régulièrement un staff au centre'),
  staff('staffs-deux-par-an', 'deux-fois-par-an', 'Animer au centre des staffs de médecine générale', {
    promesse: foisPar(2, 'an'),
  }),
  staff('staffs-trimestriels', 'trimestriel', 'Faire animer au centre un staff de spécialité', {
    promesse: foisPar(1, 'trimestre'),
  }),
  staff(
    'staffs-a-la-demande',
    'a-la-demande',
    'Faire intervenir un spécialiste au centre quand il le demande',
  ),
  staff(
    'staffs-patients-communs',
    'patients-communs',
    'Animer régulièrement au centre un staff sur les patients suivis en commun',
  ),
  staff(
    'staffs-avis-ponctuel',
    'patients-communs',
    'Donner l’avis d’un spécialiste sur un dossier quand le centre le demande',
  ),
  formation({
    cle: 'staffs-themes',
    unite: 'article-staffs',
    debiteur: 'centre',
    libelle: 'Indiquer à l’hôpital les thèmes à traiter avant chaque intervention au centre',
  }),
  formation({
    cle: 'formations-themes',
    unite: 'article-formations-internes',
    debiteur: 'hopital',
    libelle: 'Faire connaître au centre les thèmes des formations internes',
  }),
  formation({
    cle: 'formations-places',
    unite: 'article-formations-internes',
    debiteur: 'hopital',
    libelle: 'Inscrire les médecins du centre aux formations internes où il reste des places',
  }),
  formation({
    cle: 'formations-attestations',
    unite: 'article-formations-internes',
    debiteur: 'hopital',
    libelle: 'Délivrer une attestation de présence aux professionnels formés',
  }),
  formation({
    cle: 'staffs-a-distance',
    unite: 'article-statut-praticiens',
    debiteur: 'hopital',
    libelle: 'Ouvrir aux médecins du centre, par téléconférence, les staffs de l’hôpital',
  }),
]

/** Échange de données, sortie, staffs et formations de la convention-cadre. */
export const LIENS_CONVENTION_CADRE: readonly Declaration[] = [...DONNEES, ...SORTIE, ...FORMATION]
