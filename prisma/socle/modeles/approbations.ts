import type { ApprobationDemandee } from '../../../lib/domaine/texte/modele-source'

/** Avis de la commission médicale d'établissement locale, commun aux conventions qui engagent des services. */
const AVIS_CME: ApprobationDemandee = {
  fonction: 'cme',
  libelle: 'Commission médicale d’établissement locale',
  nature: 'avis',
  source:
    'Choix de ce modèle : la commission siège au comité de suivi et la convention engage plusieurs services. À confirmer par le règlement intérieur du groupe.',
}
const AVIS_JURIDIQUE: ApprobationDemandee = {
  fonction: 'juridique',
  libelle: 'Affaires juridiques',
  nature: 'avis',
  source: 'Choix de ce modèle : le texte se négocie, il est relu avant d’être soumis au vote.',
}

/** Convention-cadre : un texte de coopération générale, sans praticien nommé ni somme due par lui-même. */
export const APPROBATIONS_CADRE: readonly ApprobationDemandee[] = [AVIS_JURIDIQUE, AVIS_CME]

/** Affiliation : mêmes avis, et celui des affaires médicales puisque des personnels y sont partagés. */
export const APPROBATIONS_AFFILIATION: readonly ApprobationDemandee[] = [
  AVIS_JURIDIQUE,
  {
    fonction: 'affaires-medicales',
    libelle: 'Direction des affaires médicales',
    nature: 'avis',
    source: 'Choix de ce modèle : la convention organise des consultations avancées et des postes partagés.',
  },
  AVIS_CME,
]

/** Activité partagée : accord et avis que le texte même de la convention exige, puis le visa du comptable. */
export const APPROBATIONS_ACTIVITE_PARTAGEE: readonly ApprobationDemandee[] = [
  {
    fonction: 'praticien',
    libelle: 'Praticien concerné',
    nature: 'accord',
    source: 'Convention d’activité partagée, article sur les consultations : accord écrit du praticien.',
  },
  {
    fonction: 'chef-de-pole',
    libelle: 'Chef de pôle',
    nature: 'avis',
    source: 'Convention d’activité partagée, article sur les consultations ; CSP, art. R. 6152-30.',
  },
  {
    fonction: 'cme',
    libelle: 'Commission médicale d’établissement locale',
    nature: 'avis',
    source: 'Convention d’activité partagée, article sur les consultations.',
  },
  {
    fonction: 'comptable',
    libelle: 'Comptable public',
    nature: 'avis',
    source: 'Choix de ce modèle : un titre de recette est émis chaque trimestre.',
  },
]
