import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

const VIE_APRES_LA_PRISE_D_EFFET = `La convention ne se renouvelle pas tacitement. Elle peut être renouvelée, une ou
plusieurs fois, pour une durée fixée chaque fois à {{duree_renouvellement|lettres}}, par un avenant exprès que toutes les parties
signent avant son terme.

**Modification**

Les parties peuvent, à tout moment, modifier la convention par avenant. Toutefois, les annexes qui le prévoient sont actualisées par
un échange écrit entre la direction du Groupe hospitalier et celle du CMS, sans que cette actualisation puisse changer
les obligations inscrites dans les articles ni créer de charge financière.

**Résiliation**

Chaque partie peut résilier la convention avant son terme, notamment lorsque l’autre manque à ses engagements. Elle
notifie sa décision à l’autre par lettre recommandée avec demande d’avis de réception et respecte un préavis d’au moins
{{preavis|lettres}}, compté à partir de la réception de cette lettre.

**Fin de la convention**

Quelle que soit la cause qui met fin à la convention, les parties mènent à leur terme les prises en charge déjà engagées,
de sorte que la continuité des soins soit assurée.

**Différends**

Les parties recherchent d’abord, au sein du comité de suivi, une solution amiable à tout différend. À défaut d’accord, la
partie la plus diligente saisit la juridiction compétente.`

const RESPONSABILITE_ET_ASSURANCE = `L’article L. 1142-2 du code de la santé publique régit la responsabilité née des activités
de soins. {{institution|Court}} et {{gestionnaire}} la supportent dans les conditions qu’il fixe, chaque partie pour
les activités qu’elle conduit.

Chaque partie satisfait à l’obligation d’assurance que la loi lui impose.`

