import type { ModeleSource, UniteSource } from '../../../lib/domaine/texte/modele-source'
import { APPROBATIONS_CADRE } from './approbations'
import { ANNEXES_CONVENTION_CADRE } from './convention-cadre-annexes'
import { ARTICLES_1_A_6 } from './convention-cadre-articles-1-a-6'
import { ARTICLES_7_A_13 } from './convention-cadre-articles-7-a-13'
import { PARAMETRES_CONVENTION_CADRE } from './convention-cadre-parametres'

const VISAS: readonly UniteSource[] = [
  {
    identite: 'visa-cooperation',
    genre: 'visa',
    visa: 'csp-l6134-1',
    texte: `Vu l’article L. 6134-1 du code de la santé publique, relatif aux actions de coopération des
établissements publics de santé ;`,
  },
  {
    identite: 'visa-centres-de-sante',
    genre: 'visa',
    visa: 'csp-l6323-1',
    texte: `Vu les articles L. 6323-1 et suivants du code de la santé publique, relatifs aux centres de santé ;`,
  },
  {
    identite: 'visa-interet-general',
    genre: 'visa',
    visa: 'csp-r6152-30',
    texte: `Vu l’article R. 6152-30 du code de la santé publique, relatif aux activités d’intérêt général des praticiens
hospitaliers ;`,
  },
  {
    identite: 'visa-mise-a-disposition',
    genre: 'visa',
    visa: 'csp-r6152-50',
    texte: `Vu l’article R. 6152-50 du code de la santé publique, relatif à la mise à disposition des praticiens
hospitaliers ;`,
  },
  {
    identite: 'visa-collectivites',
    genre: 'visa',
    visa: 'cgct-deliberation',
    facultative: true,
    texte: `Vu le code général des collectivités territoriales, notamment ses articles L. 2121-29, L. 2122-21 et
L. 2131-1 ;`,
  },
  {
    identite: 'visa-hospitalo-universitaires',
    genre: 'visa',
    visa: 'decret-2021-1645',
    texte: `Vu le décret n° 2021-1645 du 13 décembre 2021 relatif au personnel enseignant et hospitalier des centres
hospitaliers et universitaires ;`,
  },
  {
    identite: 'visa-deliberation',
    genre: 'visa',
    visa: 'deliberation',
    texte: `Vu la délibération n° {{deliberation_numero}} de l’organe délibérant {{gestionnaire|de}} en date du
{{deliberation_date}}, transmise au représentant de l’État dans le département le {{deliberation_transmission}}, qui
approuve la présente convention et en autorise la signature ;`,
    variantes: [
      {
        code: 'sans-transmission',
        libelle: 'Gestionnaire non soumis au contrôle de légalité (association, mutuelle…)',
        source: 'Seules les collectivités et leurs groupements transmettent leurs délibérations',
        texte: `Vu la décision n° {{deliberation_numero}} en date du {{deliberation_date}}, par laquelle l’organe compétent
{{gestionnaire|de}} approuve la présente convention et en autorise la signature ;`,
      },
    ],
  },
  {
    identite: 'visa-delegation-maire',
    genre: 'visa',
    visa: 'delegation-signature',
    facultative: true,
    texte:
      'Vu l’arrêté {{delegation_maire}}, exécutoire, par lequel le maire {{commune|de}} donne délégation à {{gestionnaire_representant}} pour signer la présente convention ;',
  },
  {
    identite: 'visa-delegation-hopital',
    genre: 'visa',
    visa: 'delegation-signature',
    facultative: true,
    texte: `Vu l’arrêté {{delegation_hopital}} portant délégation de signature en faveur de {{institution_representant}} ;`,
  },
]

