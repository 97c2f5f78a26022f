import type { ModeleSource } from '../../../lib/domaine/texte/modele-source'
import { activitesAffiliation } from './affiliation-activites'
import { garantiesAffiliation } from './affiliation-garanties'
import { moyensAffiliation } from './affiliation-moyens'
import { parametresAffiliation } from './affiliation-parametres'
import { preambuleAffiliation, visasAffiliation } from './affiliation-preambule'
import { annexesAffiliation } from './annexes-affiliation'
import { APPROBATIONS_AFFILIATION } from './approbations'

/**
 * Convention-cadre d'affiliation, d'après celle de Gennevilliers (juillet 2017) : mêmes articles, mêmes engagements,
 * mêmes chiffres, texte entièrement réécrit et références mises à jour.
 */
export const conventionAffiliation: ModeleSource = {
  code: 'convention-affiliation',
  version: 1,
  intitule: 'Convention-cadre d’affiliation',
  titre: 'Convention-cadre d’affiliation entre {{institution|complet}} et {{gestionnaire|complet}}',
  resume:
    'Unit plus étroitement un centre de santé et un groupe hospitalier : consultations avancées, imagerie, explorations, formation, personnels partagés, cellule territoriale. Quatorze articles et leurs annexes.',
  redaction: true,
  source:
    'Convention de juillet 2017 (AP-HP, commune de Gennevilliers), reproduite dans le mémoire EHESP d’octobre 2018 (annexe 3) ; engagements de base de la démarche d’affiliation (octobre 2017). Texte réécrit.',
  parties: [
    {
      role: 'hopital',
      designation: '{{institution}}',
      comparution:
        '{{institution|Complet}}, établissement public de santé dont le siège est situé {{institution_siege}}, [[institution:représenté|représentée]] par {{institution_representant|qualifie}}, ci-après [[institution:dénommé|dénommée]] « {{institution}} »,',
    },
    {
      role: 'gestionnaire',
      designation: '{{gestionnaire}}',
      comparution:
        '{{gestionnaire|Complet}} ({{commune|departement}}), gestionnaire [[centres:du centre de santé visé|des centres de santé visés]] à l’{{§objet}}, [[gestionnaire:représenté|représentée]] par {{gestionnaire_representant|qualifie}}, ci-après [[gestionnaire:dénommé|dénommée]] « {{gestionnaire}} »,',
    },
  ],
  parametres: parametresAffiliation,
  approbations: APPROBATIONS_AFFILIATION,
  unites: [
    ...visasAffiliation,
    preambuleAffiliation,
    ...activitesAffiliation,
    ...moyensAffiliation,
    ...garantiesAffiliation,
    ...annexesAffiliation,
  ],
}
