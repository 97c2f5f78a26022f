import type { UniteSource } from '../../../lib/domaine/texte/modele-source'
import { visasActivitePartagee } from './activite-partagee-visas'

/**
 * Visas de la version 2. Ceux qui nomment un gestionnaire se répètent pour chacun dans un acte groupé. Le représentant
 * légal signe d'office ; quand la direction du centre signe seule, l'autre rédaction cite la délégation du maire.
 */
const REECRITS: Record<string, Partial<UniteSource>> = {
  'visa-convention-cadre': {
    texte:
      'Vu la convention de partenariat conclue le {{convention_cadre_date}} entre {{institution}} et {{gestionnaire|complet}}, dont la présente convention est l’activité partagée n° {{numero_activite}} ;',
  },
  'visa-deliberation': {
    texte:
      'Vu la délibération n° {{deliberation_numero}} du {{deliberation_date}}, transmise au représentant de l’État dans le département le {{deliberation_transmission}}, par laquelle l’organe délibérant de {{gestionnaire|complet}} approuve la présente convention et en autorise la signature ;',
    variantes: [
      {
        code: 'organe-prive',
        libelle: 'Gestionnaire privé : décision de son organe compétent',
        texte:
          'Vu la décision n° {{deliberation_numero}} du {{deliberation_date}}, par laquelle l’organe compétent de {{gestionnaire|complet}} approuve la présente convention et en autorise la signature ;',
      },
    ],
  },
  'visa-delegation-maire': {
    texte:
      'Vu les pouvoirs que {{gestionnaire_representant}} tient de sa qualité de représentant légal de {{gestionnaire|complet}} ;',
    variantes: [
      {
        code: 'delegation',
        libelle: 'La direction du centre ou un adjoint signe par délégation du maire',
        texte:
          'Vu l’arrêté {{delegation_maire}}, exécutoire, par lequel le maire {{commune|de}} donne délégation à {{gestionnaire_representant}} pour signer la présente convention ;',
      },
    ],
  },
}

export const visasActivitePartagee2: readonly UniteSource[] = visasActivitePartagee.map((u) => ({
  ...u,
  ...REECRITS[u.identite],
}))
