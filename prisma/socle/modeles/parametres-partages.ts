import type { DefinitionParametre } from '../../../lib/domaine/texte/parametres'

/**
 * Définitions que plusieurs modèles reprennent mot pour mot. Celles qui ne se ressemblent que de loin (préavis de
 * résiliation ou de dénonciation, date d'effet facultative ou non) restent dans leur modèle.
 */
export const INSTITUTION_SIEGE: DefinitionParametre = {
  cle: 'institution_siege',
  libelle: 'Siège de l’institution hospitalière',
  genre: 'texte',
  aide: 'S’écrit après « dont le siège est situé ».',
  defaut: { genre: 'texte', texte: '3 avenue Victoria, 75004 Paris' },
}

export const DELEGATION_MAIRE: DefinitionParametre = {
  cle: 'delegation_maire',
  libelle: 'Délégation du maire au signataire',
  genre: 'texte',
  aide: 'Référence et date de l’arrêté, exigées quand le maire ne signe pas lui-même : reprendre alors le visa proposé.',
}

export const DELEGATION_HOPITAL: DefinitionParametre = {
  cle: 'delegation_hopital',
  libelle: 'Délégation de signature côté hôpital',
  genre: 'texte',
  aide: 'Référence et date de l’arrêté, exigées quand le signataire n’est pas le directeur général : reprendre alors le visa proposé.',
}

export const DATE_FIN: DefinitionParametre = {
  cle: 'date_fin',
  libelle: 'Dernier jour de la convention',
  genre: 'date',
  aide: 'Veille de l’anniversaire de la date d’effet : proposé d’après la durée, à vérifier.',
}

/** Durée de la convention, proposée en années. */
export const duree = (annees: number): DefinitionParametre => ({
  cle: 'duree',
  libelle: 'Durée de la convention',
  genre: 'duree',
  unites: ['an', 'mois'],
  defaut: { genre: 'duree', nombre: annees, unite: 'an' },
})

/** Durée de chaque renouvellement, proposée en années. */
export const dureeRenouvellement = (annees: number): DefinitionParametre => ({
  ...duree(annees),
  cle: 'duree_renouvellement',
  libelle: 'Durée de chaque renouvellement',
})

/** Règle de décompte rappelée sous la durée quand le modèle n'écrit pas de date de fin. */
export const AIDE_DUREE = 'Le premier jour compte : le dernier jour est la veille de l’anniversaire.'