export const ARTICLES_7_A_13: readonly UniteSource[] = [
  {
    identite: 'article-charges-financieres',
    genre: 'article',
    titre: 'Charges financières',
    texte: `Les conditions financières des mises à disposition de personnels sont fixées dans les annexes nominatives ;
celles de la collaboration en matière de plateaux techniques d’imagerie médicale le sont dans une annexe financière. Aucune
somme n’est due à l’un de ces titres tant que l’annexe correspondante n’a pas été jointe à la convention, lors de sa
signature ou par avenant.

L’activité médicale est comptabilisée au bénéfice de la partie dont les locaux l’ont accueillie.

Chaque partie supporte sur son propre budget de fonctionnement les autres charges courantes d’exploitation, qui ne
donnent lieu à aucun versement de l’une à l’autre.`,
  },
  {
    identite: 'article-accidents',
    genre: 'article',
    titre: 'Accidents du travail, accidents de trajet et pathologies professionnelles',
    texte: `{{institution|Court}} demeure l’employeur de ceux de ses agents qui concourent à l’activité du CMS en
application de la présente convention, y compris dans les locaux de celui-ci, et assume à ce titre envers eux toutes ses
obligations en matière d’accidents du travail, d’accidents de trajet et de pathologies professionnelles.

Lorsque la responsabilité {{gestionnaire|de}} est directement engagée, en particulier par un défaut dans l’organisation
ou le fonctionnement de son service, {{institution}} peut toutefois se retourner contre {{gestionnaire}}, par une action
récursoire, pour obtenir le remboursement de ce que la réparation lui a coûté.`,
  },
  {
    identite: 'article-responsabilites',
    genre: 'article',
    titre: 'Responsabilité médicale et assurances',
    texte: `${RESPONSABILITE_ET_ASSURANCE} {{institution|Court}} indique être son propre assureur.`,
    variantes: [
      {
        code: 'assurance-souscrite',
        libelle: 'Institution assurée auprès d’un tiers',
        source: 'Adaptation aux établissements qui ne sont pas leur propre assureur',
        texte: RESPONSABILITE_ET_ASSURANCE,
      },
    ],
  },
  {
    identite: 'article-reglement-interieur',
    genre: 'article',
    titre: 'Règlement intérieur',
    texte: `Lorsqu’ils interviennent dans les locaux du CMS, les personnels {{institution|de}} en respectent le règlement
intérieur.

De même, les agents du CMS qui exercent sur les sites {{institution|de}} en application de la présente convention y respectent le
règlement intérieur de cet établissement.`,
  },
  {
    identite: 'article-suivi',
    genre: 'article',
    titre: 'Modalités de suivi du partenariat',
    texte: '',
    enfants: [
      {
        identite: 'article-comite-suivi',
        genre: 'sous-article',
        titre: 'Comité de suivi',
        texte: `Un comité de suivi réunit deux directions : celle du Groupe hospitalier à laquelle sont confiés l’offre de
soins et les partenariats, et celle du CMS.

Avec le concours des responsables médicaux concernés, il :
- veille à l’application de la présente convention ;
- arrête les axes de collaboration ;
- établit le bilan des activités et des actions communes.

Il se réunit {{periodicite_comite}}, sur convocation de la partie la plus diligente, et chaque fois que l’une d’elles le
demande.`,
        variantes: [
          {
            code: 'paritaire-alterne',
            libelle: 'Comité paritaire, semestriel, animé en alternance',
            source: 'Convention d’affiliation, article 12',
            valeurs: { periodicite_comite: { genre: 'choix', code: 'semestrielle' } },
            texte: `Les parties constituent un comité de suivi, qu’elles animent à tour de rôle. Celle qui l’anime le convoque. Il se réunit
{{periodicite_comite}}, et chaque fois que l’une d’elles le demande.

Y siègent notamment pour {{institution}} :
- le directeur général ou, s’il a reçu délégation à cet effet, le directeur à la tête du Groupe hospitalier ;
- la personne qui préside la commission médicale d’établissement locale, ou son représentant ;
- [[sites_concernes:le directeur de l’Hôpital|le directeur de chaque hôpital concerné]] ;
- le directeur des soins ;
- le directeur chargé des systèmes d’information du Groupe hospitalier.

Y siègent notamment pour {{gestionnaire}} :
- son représentant légal ou la personne que celui-ci désigne ;
- le médecin directeur, le directeur administratif et le cadre infirmier du CMS ;
- le responsable informatique {{gestionnaire|de}}.

Le comité peut s’élargir à un comité médical, où sont représentées les spécialités que la coopération mobilise.

Avec le concours des responsables médicaux concernés, il :
- veille à l’application de la présente convention ;
- arrête les axes selon lesquels les parties collaborent et se complètent ;
- établit le bilan des activités et des actions communes.`,
          },
        ],
      },
      {
        identite: 'article-comite-plenier',
        genre: 'sous-article',
        titre: 'Comité plénier',
        texte: `Le Groupe hospitalier réunit {{periodicite_pleniere}}, en comité plénier, sa direction et l’ensemble
des centres de santé partenaires. Les centres y partagent l’expérience tirée de leurs conventions et les participants y
examinent les suites à donner à la coopération.

Le comité plénier se compose, pour le Groupe hospitalier :
- de la personne qui le dirige, ou de son représentant ;
- de la personne qui préside la commission médicale d’établissement, ou de son représentant ;
- du directeur à qui sont confiés l’offre de soins et les partenariats.

Il se compose, pour chaque centre de santé partenaire :
- de son médecin directeur ;
- de son directeur administratif.

Le comité plénier peut s’élargir à un comité médical, où sont représentées les spécialités que la coopération mobilise.`,
      },
    ],
  },
  {
    identite: 'article-supports-informatises',
    genre: 'article',
    titre: 'Mise en place et exploitation communes de supports informatisés – confidentialité',
    texte: `Pour leurs patients communs, les parties s’engagent à privilégier la plateforme {{plateforme_echange}},
aussi bien pour échanger des données que pour réunir et conserver les informations.

Chacune veille au secret professionnel. L’échange et le partage d’informations relatives à un patient obéissent à
l’article L. 1110-4 du code de la santé publique.

Chaque partie répond des traitements de données à caractère personnel qu’elle met en œuvre. Elle les conduit dans le
respect du règlement (UE) 2016/679 du 27 avril 2016 et de la loi n° 78-17 du 6 janvier 1978, et informe les patients de
leurs droits.

La convention, ses annexes et les documents de suivi ne contiennent aucune donnée relative à un patient.`,
  },
  {
    identite: 'article-duree',
    genre: 'article',
    titre: 'Date d’effet, durée, modification, résiliation et différends',
    texte: `**Date d’effet et durée**

La présente convention prend effet le jour où la dernière des parties la signe. Sa durée est fixée à {{duree|lettres}} :
le jour de la prise d’effet y est compris, et elle s’achève la veille du jour anniversaire de cette prise d’effet.

${VIE_APRES_LA_PRISE_D_EFFET}`,
    variantes: [
      {
        code: 'date-effet-ecrite',
        libelle: 'Date d’effet écrite',
        source: 'Usage : la date écrite permet d’imprimer le dernier jour',
        texte: `**Date d’effet et durée**

La présente convention prend effet le {{date_effet}}. Sa durée est fixée à
{{duree|lettres}}, soit jusqu’au {{date_fin}} inclus. Si une signature manque encore à la date d’effet, la convention
prend effet le jour de la dernière signature, sans que son terme soit reporté.

${VIE_APRES_LA_PRISE_D_EFFET}`,
      },
    ],
  },
]
