import type { DefinitionParametre } from '../../../lib/domaine/texte/parametres'

/**
 * Paramètres que l'application remplit seule à partir des fiches de référence, et mentions tardives.
 * Formes disponibles dans le texte balisé :
 * - commune : (nom) | de | a | departement | departement_de
 * - designation : (article + sigle ou nom) | Court (capitale initiale) | nom | sigle | complet (article + nom) | de | a
 * - personne : (Monsieur Prénom Nom) | titre (Monsieur le Maire) | fonction | possessif (son Maire) | qualifie (sa Maire, Madame X)
 * - liste : (A, B et C) ; duree : (48 h, 7 jours) | lettres (trois ans) ; date : (15 septembre 2018) | court
 */
export const PARAMETRES_COMMUNS: readonly DefinitionParametre[] = [
  { cle: 'institution', libelle: 'Institution hospitalière', genre: 'designation', origine: 'reference' },
  {
    cle: 'institution_representant',
    libelle: 'Représentant de l’institution hospitalière',
    genre: 'personne',
    origine: 'reference',
    aide: 'La personne qui signe pour l’établissement : directeur général, ou titulaire d’une délégation de signature.',
  },
  { cle: 'groupe', libelle: 'Groupe hospitalier', genre: 'designation', origine: 'reference' },
  {
    cle: 'gestionnaire',
    libelle: 'Organisme gestionnaire du centre',
    genre: 'designation',
    origine: 'reference',
    aide: 'La partie à la convention est l’organisme gestionnaire (commune, association, mutuelle…), pas le centre.',
  },
  {
    cle: 'gestionnaire_representant',
    libelle: 'Représentant de l’organisme gestionnaire',
    genre: 'personne',
    origine: 'reference',
    aide: 'Pour une commune : le ou la maire, ou un adjoint titulaire d’une délégation.',
  },
  { cle: 'commune', libelle: 'Commune', genre: 'commune', origine: 'reference' },
  {
    cle: 'centres',
    libelle: 'Centres de santé concernés',
    genre: 'liste',
    origine: 'reference',
  },
  {
    cle: 'sites_concernes',
    libelle: 'Sites hospitaliers concernés',
    genre: 'liste',
    source: 'sites',
    aide: 'Les hôpitaux du groupe qui prennent les engagements envers ce centre.',
  },
  {
    cle: 'communes_du_territoire',
    libelle: 'Communes du territoire de coopération',
    genre: 'liste',
    source: 'communes',
  },
  {
    cle: 'deliberation_numero',
    libelle: 'Numéro de la délibération',
    genre: 'texte',
    origine: 'mention-tardive',
    moment: 'avant-signature',
    aide: 'Connu après le vote sur ce texte même : la laisser vide ne bloque pas le partage.',
  },
  {
    cle: 'deliberation_date',
    libelle: 'Date de la délibération',
    genre: 'date',
    origine: 'mention-tardive',
    moment: 'avant-signature',
  },
  {
    cle: 'deliberation_transmission',
    libelle: 'Date de transmission de la délibération au représentant de l’État',
    genre: 'date',
    origine: 'mention-tardive',
    moment: 'avant-signature',
    aide: 'La commune ne peut signer qu’après cette transmission (CE, avis, 10 juin 1996, n° 176873).',
  },
]
