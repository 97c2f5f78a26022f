import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

/**
 * Visas et préambule de la convention d'affiliation. Les références de 2017 sont remplacées par les textes en
 * vigueur (décret n° 2021-1645 au lieu du n° 84-135), et la délibération communale, absente de la source, est visée.
 */
export const visasAffiliation: readonly UniteSource[] = [
  {
    identite: 'visa-responsabilite',
    genre: 'visa',
    visa: 'csp-l1142-2',
    texte:
      'Vu l’article L. 1142-2 du code de la santé publique, relatif à la responsabilité médicale et à l’obligation d’assurance ;',
  },
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
    identite: 'visa-interet-general',
    genre: 'visa',
    visa: 'csp-r6152-30',
    facultative: true,
    texte: 'Vu l’article R. 6152-30 du code de la santé publique, relatif à l’activité d’intérêt général ;',
  },
  {
    identite: 'visa-mise-a-disposition',
    genre: 'visa',
    visa: 'csp-r6152-50',
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
    identite: 'visa-hospitalo-universitaires',
    genre: 'visa',
    visa: 'decret-2021-1645',
    texte:
      'Vu le décret n° 2021-1645 du 13 décembre 2021 relatif au personnel enseignant et hospitalier des centres hospitaliers et universitaires ;',
  },
  {
    identite: 'visa-convention-anterieure',
    genre: 'visa',
    facultative: true,
    texte:
      'Vu la convention de partenariat que {{institution}} et {{gestionnaire}} ont signée le {{convention_anterieure_date}}, à laquelle la présente convention succède ;',
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
    texte:
      'Vu l’arrêté {{delegation_hopital}} portant délégation de signature en faveur de {{institution_representant}} ;',
  },
]