const PREAMBULE: UniteSource = {
  identite: 'preambule',
  genre: 'preambule',
  titre: 'Préambule',
  texte: '',
  enfants: [
    {
      identite: 'considerant-relations-ville',
      genre: 'considerant',
      texte: `{{institution|Court}} a placé le renforcement de ses liens avec les médecins de ville au premier rang des
priorités de son {{plan_strategique}}. Son programme « {{programme_ville_hopital}} », lancé en {{programme_debut}}, vise à
consolider et à améliorer ses relations avec ses correspondants : médecins généralistes et spécialistes, maisons
et centres de santé. C’est dans ce cadre que son groupe hospitalier {{groupe|nom}} s’engage à bâtir, avec les centres
implantés sur son territoire, des partenariats qui organisent durablement les liens entre ville et hôpital.`,
    },
    {
      identite: 'considerant-territoire',
      genre: 'considerant',
      texte: `La coopération prend place dans un projet médical d’ensemble, dont le périmètre est le département
{{commune|departement_de}}. Ce territoire comprend notamment [[communes_du_territoire:la commune suivante|les communes suivantes]] :
{{communes_du_territoire}}. La population y est très dense, alors que peu de médecins spécialistes y exercent en
secteur 1. Les habitants éprouvent, de ce fait, de réelles difficultés pour accéder aux soins.`,
    },
    {
      identite: 'considerant-amont-aval',
      genre: 'considerant',
      texte: `L’amont et l’aval de l’hospitalisation doivent être préparés sans attendre. Il faut pour cela sécuriser les
parcours de soins, les entrées à l’hôpital et les sorties, et les inscrire dans des protocoles, avec le concours efficace
de la médecine de ville.`,
    },
    {
      identite: 'considerant-objectifs',
      genre: 'considerant',
      texte: `Les parties assignent à leur coopération trois objectifs :
- rapprocher les conditions dans lesquelles la population est soignée, par l’application de protocoles communs et par la création progressive d’un dossier médical commun, appuyé sur un dispositif de partage d’informations propre au territoire ;
- tirer le meilleur parti des plateaux techniques et des équipements de soins ;
- contenir l’activité d’urgence, en organisant la réponse aux besoins de santé pour que chaque demande de soins soit traitée au lieu et au moment qui conviennent.`,
    },
    {
      identite: 'considerant-libre-choix',
      genre: 'considerant',
      texte: `Le dispositif mis en place par les parties respecte strictement le droit du patient de choisir librement
son professionnel et son établissement de santé. Aucune stipulation de la présente convention ne peut y faire obstacle.`,
    },
  ],
}

export const conventionCadre: ModeleSource = {
  code: 'convention-cadre-partenariat',
  version: 1,
  intitule: 'Convention-cadre de partenariat',
  titre: 'Convention-cadre de partenariat entre {{institution|complet}} et {{gestionnaire|complet}}',
  resume:
    'Organise l’accès des patients d’un centre de santé à l’imagerie, à l’hôpital de jour et aux consultations, l’échange de données, la sortie, les formations et l’intervention de praticiens hospitaliers au centre.',
  redaction: true,
  source:
    'Modèle de convention-cadre entre groupe hospitalier et centres municipaux de santé (2018, annexes 4 à 7), réécrit ; références juridiques mises à jour.',
  parties: [
    {
      role: 'hopital',
      comparution: `{{institution|Complet}}, établissement public de santé dont le siège est situé {{institution_siege}},
[[institution:représenté|représentée]] par {{institution_representant|qualifie}}, ci-après
[[institution:dénommé|dénommée]] « {{institution}} »,`,
      designation: '{{institution}}',
    },
    {
      role: 'gestionnaire',
      comparution: `{{gestionnaire|Complet}} ({{commune|departement}}), gestionnaire [[centres:du centre de santé|des centres de santé]]
visé[[centres:|s]] à l’{{§article-objet}}, [[gestionnaire:représenté|représentée]] par
{{gestionnaire_representant|qualifie}}, ci-après [[gestionnaire:dénommé|dénommée]]
« {{gestionnaire}} »,`,
      designation: '{{gestionnaire}}',
    },
  ],
  parametres: PARAMETRES_CONVENTION_CADRE,
  approbations: APPROBATIONS_CADRE,
  unites: [...VISAS, PREAMBULE, ...ARTICLES_1_A_6, ...ARTICLES_7_A_13, ...ANNEXES_CONVENTION_CADRE],
}
