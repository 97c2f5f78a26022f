import type { Declaration, Promesse } from '../../../lib/domaine/engagement/declaration'
import type { Theme } from '../../../lib/domaine/engagement/themes'
import { DIRECTION_ADMINISTRATIVE, DIRECTION_MEDICALE, domaine, PARTENARIATS, tauxVise } from './commun'

/**
 * Engagements de base réciproques : une ligne du tableau de l'annexe, un engagement, quel que soit le modèle qui la
 * reprend. Ce qui vaut pour « l'ensemble » des médecins vise 100 % ; ce qui se compte par cas, la part visée partout.
 */
const TOUS = tauxVise(100)

const ligne = (
  debiteur: 'hopital' | 'centre',
  theme: Theme,
  cle: string,
  libelle: string,
  promesse: Promesse = { genre: 'permanent' },
  referents: Partial<Declaration['referents']> = {},
): Declaration =>
  domaine({ theme, referents: { hopital: PARTENARIATS, centre: DIRECTION_MEDICALE, ...referents } })({
    cle: `base-${cle}`,
    unite: 'annexe-engagements-socles',
    debiteur,
    libelle,
    promesse,
  })

const COMMUNICATION = { hopital: 'Direction de la communication', centre: DIRECTION_ADMINISTRATIVE }
const FORMATION = { hopital: 'Direction des affaires médicales' }

export const ENGAGEMENTS_DE_BASE: readonly Declaration[] = [
  ligne(
    'hopital',
    'sortie',
    'compte-rendu-jour-de-sortie',
    'Remettre le jour de la sortie un compte rendu d’hospitalisation, définitif ou provisoire',
    tauxVise(),
  ),
  ligne(
    'hopital',
    'echange-de-donnees',
    'acces-resultats',
    'Donner aux médecins du centre accès aux résultats d’examens de leurs patients',
  ),
  ligne(
    'centre',
    'echange-de-donnees',
    'fiche-adressage',
    'Employer la fiche d’adressage convenue pour chaque patient adressé',
    tauxVise(),
  ),
  ligne(
    'hopital',
    'coordination',
    'admission-directe',
    'Ouvrir aux médecins du centre l’admission directe dans les services',
  ),
  ligne(
    'hopital',
    'coordination',
    'lignes-telephoniques',
    'Tenir des lignes téléphoniques où un médecin répond au centre',
  ),
  ligne(
    'centre',
    'coordination',
    'messagerie-medecins',
    'Équiper tous les médecins du centre d’une messagerie sécurisée',
    TOUS,
  ),
  ligne(
    'centre',
    'coordination',
    'medecins-partenaires',
    'Inscrire tous les médecins du centre au dispositif des médecins partenaires',
    TOUS,
  ),
  ligne(
    'hopital',
    'sortie',
    'professionnels-de-ville',
    'Poursuivre le travail avec les professionnels de ville qui suivent déjà le patient',
  ),
  ligne(
    'centre',
    'sortie',
    'medecin-traitant',
    'Proposer un praticien aux patients sortants qui souhaitent un médecin traitant',
    tauxVise(),
  ),
  ligne(
    'hopital',
    'formation',
    'formations-ouvertes',
    'Ouvrir les formations de l’hôpital aux professionnels du centre',
    undefined,
    FORMATION,
  ),
  ligne(
    'hopital',
    'formation',
    'staffs-hopital',
    'Inviter le centre aux staffs de l’hôpital, ou en tenir de communs',
    undefined,
    FORMATION,
  ),
  ligne(
    'centre',
    'formation',
    'formations-suivies',
    'Faire participer les professionnels du centre aux formations ouvertes',
    undefined,
    FORMATION,
  ),
  ligne(
    'centre',
    'formation',
    'staffs-centre',
    'Inviter les équipes de l’hôpital aux staffs du centre',
    undefined,
    FORMATION,
  ),
  ligne(
    'hopital',
    'communication',
    'charte-partagee',
    'Fournir au centre une charte graphique commune',
    undefined,
    COMMUNICATION,
  ),
  ligne(
    'centre',
    'communication',
    'charte-appliquee',
    'Appliquer la charte commune et porter le logo convenu sur les documents du centre',
    undefined,
    COMMUNICATION,
  ),
]
