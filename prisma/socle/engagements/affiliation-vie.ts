import { type Declaration, REDACTION_DU_MODELE } from '../../../lib/domaine/engagement/declaration'
import {
  DIRECTION_ADMINISTRATIVE,
  DIRECTION_MEDICALE,
  domaine,
  foisPar,
  PARTENARIATS,
  REMISE_A_DATER,
  uneFoisSelon,
} from './commun'

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
    unite: 'messagerie-securisee',
    debiteur: 'hopital',
    libelle: 'Mettre en service la messagerie sécurisée à l’hôpital',
    recurrence: 'semestre',
  }),
  donnees({
    cle: 'messagerie-centre',
    unite: 'messagerie-securisee',
    debiteur: 'centre',
    libelle: 'Mettre en service la messagerie sécurisée au centre',
    recurrence: 'semestre',
  }),
  donnees({
    cle: 'dossier-commun',
    unite: 'supports-informatises',
    debiteur: 'parties',
    libelle: 'Préparer l’ouverture d’un dossier médical commun',
  }),
]

const gouvernance = domaine({
  theme: 'gouvernance',
  referents: { hopital: PARTENARIATS, centre: 'Direction du centre' },
})

/**
 * Échange de données, suivi, protocoles et affichage de l'affiliation. La rédaction annuelle du comité a son propre
 * paramètre : l'autre engagement ne naît pas avec elle.
 */
export const VIE_AFFILIATION: readonly Declaration[] = [
  ...DONNEES,
  gouvernance({
    cle: 'comite-suivi',
    unite: 'comite-suivi',
    variante: REDACTION_DU_MODELE,
    debiteur: 'parties',
    libelle: 'Réunir le comité de suivi',
    promesse: uneFoisSelon('periodicite_comite', 'semestre'),
  }),
  gouvernance({
    cle: 'comite-suivi-annuel',
    unite: 'comite-suivi',
    variante: 'annuel',
    debiteur: 'parties',
    libelle: 'Réunir le comité de suivi',
    promesse: uneFoisSelon('periodicite_comite_annuel', 'an'),
  }),
  gouvernance({
    cle: 'comite-point-ecrit',
    unite: 'comite-suivi',
    variante: 'annuel',
    debiteur: 'parties',
    libelle: 'Échanger un point écrit sur les engagements entre deux réunions du comité',
    promesse: foisPar(1, 'an'),
  }),
  gouvernance({
    cle: 'comite-bilan',
    unite: 'comite-suivi',
    debiteur: 'parties',
    libelle: 'Dresser le bilan des activités et des actions communes',
  }),
  domaine({ theme: 'coordination', referents: { hopital: PARTENARIATS, centre: DIRECTION_MEDICALE } })({
    cle: 'protocoles-communs',
    unite: 'objet',
    debiteur: 'parties',
    libelle: 'Écrire des protocoles communs et les appliquer',
  }),
  domaine({
    theme: 'communication',
    referents: { hopital: 'Direction de la communication', centre: DIRECTION_ADMINISTRATIVE },
  })({
    cle: 'affichage-commun',
    unite: 'identite-visuelle',
    debiteur: 'parties',
    libelle: 'Concevoir ensemble les éléments d’affichage d’un label commun',
    promesse: REMISE_A_DATER,
  }),
]
