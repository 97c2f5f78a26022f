import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

const COMPOSITION_ET_MISSIONS = `
Pour {{institution}}, il comprend notamment :

- le directeur général ou, par délégation, le directeur chargé {{groupe|de}} ;
- le président de la CMEL (commission médicale d’établissement locale) {{groupe|de}}, ou son représentant ;
- [[sites_concernes:le directeur de l’hôpital|le directeur de chacun des hôpitaux]] {{sites_concernes}} ;
- [[sites_concernes:le directeur des soins de ce site|le directeur des soins de chacun de ces sites]] ;
- le directeur chargé des services informatiques {{groupe|de}}.

Pour {{gestionnaire}}, il comprend notamment :

- son représentant légal (le maire, s’agissant d’une commune) ou la personne qu’il désigne ;
- le médecin directeur et le cadre infirmier du CMS ;
- celui qui en assure la direction administrative ;
- le directeur informatique {{gestionnaire|de}}.

Il peut siéger en formation élargie à un comité médical, où sont représentées les spécialités médicales et
chirurgicales associées à la coopération.

Avec les responsables médicaux intéressés, le comité :

- veille à l’application de la convention ;
- détermine les axes de collaboration et de complémentarité ;
- dresse le bilan des activités et des actions communes.
`

const SUITE_DUREE = `Elle se renouvelle par avenant exprès, signé avant son terme, pour {{duree_renouvellement|lettres}} ; ce renouvellement
peut lui-même être répété.

Les parties peuvent à tout moment la modifier par avenant.

Chacune peut y mettre fin avant le terme, notamment lorsque l’autre ne respecte pas ses engagements. Elle lui notifie sa
décision par lettre recommandée avec avis de réception et observe un préavis d’au moins {{preavis|lettres}}, compté de la
réception de cette lettre.
`

/** Articles 9 à 14 de la convention d'affiliation : garanties, suivi, données, vie de la convention. */
export const garantiesAffiliation: readonly UniteSource[] = [
  {
    identite: 'accidents',
    genre: 'article',
    titre: 'Accidents de travail et de trajet et maladies professionnelles',
    texte: `
{{institution|Court}} demeure l’employeur de ses agents qui concourent à l’activité du CMS, y compris dans les locaux de ce
dernier. Cette qualité l’oblige à remplir envers eux l’ensemble de ses obligations en cas d’accident de travail, d’accident de trajet
ou de maladie professionnelle, et à couvrir la responsabilité qui en découle.

Si la responsabilité {{gestionnaire|de}} est directement engagée, notamment parce que le service a été mal organisé ou a mal
fonctionné, {{institution}} peut, par une action récursoire, demander {{gestionnaire|a}} de rembourser les sommes versées en réparation.
`,
  },
  {
    identite: 'responsabilites',
    genre: 'article',
    titre: 'Responsabilité médicale et assurances',
    texte: `
Chaque partie répond, pour ce qui la concerne, des activités de soins qu’elle conduit (code de la santé publique, article L. 1142-2).

Pour son propre compte, chacune satisfait à l’obligation d’assurance que lui impose la loi. {{institution|Court}} déclare
{{mode_assurance_institution}}.
`,
  },
  {
    identite: 'reglement-interieur',
    genre: 'article',
    titre: 'Règlement intérieur',
    texte: `
Lorsqu’ils interviennent dans les locaux du CMS, les personnels {{institution|de}} en observent le règlement intérieur.

De même, les agents du CMS se conforment au règlement intérieur {{institution|de}} lorsqu’ils travaillent sur l’un de ses
sites au titre de la présente convention.
`,
  },
  {
    identite: 'comite-suivi',
    genre: 'article',
    titre: 'Comité de suivi',
    texte: `
{{institution|Court}} et {{gestionnaire}} constituent un comité de suivi, dont l’animation revient à chaque partie à tour de rôle.

Le comité se réunit au moins {{periodicite_comite}}.
${COMPOSITION_ET_MISSIONS}`,
    variantes: [
      {
        code: 'annuel',
        libelle: 'Comité annuel, avec un point écrit entre deux réunions',
        source: 'modèle de convention-cadre de 2018 (réunion annuelle)',
        texte: `
{{institution|Court}} et {{gestionnaire}} constituent un comité de suivi, dont l’animation revient à chaque partie à tour de rôle.

Le comité se réunit au moins {{periodicite_comite_annuel}}. Entre deux réunions, les directions échangent par écrit un point
sur l’exécution des engagements.
${COMPOSITION_ET_MISSIONS}`,
      },
    ],
  },
  {
    identite: 'supports-informatises',
    genre: 'article',
    titre: 'Supports informatisés communs et confidentialité',
    texte: `
Avant de créer ou d’exploiter un fichier informatisé qui contient des données nominatives ou d’autres données à caractère
personnel, les parties accomplissent les formalités et obtiennent les autorisations qu’exigent la loi n° 78-17 du 6 janvier 1978
et le règlement (UE) 2016/679 du 27 avril 2016.

Elles préparent et organisent l’ouverture d’un dossier médical commun avec la direction des systèmes d’information {{institution|de}} et le
service informatique {{gestionnaire|de}}.

La convention, ses annexes et les documents de suivi ne contiennent aucune donnée relative à un patient.
`,
  },
  {
    identite: 'duree',
    genre: 'article',
    titre: 'Date d’effet, durée, modification et résiliation',
    texte: `
La convention prend effet le jour où la dernière des parties la signe. Elle est conclue pour {{duree|lettres}}.

${SUITE_DUREE}`,
    variantes: [
      {
        code: 'effet-date',
        libelle: 'Une date d’effet est écrite',
        texte: `
La convention prend effet le {{date_effet}}, sans que cette date puisse précéder la dernière signature. Elle est conclue pour {{duree|lettres}}, soit jusqu’au {{date_fin}} inclus.

${SUITE_DUREE}`,
      },
    ],
  },
]