export const preambuleAffiliation: UniteSource = {
  identite: 'preambule',
  genre: 'preambule',
  titre: 'Préambule',
  texte:
    'Les parties concluent la présente convention au vu des considérations suivantes, qui en éclairent l’interprétation.',
  enfants: [
    {
      identite: 'considerant-cooperation',
      genre: 'considerant',
      texte: `
{{institution|Court}}, au sein {{groupe|de}} et en particulier par [[sites_concernes:l’hôpital|les hôpitaux]]
{{sites_concernes}}, coopère sur le plan médical avec {{gestionnaire}}, notamment dans [[centres:le centre|les centres]]
de santé dont la gestion lui revient. La proximité des lieux de soins et la complémentarité des ressources médicales
commandent les objectifs de cette coopération.
`,
      variantes: [
        {
          code: 'convention-anterieure',
          libelle: 'Une convention antérieure est arrivée à son terme (Gennevilliers)',
          source: 'convention d’affiliation de 2017, préambule, considérant 1',
          texte: `
Une convention du {{convention_anterieure_date}} a organisé une première coopération médicale entre {{institution}},
au sein {{groupe|de}} et en particulier par [[sites_concernes:l’hôpital|les hôpitaux]] {{sites_concernes}}, et
{{gestionnaire}}, notamment dans [[centres:le centre|les centres]] de santé dont la gestion lui revient. Bien que cette
convention ait cessé de produire ses effets en {{convention_anterieure_fin}}, faute de renouvellement, la coopération
s’est maintenue. La proximité des lieux de soins et la complémentarité des ressources médicales en commandent
toujours les objectifs.
`,
        },
      ],
    },
    {
      identite: 'considerant-territoire',
      genre: 'considerant',
      texte: `
La coopération relève d’un projet médical global, qui couvre le territoire de [[communes_du_territoire:la commune
suivante|l’ensemble des communes suivantes]] : {{communes_du_territoire}}. Ce territoire se signale par une population
dense et plutôt défavorisée, alors que peu de médecins spécialistes y exercent en secteur 1. Ses habitants peinent donc
à obtenir les soins dont ils ont besoin.
`,
      variantes: [
        {
          code: 'perimetre-nomme',
          libelle: 'Le territoire porte un nom (Gennevilliers : boucle nord des Hauts-de-Seine et « T5 »)',
          source: 'convention d’affiliation de 2017, préambule, considérant 2',
          texte: `
La coopération relève d’un projet médical global, conçu à l’échelle {{perimetre_projet}}. Ce périmètre réunit
[[communes_du_territoire:la commune suivante|les communes suivantes]] : {{communes_du_territoire}}. Il se signale par
une population dense et plutôt défavorisée, alors que peu de médecins spécialistes y exercent en secteur 1. Ses
habitants peinent donc à obtenir les soins dont ils ont besoin.
`,
        },
      ],
    },
    {
      identite: 'considerant-parcours',
      genre: 'considerant',
      texte: `
L’évolution de l’offre hospitalière du territoire oblige à organiser sans attendre ce qui précède et ce qui suit
l’hospitalisation. Les parcours de soins, les admissions et les sorties doivent au préalable être sécurisés et décrits
dans des protocoles, avec le concours actif de la médecine de ville.
`,
      variantes: [
        {
          code: 'projet-hospitalier',
          libelle: 'Un projet hospitalier daté est annoncé (Gennevilliers : campus de Saint-Ouen)',
          source: 'convention d’affiliation de 2017, préambule, considérant 3',
          texte: `
{{projet_hospitalier}} doit ouvrir en {{projet_hospitalier_ouverture}}. Cette échéance oblige à organiser sans attendre
ce qui précède et ce qui suit l’hospitalisation. Les parcours de soins, les admissions et les sorties doivent au
préalable être sécurisés et décrits dans des protocoles, avec le concours actif de la médecine de ville.
`,
        },
      ],
    },
    {
      identite: 'considerant-cellule',
      genre: 'considerant',
      texte: `
De cette réflexion est né le projet d’une « cellule territoriale de coordination », dont l’ouverture est prévue en
{{cellule_ouverture}}. Conduite à titre expérimental pendant {{duree_cellule|lettres}} et soutenue par l’agence régionale
de santé {{region_sante}}, elle associe [[sites_concernes:l’hôpital|les hôpitaux]] {{sites_concernes}} aux acteurs de
santé présents {{commune|a}} et alentour. Elle doit rendre plus aisées les hospitalisations, programmées ou non, pour
les usagers comme pour les professionnels.
`,
    },
    {
      identite: 'considerant-organisation-territoriale',
      genre: 'considerant',
      texte: `
Ces travaux ont fait apparaître une organisation territoriale qui reste à bâtir, à formaliser et à modéliser autour de
l’offre hospitalière de référence. D’autres centres de santé du territoire pourraient y être associés.
`,
      variantes: [
        {
          code: 'extension-nommee',
          libelle: 'Les communes d’extension sont nommées (Gennevilliers : « T6 »)',
          source: 'convention d’affiliation de 2017, préambule, considérant 5',
          texte: `
Ces travaux ont fait apparaître une organisation territoriale qui reste à bâtir, à formaliser et à modéliser autour de
l’offre hospitalière de référence. Elle pourrait gagner les centres municipaux de santé {{perimetre_extension}},
notamment dans [[communes_extension:la commune suivante|les communes suivantes]] : {{communes_extension}}.
`,
        },
      ],
    },
    {
      identite: 'considerant-objectifs',
      genre: 'considerant',
      texte: `
Trois objectifs gardent toute leur valeur :

- rapprocher les conditions dans lesquelles les habitants sont soignés, grâce à des protocoles communs et à un dossier
  médical commun appuyé sur un système d’information partagé ;
- employer au mieux les plateaux techniques et, plus largement, les équipements de soins ;
- contenir le recours aux urgences, en organisant la réponse aux besoins de santé pour que chaque demande de soins soit
  traitée à temps et dans le lieu qui convient.

Les parties jugent par conséquent nécessaire d’actualiser la coopération qui les unit, ainsi que l’accord qui a pu la
fonder, et de lui donner davantage de force.
`,
    },
    {
      identite: 'considerant-affiliation',
      genre: 'considerant',
      texte: `
Les parties entendent franchir une nouvelle étape : rattacher plus étroitement {{institution|a}}, par une affiliation,
[[centres:le centre|les centres]] de santé. [[centres:Ce centre devient|Chaque centre devient]] une « structure hospitalière avancée »
{{institution|de}} ; la médecine de ville et l’hôpital
s’articulent mieux autour des soins et du parcours de chaque patient, avant comme après l’hospitalisation. L’affiliation
ne crée aucune subordination : chaque partie conserve son autonomie et son indépendance.
`,
    },
    {
      identite: 'considerant-libre-choix',
      genre: 'considerant',
      texte: `
Rien dans ce dispositif ne restreint la liberté du patient : il choisit le professionnel et l’établissement
auxquels il confie ses soins, et les parties veillent rigoureusement au respect de ce principe.
`,
    },
  ],
}
