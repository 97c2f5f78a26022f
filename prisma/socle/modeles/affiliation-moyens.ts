import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

const SUITE_PERSONNELS_MEDICAUX = `Des praticiens hospitalo-universitaires {{institution|de}} peuvent également accomplir au CMS une part de leur activité,
dans les limites fixées par le décret n° 2021-1645 du 13 décembre 2021.

Pour chaque praticien, l’{{§annexe-interventions-praticiens}} décrit les modalités de son intervention. La durée de celle-ci
reste toujours inférieure ou égale au maximum que permet son statut, tous centres confondus. Aucun praticien n’intervient
sans son accord écrit.

Autant que de besoin, {{institution}} ouvre aux médecins du CMS les réunions de concertation clinique (staffs) de l’hôpital.
Ils y participent par téléconférence, pour les patients dont ils assurent le suivi.

Les parties établissent en commun le programme des séances de téléconsultation prévues à l’{{§consultations}}. Elles en
demandent le financement à l’agence régionale de santé {{region_sante}}, dans les conditions fixées par avenant et reportées à
l’{{§annexe-teleconsultations}}.
`

/** Articles 4 à 8 de la convention d'affiliation : moyens, coordination, charges, fonctions transversales, identité. */
export const moyensAffiliation: readonly UniteSource[] = [
  {
    identite: 'moyens',
    genre: 'article',
    titre: 'Moyens mis en place',
    texte: '',
    enfants: [
      {
        identite: 'personnels-medicaux',
        genre: 'sous-article',
        titre: 'Personnels médicaux',
        texte: `
Des praticiens hospitaliers à temps plein {{institution|de}}, non hospitalo-universitaires, accomplissent une part de leur service au CMS.
Leur mise à disposition obéit au code de la santé publique (article R. 6152-50).

${SUITE_PERSONNELS_MEDICAUX}`,
        variantes: [
          {
            code: 'interet-general',
            libelle: 'Praticiens intervenant au titre de l’activité d’intérêt général (R. 6152-30)',
            texte: `
Des praticiens hospitaliers à temps plein {{institution|de}}, non hospitalo-universitaires, accomplissent une part de leur service au CMS.
Ils y interviennent au titre de l’activité d’intérêt général que prévoit le code de la santé publique (article R. 6152-30), avec
l’accord du directeur de leur établissement et dans la limite que fixe cet article.

${SUITE_PERSONNELS_MEDICAUX}`,
          },
        ],
      },
      {
        identite: 'personnels-non-medicaux',
        genre: 'sous-article',
        titre: 'Personnels non médicaux',
        texte: `
Les personnels non médicaux prennent part aux échanges que les parties organisent au titre de la présente convention.

L’{{§annexe-echanges-personnels}} en règle l’organisation et le financement. Aucun agent ne se déplace sans un ordre de mission
de son employeur, qui décrit avec précision les conditions de son intervention et se réfère aux stipulations de la
convention.
`,
      },
    ],
  },
  {
    identite: 'coordination',
    genre: 'article',
    titre: 'Cellule territoriale de coordination et messagerie sécurisée',
    texte: '',
    enfants: [
      {
        identite: 'cellule-territoriale',
        genre: 'sous-article',
        titre: 'Cellule territoriale de coordination',
        texte: `
Les parties instituent, à titre expérimental et pour {{duree_cellule|lettres}} à compter de son ouverture, une cellule
territoriale de coordination. Elle
a trois missions :

1. faciliter aux médecins exerçant {{commune|a}}, qu’ils relèvent du CMS ou soient libéraux, l’accès de leurs patients aux
   consultations spécialisées [[sites_concernes:de l’hôpital|des hôpitaux]] {{sites_concernes}}, en particulier quand
   plusieurs rendez-vous gagnent à être coordonnés, par exemple une consultation et un examen d’imagerie ;
2. organiser les hospitalisations programmées des habitants {{commune|de}} sans passer par les urgences de l’hôpital ;
3. suivre toutes les sorties d’hospitalisation des patients de ces médecins. Sauf opposition du patient, l’hôpital annonce
   chacune d’elles à la cellule, entre {{delai_annonce_sortie_min}} et {{delai_annonce_sortie_max}} avant le jour de la
   sortie ; avec l’accord du patient, la cellule en prévient les intervenants médico-sociaux.

L’{{§annexe-cellule-territoriale}} fixe les modalités propres à la cellule.
`,
      },
      {
        identite: 'messagerie-securisee',
        genre: 'sous-article',
        titre: 'Messagerie sécurisée',
        texte: `
La coordination ne peut bien fonctionner sans le déploiement préalable d’une messagerie sécurisée de santé avec les médecins
exerçant {{commune|a}}. {{institution|Court}} la déploie à l’hôpital et
{{gestionnaire}} au CMS : presque tous les échanges s’accompagnent en effet de l’envoi, par cette messagerie,
d’informations relatives au patient. Les parties en encouragent l’usage par les médecins libéraux.
`,
      },
    ],
  },
  {
    identite: 'charges-financieres',
    genre: 'article',
    titre: 'Charges financières',
    texte: `
Les stipulations financières figurent dans les annexes nominatives relatives à la mise à disposition de personnels
({{§annexe-interventions-praticiens}} et {{§annexe-echanges-personnels}}) et dans celles qui organisent la collaboration autour des
plateaux techniques d’imagerie ({{§annexe-imagerie}} et {{§annexe-telemedecine-imagerie}}). L’{{§annexe-financiere}} les
récapitule.

Chaque acte médical est compté dans l’activité de la partie dont les locaux l’ont accueilli.

Chaque partie paie sur son budget de fonctionnement ses autres dépenses courantes d’exploitation, sans versement de l’une
à l’autre.
`,
  },
  {
    identite: 'fonctions-transversales',
    genre: 'article',
    titre: 'Coordination de fonctions transversales',
    texte: `
{{institution|Court}} et {{gestionnaire}} renforcent la coordination de leurs ressources humaines, notamment pour les parcours
fondés sur les métiers et les compétences.

En cas de besoin, {{institution}} aide, au sein {{groupe|de}}, au reclassement professionnel d’agents du CMS. {{gestionnaire|Court}}
apporte la même aide aux agents {{groupe|de}}.
`,
  },
  {
    identite: 'identite-visuelle',
    genre: 'article',
    titre: 'Identité visuelle',
    texte: `
{{institution|Court}} et {{gestionnaire}} conçoivent ensemble des éléments d’affichage, en particulier en vue d’un label commun.
L’{{§annexe-identite-visuelle}} les précise.
`,
  },
]
