import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

/** Articles 1 à 3 de la convention d'affiliation : objet, activités médicales, formation. */
export const activitesAffiliation: readonly UniteSource[] = [
  {
    identite: 'objet',
    genre: 'article',
    titre: 'Objet',
    texte: `
La présente convention fixe les conditions de l’affiliation {{institution|a}} [[centres:du centre de santé suivant|des centres
de santé suivants]] : {{centres}}. [[centres:Il est désigné|Ils sont désignés ensemble]] ci-après par les mots « le CMS ».
Le mot « hôpital » vise [[sites_concernes:l’hôpital|ensemble ou séparément les hôpitaux]] {{sites_concernes}}.

Les engagements que la convention attribue au CMS obligent {{gestionnaire}}, qui en assure la gestion. Ceux qu’elle attribue à l’hôpital, {{groupe|a}} ou à leurs services obligent {{institution}}.

La convention détermine en particulier les moyens mis en commun et la manière dont les activités de soins se répartissent,
selon les besoins de santé de la population décrite au préambule et les ressources de chaque discipline médicale.

Pour rapprocher leurs pratiques médicales et soignantes, les parties s’engagent à :

- encourager le partage du temps de travail de personnels entre l’hôpital et le CMS ;
- rédiger des protocoles communs et les appliquer ;
- bâtir ensemble des filières de soins, en donnant toujours la préférence aux soins programmés et en respectant le libre
  choix du patient.

Des formations destinées aux personnels paramédicaux et administratifs peuvent s’y ajouter.

Les parties s’engagent également à faire avancer la création d’un dossier partagé du patient, qui rende plus simple
l’échange des informations médicales et administratives.

Si elles l’estiment utile, elles peuvent donner à leur coopération une autre forme juridique.
`,
  },
  {
    identite: 'activites-medicales',
    genre: 'article',
    titre: 'Activités médicales',
    texte: '',
    enfants: [
      {
        identite: 'consultations',
        genre: 'sous-article',
        titre: 'Consultations médicales',
        texte: `
{{institution|Court}}, par les équipes {{groupe|de}}, tient au CMS des consultations médicales avancées, notamment dans
[[specialites_avancees:la spécialité suivante|les spécialités suivantes]] : {{specialites_avancees}}. L’objectif est de couvrir
progressivement toutes les spécialités médicales pratiquées au CMS, dont {{specialites_perspective}}.

Une annexe spécifique précise l’organisation matérielle de ces consultations ({{§annexe-consultations-avancees}}).

Les parties organisent des téléconsultations pour des patients présents au CMS. Les praticiens [[sites_concernes:de
l’hôpital|des hôpitaux]] {{sites_concernes}} y procèdent à distance à des analyses et à des expertises, afin d’améliorer la
prise en charge. Ces téléconsultations obéissent aux conditions posées par l’{{§personnels-medicaux}} et par
l’{{§annexe-teleconsultations}}.
`,
      },
      {
        identite: 'soins-dentaires',
        genre: 'sous-article',
        titre: 'Soins dentaires',
        texte: `
Les parties ouvrent une réflexion commune sur l’odontologie. Elle vise à nouer une relation privilégiée avec
{{ufr_odontologie}}, pour que des étudiants en fin de cursus disposent de fauteuils dentaires sous la supervision d’un
maître de stage.
`,
      },
      {
        identite: 'imagerie',
        genre: 'sous-article',
        titre: 'Examens d’imagerie médicale',
        texte: `
{{institution|Court}} ouvre au CMS le plateau d’imagerie médicale installé [[sites_concernes:à l’hôpital|dans les hôpitaux]]
{{sites_concernes}}. Des actes diagnostiques ou interventionnels y sont réalisés pour les patients que suit le CMS. Le CMS
ouvre de même son propre plateau aux patients de l’hôpital.

Ces actes sont pratiqués soit par des praticiens de l’hôpital, soit par des radiologues du CMS. Dans ce dernier cas, un
avenant fixe au préalable les équipements concernés, la composition des équipes et les modalités d’intervention.

Lorsque les équipes médicales de l’hôpital le demandent, le CMS facilite l’accès des patients hospitaliers à son plateau
technique : ses médecins y réalisent des échographies-doppler, des échographies fœtales et des mammographies.
L’{{§annexe-imagerie}} décrit les conditions dans lesquelles ces examens sont réalisés.

Les parties mettent en place une liaison de télémédecine entre leurs deux services d’imagerie médicale. Étroitement associés,
ces services mettent en commun leurs équipements selon l’{{§annexe-telemedecine-imagerie}}.

Une chefferie partagée peut réunir le chef du service hospitalier d’imagerie médicale et le médecin directeur du CMS ; l’{{§annexe-chefferie-partagee}} en arrête les conditions. Elle permet aux praticiens hospitaliers qui en ont besoin de
réaliser des actes techniques au CMS, selon les plages libres. Elle sert ainsi à mieux employer les équipements, à en
faciliter l’acquisition ou le renouvellement et à simplifier les plannings.
`,
      },
      {
        identite: 'explorations-fonctionnelles',
        genre: 'sous-article',
        titre: 'Explorations fonctionnelles',
        texte: `
{{institution|Court}} organise, dans [[sites_concernes:le service|les services]] d’explorations fonctionnelles [[sites_concernes:de l’hôpital|des hôpitaux]]
{{sites_concernes}}, la lecture et l’interprétation des holters rythmiques et tensionnels que pose le CMS, ainsi que celles
des examens du sommeil. Les parties arrêtent à cette fin un protocole commun et décrivent l’organisation retenue dans
l’{{§annexe-explorations-fonctionnelles}}.

Lorsque les équipes médicales de l’hôpital le demandent, le CMS facilite l’accès des patients hospitaliers à son plateau
technique : ses médecins y réalisent des explorations fonctionnelles respiratoires. Un avenant en décrit les conditions
dans la même annexe.

Pour ces explorations respiratoires, une chefferie partagée peut réunir le chef du service hospitalier d’explorations
fonctionnelles et le médecin directeur du CMS. Un avenant en arrête les conditions dans
l’{{§annexe-chefferie-partagee}}.
`,
      },
      {
        identite: 'hospitalisation-de-jour',
        genre: 'sous-article',
        titre: 'Hospitalisation de jour',
        texte: `
{{institution|Court}} assure, [[sites_concernes:à l’hôpital|dans les hôpitaux]] {{sites_concernes}}, les hospitalisations de
jour des patients que lui adresse le CMS :

- en médecine, dans la structure suivante : {{plateforme_medicale}} ;
- en chirurgie, dans la structure suivante : {{plateforme_chirurgicale}} ;
- pour l’obésité, dans le service d’explorations fonctionnelles.
`,
      },
      {
        identite: 'sante-publique',
        genre: 'sous-article',
        titre: 'Missions de santé publique',
        texte: `
Dans le cadre des programmes que l’État et l’assurance maladie conduisent à l’échelle nationale ou régionale, {{institution}} et
{{gestionnaire}} s’engagent à organiser ensemble des activités de prévention et de santé publique, en particulier :

- le dépistage du cancer du sein ;
- le dépistage des cancers colorectaux ;
- le dépistage de l’insuffisance rénale chronique ;
- la santé bucco-dentaire dans les établissements d’hébergement pour personnes âgées dépendantes.

Au cours de la convention, des avenants en fixent les objectifs, le calendrier, les modes d’action et le financement.
`,
      },
    ],
  },
  {
    identite: 'formation',
    genre: 'article',
    titre: 'Projet de formation',
    texte: `
{{institution|Court}} et {{gestionnaire}} s’engagent à coordonner leurs activités de formation.

{{institution|Court}} ouvre aux professionnels du CMS l’ensemble des formations en accès libre que proposent les équipes
{{groupe|de}}. Il s’agit, par exemple, des journées consacrées à l’alimentation, à la douleur, à l’hygiène hospitalière, à la
transplantation, à la qualité ou à la radioprotection, et des séminaires d’éthique ou de philosophie.

{{institution|Court}} fait parvenir les programmes au CMS par la direction chargée de la communication au sein {{groupe|de}}.

Le CMS autorise ses professionnels à participer à ces formations et en assume la responsabilité. Les frais annexes, tels que le
transport et les repas, incombent au participant ou au CMS, selon les règles que ce dernier a adoptées. {{institution|Court}}
délivre une attestation de présence ; une évaluation est organisée s’il y a lieu.

Si une partie le demande pour répondre au projet particulier d’un professionnel ou d’une équipe, les parties font leur possible
pour accueillir dans de bonnes conditions une formation ponctuelle : apprentissage d’une technique, maniement d’un dispositif
ou d’un matériel médical, stage de découverte.

Les parties se réunissent {{periodicite_reunion_formation}} pour fixer leurs objectifs communs de formation. Les directions de
l’hôpital et du CMS en tirent un programme, qu’elles arrêtent et portent à la connaissance des instances de chaque partie.
`,
  },
]
