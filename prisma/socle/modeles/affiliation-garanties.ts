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
- la personne qui en assure la direction administrative ;
- le directeur informatique {{gestionnaire|de}}.

Il peut siéger en formation élargie à un comité médical, où sont représentées les spécialités médicales et
chirurgicales associées à la coopération.

Avec les responsables médicaux intéressés, le comité :

- veille à l’application de la convention ;
- détermine les axes de collaboration et de complémentarité ;
- dresse le bilan des activités et des actions communes.
`

const SUITE_DUREE = `Elle ne se renouvelle que par avenant exprès, signé avant son terme, pour {{duree_renouvellement|lettres}} ; ce renouvellement
peut lui-même être répété.

Les parties peuvent à tout moment la modifier par avenant. Toutefois, les annexes qui le prévoient sont actualisées par un
échange écrit entre la direction de l’hôpital et celle du CMS, sans que cette actualisation puisse changer les obligations inscrites dans les articles
ni créer de charge financière.

Chacune peut y mettre fin avant le terme, notamment lorsque l’autre ne respecte pas ses engagements. Elle lui notifie sa
décision par lettre recommandée avec demande d’avis de réception et observe un préavis d’au moins {{preavis|lettres}}, compté de la
réception de cette lettre.

**Fin de la convention**

Quelle que soit la cause qui met fin à la convention, les parties mènent à leur terme les prises en charge déjà engagées,
de sorte que la continuité des soins soit assurée.

**Différends**

Les parties recherchent d’abord, au sein du comité de suivi, une solution amiable à tout différend. À défaut d’accord, la
partie la plus diligente saisit la juridiction compétente.
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
Chaque partie répond, dans les conditions que fixe l’article L. 1142-2 du code de la santé publique, des activités de soins
qu’elle conduit.

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
Celle qui l’anime le convoque. Le comité se réunit au moins {{periodicite_comite}}, et chaque fois qu’une partie le demande.
${COMPOSITION_ET_MISSIONS}`,
    variantes: [
      {
        code: 'annuel',
        libelle: 'Comité annuel, avec un point écrit entre deux réunions',
        source: 'modèle de convention-cadre de 2018 (réunion annuelle)',
        texte: `
{{institution|Court}} et {{gestionnaire}} constituent un comité de suivi, dont l’animation revient à chaque partie à tour de rôle.
Celle qui l’anime le convoque. Le comité se réunit au moins {{periodicite_comite_annuel}}, et chaque fois qu’une partie le
demande. Entre deux réunions, les directions échangent par écrit un point
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
personnel, les parties accomplissent les formalités et analyses d’impact et obtiennent les autorisations qu’exigent, s’il y a lieu, la loi n° 78-17 du 6 janvier 1978
et le règlement (UE) 2016/679 du 27 avril 2016.

Elles préparent et organisent l’ouverture d’un dossier médical commun avec la direction des systèmes d’information {{institution|de}} et le
service informatique {{gestionnaire|de}}.

Chaque partie répond des traitements qu’elle met en œuvre, veille au secret professionnel et informe les patients de leurs
droits. L’échange et le partage d’informations relatives à un patient obéissent à l’article L. 1110-4 du code de la santé
publique.

La convention, ses annexes et les documents de suivi ne contiennent aucune donnée relative à un patient.
`,
  },
  {
    identite: 'duree',
    genre: 'article',
    titre: 'Date d’effet, durée, modification, résiliation et différends',
    texte: `
La convention prend effet le jour où la dernière des parties la signe. Elle est conclue pour {{duree|lettres}} : le jour de
la prise d’effet est compris dans cette durée, qui s’achève la veille de son anniversaire.

${SUITE_DUREE}`,
    variantes: [
      {
        code: 'effet-date',
        libelle: 'Une date d’effet est écrite',
        texte: `
La convention prend effet le {{date_effet}}. Elle est conclue pour {{duree|lettres}}, soit jusqu’au {{date_fin}} inclus. Si une
signature manque encore à la date d’effet, elle prend effet le jour de la dernière signature, sans que son terme soit reporté.

${SUITE_DUREE}`,
      },
    ],
  },
]
