import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

/** Préambule et six articles de la convention d'activité partagée. */
export const articlesActivitePartagee: readonly UniteSource[] = [
  {
    identite: 'preambule',
    genre: 'preambule',
    titre: 'Préambule',
    texte: '',
    enfants: [
      {
        identite: 'considerant-projet',
        genre: 'considerant',
        texte: `
Par le projet {{projet_institutionnel}}, {{institution}} a entrepris, au sein {{groupe|de}}, de renforcer les partenariats
noués avec les centres de santé du territoire.
`,
      },
      {
        identite: 'considerant-travaux',
        genre: 'considerant',
        texte: `
Avec [[sites_concernes:le service|les services]] {{service}} [[sites_concernes:de l’hôpital|des hôpitaux]] {{sites_concernes}}, les parties ont étudié
l’organisation des consultations et des hospitalisations, en particulier le retour des patients en ville et leur admission
directe à l’hôpital. Elles ont aussi examiné l’accueil d’internes en stage et l’ouverture de consultations avancées.
`,
      },
    ],
  },
  {
    identite: 'objet',
    genre: 'article',
    titre: 'Objet',
    texte: `
La présente convention organise les consultations que des praticiens hospitaliers {{institution|de}} assurent dans
[[centres:le centre de santé suivant|les centres de santé suivants]] : {{centres}}. [[centres:Il est désigné|Ils sont désignés ensemble]] ci-après par les mots « le CMS ».
Le mot « hôpital » vise [[sites_concernes:l’hôpital|ensemble ou séparément les hôpitaux]] {{sites_concernes}}.

{{gestionnaire|Court}}, qui gère le CMS, répond des obligations que la convention attribue à celui-ci. {{institution|Court}}
répond de celles qui incombent à l’hôpital.

Le patient choisit librement le professionnel et l’établissement auxquels il confie ses soins. Les praticiens respectent le
secret professionnel et, dans les locaux du CMS, le règlement intérieur de celui-ci.
`,
  },
  {
    identite: 'modalites',
    genre: 'article',
    titre: 'Modalités',
    texte: `
{{institution|Court}} s’engage à ce que des praticiens du service {{service}} de l’hôpital assurent au CMS
{{nombre_demi_journees}} [[nombre_demi_journees:demi-journée|demi-journées]] de consultation {{periode}}.

Leur intervention se fonde sur {{base_statutaire}}. Elle respecte la durée maximale que permet leur statut, appréciée pour
l’ensemble des centres où ils exercent.

Nul praticien n’intervient sans son accord écrit. {{institution|Court}} recueille cet accord, l’avis du chef de pôle et celui de
la commission médicale d’établissement, ainsi que la proposition du chef de service et l’autorisation du directeur si le
statut les exige. Les références en
sont portées à l’{{§annexe-praticiens}}, où figurent également les jours, les horaires et le lieu des consultations.
`,
  },
  {
    identite: 'dispositions-materielles',
    genre: 'article',
    titre: 'Dispositions matérielles',
    texte: `
Pour que les praticiens puissent exercer l’activité décrite à l’{{§modalites}}, le CMS leur fournit le personnel et le matériel
nécessaires, notamment {{moyens_fournis}}.
`,
  },
  {
    identite: 'dispositions-financieres',
    genre: 'article',
    titre: 'Dispositions financières',
    texte: `
Tant que dure la convention, {{institution}} verse aux praticiens la totalité de leurs émoluments.

{{gestionnaire|Court}} rembourse {{institution|a}} la part de traitement et de charges qui correspond à l’activité accomplie au CMS. Le prix d’une
demi-journée est fixé à {{prix_demi_journee}}. Ce montant a été convenu par les parties le {{date_prix}} ; il a pour source :
{{source_prix}}.

Les parties ont retenu ce prix en considérant {{part_activite}} d’un coût employeur moyen de {{cout_reference}}. Ces deux données
l’expliquent sans servir à le recalculer : seul le montant convenu fait foi. Pour tenir compte d’une revalorisation des
rémunérations, les parties conviennent par avenant d’un nouveau prix, daté, avec sa source et la première période à laquelle
il s’applique. Une période déjà facturée ne change pas.

À la fin de chaque {{periodicite_facturation}}, le CMS dresse l’état des présences des praticiens, le certifie et le transmet à
{{institution}}, qui le vérifie pour préparer la facturation. L’état suit le modèle de l’{{§annexe-etat-presences}} et
n’indique jamais le motif d’une absence.

La somme due est le produit du nombre de demi-journées réalisées par le prix convenu. {{institution|Court}} émet un titre de
recette pour chaque {{periodicite_facturation}}. {{gestionnaire|Court}} le règle à l’ordre du {{comptable}}
{{institution|de}}.
`,
  },
  {
    identite: 'responsabilite',
    genre: 'article',
    titre: 'Responsabilité',
    texte: `
{{gestionnaire|Court}} supporte la réparation des dommages que les praticiens causent ou subissent dans l’exercice des fonctions
remplies pour le compte du CMS, sous réserve de l’alinéa suivant. Il lui appartient, à ce titre, de contracter toutes les assurances utiles.

En qualité d’employeur, {{institution}} assume les suites des accidents de travail et de trajet. {{gestionnaire|Court}} s’engage
à lui rembourser les sommes versées en application de la législation sur ces accidents, lorsqu’ils sont survenus à
l’occasion de l’activité accomplie au CMS.
`,
  },
  {
    identite: 'duree',
    genre: 'article',
    titre: 'Durée, renouvellement, résiliation et différends',
    texte: `
La convention prend effet le {{date_effet}}. Elle est conclue pour {{duree|lettres}}, soit jusqu’au {{date_fin}} inclus. Si une
signature manque encore à la date d’effet, elle prend effet le jour de la dernière signature, sans que son terme soit reporté.

Elle ne se renouvelle que par un avenant exprès, signé avant son terme, pour {{duree_renouvellement|lettres}}.

Chaque partie peut y mettre fin en observant un préavis de {{preavis|lettres}}. Elle adresse à tous les signataires une lettre
recommandée avec demande d’avis de réception ; le préavis court à compter de sa réception et, si elle a plusieurs
destinataires, de la dernière réception.

Les parties peuvent à tout moment modifier la convention par avenant. Elles recherchent d’abord une solution amiable à
tout différend ; à défaut d’accord, la partie la plus diligente saisit la juridiction compétente.
`,
  },
]
