import type { ModeleSource } from '../../../lib/domaine/texte/modele-source'
import { annexesActivitePartagee } from './activite-partagee-annexes'
import { articlesActivitePartagee } from './activite-partagee-articles'
import { parametresActivitePartagee } from './activite-partagee-parametres'
import { visasActivitePartagee } from './activite-partagee-visas'
import { APPROBATIONS_ACTIVITE_PARTAGEE } from './approbations'

/**
 * Convention d'activité partagée, d'après le modèle de 2018 : six articles, texte réécrit, références corrigées.
 * Le fondement statutaire reste à confirmer pour un centre municipal de santé ; le modèle n'est donc que lu.
 */
export const conventionActivitePartagee: ModeleSource = {
  code: 'convention-activite-partagee',
  version: 1,
  intitule: 'Convention d’activité partagée',
  titre: 'Convention d’activité partagée entre {{institution|complet}} et {{gestionnaire|complet}}',
  resume:
    'Des praticiens d’un service hospitalier consultent dans un centre de santé, qui en rembourse le coût par demi-journée. Six articles. Le fondement statutaire est à choisir : la portée de l’article R. 6152-4 pour un centre municipal est douteuse.',
  redaction: false,
  source:
    'Modèle de convention d’activité partagée de 2018, reproduit dans le mémoire EHESP d’octobre 2018 (annexe 8). Texte réécrit, visas corrigés.',
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
        '{{gestionnaire|Complet}} ({{commune|departement}}), gestionnaire [[centres:du centre de santé situé|des centres de santé situés]] {{centre_adresse}}, [[gestionnaire:représenté|représentée]] par {{gestionnaire_representant|qualifie}}, ci-après [[gestionnaire:dénommé|dénommée]] « {{gestionnaire}} »,',
    },
  ],
  parametres: parametresActivitePartagee,
  approbations: APPROBATIONS_ACTIVITE_PARTAGEE,
  unites: [...visasActivitePartagee, ...articlesActivitePartagee, ...annexesActivitePartagee],
}
