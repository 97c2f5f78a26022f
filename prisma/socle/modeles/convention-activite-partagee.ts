import type { ModeleSource } from '../../../lib/domaine/texte/modele-source'
import { annexesActivitePartagee } from './activite-partagee-annexes'
import { articlesActivitePartagee } from './activite-partagee-articles'
import { parametresActivitePartagee } from './activite-partagee-parametres'
import { visasActivitePartagee } from './activite-partagee-visas'

/**
 * Convention d'activité partagée, d'après le modèle de 2018 : six articles, texte réécrit, références corrigées.
 * Le fondement statutaire reste à confirmer pour un centre municipal de santé ; le modèle n'est donc que lu.
 */
export const conventionActivitePartagee: ModeleSource = {
  code: 'convention-activite-partagee',
  version: 1,
  intitule: 'Convention d’activité partagée',
  titre: 'Convention d’activité partagée — {{institution|nom}} et {{gestionnaire|nom}} ({{centres}})',
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
        'L’établissement public de santé {{institution|nom}}, dont le siège est situé {{institution_siege}}, représenté par {{institution_representant}}, {{institution_representant|fonction}}, agissant pour les services {{groupe|de}} et désigné ci-après par les mots « {{institution}} »,',
    },
    {
      role: 'gestionnaire',
      designation: '{{gestionnaire}}',
      comparution:
        'L’organisme gestionnaire [[centres:du centre de santé situé|des centres de santé situés]] {{centre_adresse}}, {{gestionnaire|nom}} ({{commune|departement}}), représenté par {{gestionnaire_representant}}, {{gestionnaire_representant|fonction}}, et désigné ci-après par les mots « {{gestionnaire}} »,',
    },
  ],
  parametres: parametresActivitePartagee,
  unites: [...visasActivitePartagee, ...articlesActivitePartagee, ...annexesActivitePartagee],
}
