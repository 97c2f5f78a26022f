import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

/**
 * Visas de l'activité partagée. Corrigés par rapport au modèle de 2018 : l'arrêté du 17 octobre 2001, abrogé depuis
 * le 1er juillet 2017, cède la place à celui du 14 mars 2017 ; l'activité d'intérêt général se fonde sur R. 6152-30.
 * R. 6152-4 reste proposé sans être repris d'office : il est douteux qu'il s'étende à un centre municipal de santé.
 */
export const visasActivitePartagee: readonly UniteSource[] = [
  {
    identite: 'visa-cooperation',
    genre: 'visa',
    visa: 'csp-l6134-1',
    texte: 'Vu l’article L. 6134-1 du code de la santé publique, relatif aux actions de coopération ;',
  },
  {
    identite: 'visa-centres-de-sante',
    genre: 'visa',
    visa: 'csp-l6323-1',
    texte:
      'Vu les articles L. 6323-1 et suivants du code de la santé publique, relatifs aux centres de santé ;',
  },
  {
    identite: 'visa-plusieurs-etablissements',
    genre: 'visa',
    visa: 'csp-r6152-4',
    facultative: true,
    texte:
      'Vu l’article R. 6152-4 du code de la santé publique, relatif à l’exercice partagé entre plusieurs établissements ;',
  },
  {
    identite: 'visa-interet-general',
    genre: 'visa',
    visa: 'csp-r6152-30',
    texte: 'Vu l’article R. 6152-30 du code de la santé publique, relatif à l’activité d’intérêt général ;',
  },
  {
    identite: 'visa-mise-a-disposition',
    genre: 'visa',
    visa: 'csp-r6152-50',
    facultative: true,
    texte:
      'Vu l’article R. 6152-50 du code de la santé publique, relatif à la mise à disposition des praticiens hospitaliers ;',
  },
  {
    identite: 'visa-assistants',
    genre: 'visa',
    visa: 'csp-r6152-501',
    facultative: true,
    texte:
      'Vu les articles R. 6152-501 et suivants du code de la santé publique, relatifs aux assistants des hôpitaux ;',
  },
  {
    identite: 'visa-collectivites',
    genre: 'visa',
    visa: 'cgct-deliberation',
    facultative: true,
    texte:
      'Vu le code général des collectivités territoriales, notamment ses articles L. 2121-29, L. 2122-21 et L. 2131-1 ;',
  },
  {
    identite: 'visa-arrete-activite-partagee',
    genre: 'visa',
    visa: 'arrete-2017-03-14',
    texte: 'Vu l’arrêté du 14 mars 2017 relatif à l’activité partagée de personnels médicaux ;',
  },
  {
    identite: 'visa-convention-cadre',
    genre: 'visa',
    facultative: true,
    texte:
      'Vu la convention de partenariat conclue le {{convention_cadre_date}} entre {{institution}} et {{gestionnaire}} ;',
  },
  {
    identite: 'visa-deliberation',
    genre: 'visa',
    visa: 'deliberation',
    texte:
      'Vu la délibération n° {{deliberation_numero}} de l’organe délibérant {{gestionnaire|de}} en date du {{deliberation_date}}, transmise au représentant de l’État dans le département le {{deliberation_transmission}}, qui approuve la présente convention et en autorise la signature ;',
    variantes: [
      {
        code: 'organe-prive',
        libelle: 'Gestionnaire privé : décision de son organe compétent',
        texte:
          'Vu la décision n° {{deliberation_numero}} en date du {{deliberation_date}}, par laquelle l’organe compétent {{gestionnaire|de}} approuve la présente convention et en autorise la signature ;',
      },
    ],
  },
  {
    identite: 'visa-delegation-maire',
    genre: 'visa',
    texte:
      'Vu l’arrêté {{delegation_maire}}, exécutoire, par lequel le maire {{commune|de}} donne délégation à {{gestionnaire_representant}} pour signer la présente convention ;',
    variantes: [
      {
        code: 'representant-legal',
        libelle: 'Le représentant légal signe lui-même',
        texte:
          'Vu les pouvoirs que {{gestionnaire_representant}} tient de sa qualité de représentant légal {{gestionnaire|de}} ;',
      },
    ],
  },
  {
    identite: 'visa-delegation-hopital',
    genre: 'visa',
    visa: 'delegation-signature',
    facultative: true,
    texte:
      'Vu l’arrêté {{delegation_hopital}} portant délégation de signature en faveur de {{institution_representant}} ;',
  },
]
