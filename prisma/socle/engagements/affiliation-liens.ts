import type { Declaration } from '../../../lib/domaine/engagement/declaration'
import { DIRECTION_MEDICALE, delaiVise, domaine, evenement, uneFoisSelon } from './commun'

const formation = domaine({
  theme: 'formation',
  referents: { hopital: 'Direction des affaires médicales', centre: DIRECTION_MEDICALE },
})

/** La réunion et le programme qui en sort suivent la même périodicité, écrite une fois dans l'article. */
const FORMATION: readonly Declaration[] = [
  formation({
    cle: 'formation-reunion',
    unite: 'formation',
    debiteur: 'parties',
    libelle: 'Se réunir pour fixer les objectifs communs de formation',
    promesse: uneFoisSelon('periodicite_reunion_formation', 'an'),
  }),
  formation({
    cle: 'formation-programme',
    unite: 'formation',
    debiteur: 'parties',
    libelle: 'Arrêter le programme de formation et le porter aux instances de chaque partie',
    promesse: uneFoisSelon('periodicite_reunion_formation', 'an'),
  }),
  formation({
    cle: 'formation-acces',
    unite: 'formation',
    debiteur: 'hopital',
    libelle: 'Ouvrir les formations en accès libre aux professionnels du centre',
  }),
  formation({
    cle: 'formation-annonce',
    unite: 'formation',
    debiteur: 'hopital',
    libelle: 'Envoyer au centre les programmes de formation',
  }),
  formation({
    cle: 'formation-autorisation',
    unite: 'formation',
    debiteur: 'centre',
    libelle: 'Autoriser les professionnels du centre à suivre les formations ouvertes',
  }),
  formation({
    cle: 'formation-attestations',
    unite: 'formation',
    debiteur: 'hopital',
    libelle: 'Délivrer une attestation de présence aux professionnels formés',
  }),
  formation({
    cle: 'staffs-a-distance',
    unite: 'personnels-medicaux',
    debiteur: 'hopital',
    libelle: 'Ouvrir aux médecins du centre, par téléconférence, les staffs de l’hôpital',
  }),
]

const demographie = domaine({
  theme: 'demographie-medicale',
  referents: { hopital: 'Direction des affaires médicales', centre: DIRECTION_MEDICALE },
})

const MOYENS: readonly Declaration[] = [
  demographie({
    cle: 'praticiens-au-centre',
    unite: 'personnels-medicaux',
    debiteur: 'hopital',
    libelle: 'Faire exercer au centre des praticiens de l’hôpital, pour une part de leur service',
    recurrence: 'semestre',
  }),
  demographie({
    cle: 'ordres-de-mission',
    unite: 'personnels-non-medicaux',
    debiteur: 'parties',
    libelle: 'Établir un ordre de mission avant chaque déplacement d’un agent',
  }),
  demographie({
    cle: 'reclassement',
    unite: 'fonctions-transversales',
    debiteur: 'parties',
    libelle: 'Aider, s’il le faut, au reclassement des agents de l’autre partie',
  }),
]

const cellule = domaine({
  theme: 'coordination',
  referents: { hopital: 'Direction des soins', centre: DIRECTION_MEDICALE },
})
const OUVERTURE = evenement('Ouverture de la cellule territoriale de coordination')

/**
 * La cellule est une expérimentation (`duree_cellule`) : à son terme, une personne ferme ces engagements. La sortie
 * s'annonce entre deux bornes : la cible est l'avance minimale ; l'avance maximale, sans enjeu, ne se juge pas.
 */
const CELLULE: readonly Declaration[] = [
  cellule({
    cle: 'cellule-consultations',
    unite: 'cellule-territoriale',
    debiteur: 'parties',
    libelle: 'Obtenir et coordonner les rendez-vous que demandent les médecins de la commune',
    recurrence: 'semestre',
    condition: OUVERTURE,
  }),
  cellule({
    cle: 'cellule-admissions',
    unite: 'cellule-territoriale',
    debiteur: 'parties',
    libelle: 'Organiser les entrées programmées sans passage par les urgences',
    recurrence: 'semestre',
    condition: OUVERTURE,
  }),
  cellule({
    cle: 'cellule-annonce-sortie',
    unite: 'cellule-territoriale',
    theme: 'sortie',
    debiteur: 'hopital',
    libelle: 'Annoncer chaque sortie à la cellule avec l’avance convenue, sauf opposition du patient',
    promesse: delaiVise('delai_annonce_sortie_min'),
    condition: OUVERTURE,
  }),
  cellule({
    cle: 'cellule-relais',
    unite: 'cellule-territoriale',
    theme: 'sortie',
    debiteur: 'parties',
    libelle: 'Prévenir de la sortie, avec l’accord du patient, les intervenants médico-sociaux',
    recurrence: 'semestre',
    condition: OUVERTURE,
  }),
]

/** Formation, moyens et cellule territoriale de l'affiliation. */
export const LIENS_AFFILIATION: readonly Declaration[] = [...FORMATION, ...MOYENS, ...CELLULE]
