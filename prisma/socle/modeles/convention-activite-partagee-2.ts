import type { ModeleSource } from '../../../lib/domaine/texte/modele-source'
import { annexesActivitePartagee2 } from './activite-partagee-2-annexes'
import { articlesActivitePartagee2 } from './activite-partagee-2-articles'
import { parametresActivitePartagee2 } from './activite-partagee-2-parametres'
import { visasActivitePartagee2 } from './activite-partagee-2-visas'
import { APPROBATIONS_ACTIVITE_PARTAGEE } from './approbations'

/**
 * Convention d'activité partagée, version 2 : elle se rédige. Le texte se lit juste avec un ou plusieurs gestionnaires,
 * et le fondement statutaire, toujours à confirmer pour un centre municipal de santé, reste un choix dit à l'écran. La
 * version 1, publiée pour la seule lecture, ne change pas.
 */
export const conventionActivitePartagee2: ModeleSource = {
  code: 'convention-activite-partagee',
  version: 2,
  intitule: 'Convention d’activité partagée',
  titre:
    'Convention d’activité partagée entre {{institution|complet}}[[gestionnaires: et|,]] {{gestionnaires}}',
  resume:
    'Des praticiens d’un service hospitalier consultent dans un ou plusieurs centres de santé, dont les gestionnaires en remboursent le coût par demi-journée. Six articles, pour un gestionnaire ou plusieurs. Le fondement statutaire est à choisir et à faire confirmer : la portée de l’article R. 6152-4 pour un centre municipal est douteuse.',
  redaction: true,
  source:
    'Version 1, d’après le modèle de convention d’activité partagée de 2018 (mémoire EHESP d’octobre 2018, annexe 8), récrite pour un ou plusieurs gestionnaires.',
  parties: [
    {
      role: 'hopital',
      designation: '{{institution}}',
      comparution:
        '{{institution|Complet}}, établissement public de santé dont le siège est situé {{institution_siege}}, [[institution:représenté|représentée]] par {{institution_representant|qualifie}}, agissant pour les services {{groupe|de}}, ci-après [[institution:dénommé|dénommée]] « {{institution}} »,',
    },
    {
      role: 'gestionnaire',
      designation: '{{gestionnaire}}',
      comparution:
        '{{gestionnaire|Complet}} ({{commune|departement}}), qui gère [[centres_geres:le centre de santé suivant|les centres de santé suivants]] : {{centres_geres}}, [[gestionnaire:représenté|représentée]] par {{gestionnaire_representant|qualifie}}, ci-après [[gestionnaires:« le Gestionnaire »|l’un des « Gestionnaires »]],',
    },
  ],
  parametres: parametresActivitePartagee2,
  approbations: APPROBATIONS_ACTIVITE_PARTAGEE.filter((a) => a.fonction !== 'praticien'),
  unites: [...visasActivitePartagee2, ...articlesActivitePartagee2, ...annexesActivitePartagee2],
}
