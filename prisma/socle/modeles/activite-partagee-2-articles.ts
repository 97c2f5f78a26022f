import type { UniteSource } from '../../../lib/domaine/texte/modele-source'
import { articlesActivitePartagee } from './activite-partagee-articles'

/**
 * Articles de la version 2 : mêmes identités que la version 1, récrits pour un ou plusieurs gestionnaires. Le nombre de
 * `gestionnaires` accorde la phrase ; chacun ne doit que ce qui se fait dans ses centres.
 */
const TEXTES: Record<string, string> = {
  objet: `
La présente convention organise les consultations avancées que des praticiens hospitaliers {{institution|de}} donnent dans
[[centres:le centre de santé suivant|les centres de santé suivants]] : {{centres}}. Les mots « le CMS » [[centres:le désignent|les désignent, ensemble ou séparément]].
Le mot « hôpital » désigne [[sites_concernes:l’hôpital|les hôpitaux, ensemble ou séparément,]] {{sites_concernes}}.

[[gestionnaires:Le Gestionnaire répond de ce que|Pour les centres qu’il gère et pour eux seuls, chaque Gestionnaire répond de ce que]] la convention met à la charge du CMS.
{{institution|Court}} répond de ce qu’elle met à la charge de l’hôpital. Chaque partie approuve ce texte et le signe pour
elle-même[[gestionnaires:.| ; les Gestionnaires ne sont pas solidaires.]]

Le patient choisit librement le professionnel et l’établissement auxquels il s’adresse. Dans les locaux du CMS, les praticiens
en respectent le règlement intérieur ; ils restent tenus au secret professionnel.
`,
  modalites: `
Des praticiens du service {{service}} de l’hôpital donnent au CMS {{nombre_demi_journees}}
[[nombre_demi_journees:demi-journée|demi-journées]] de consultation {{periode}}[[centres:.|, pour l’ensemble des centres.]]

Ils interviennent sur le fondement de {{base_statutaire}}. La durée maximale que permet leur statut s’apprécie en comptant tous
les centres où ils exercent.

Nul praticien n’intervient sans son accord écrit. {{institution|Court}} recueille cet accord, l’avis du chef de pôle, celui de la
commission médicale d’établissement et, quand le statut le demande, la proposition du chef de service et l’autorisation du
directeur. L’{{§annexe-praticiens}} en porte les dates, avec les jours, les horaires et le lieu des consultations.
`,
  'dispositions-materielles': `
Le CMS fournit aux praticiens, pour l’activité que décrit l’{{§modalites}}, le personnel et le matériel dont ils ont besoin,
notamment {{moyens_fournis}}.
`,
  'dispositions-financieres': `
Pendant toute la convention, {{institution}} verse aux praticiens l’intégralité de leurs émoluments.

[[gestionnaires:Le Gestionnaire|Chaque Gestionnaire]] rembourse {{institution|a}} la part du traitement et des charges qui correspond à
cette activité[[gestionnaires:.|, pour les demi-journées accomplies dans ses centres.]] Le prix d’une demi-journée est de {{prix_demi_journee}}. Les parties l’ont convenu le
{{date_prix}}, d’après la source suivante : {{source_prix}}.

Elles ont tenu compte, pour le fixer, de {{part_activite}} d’un coût employeur moyen de {{cout_reference}}. Ces données expliquent
le prix ; elles ne servent pas à le recalculer, et le montant convenu fait seul foi. Une revalorisation se fait par avenant : un
nouveau prix, sa date, sa source et la première période à laquelle il s’applique. Une période facturée ne change plus.

À la fin de chaque {{periodicite_facturation}}, le CMS établit et certifie l’état des présences des praticiens, sur le modèle de
l’{{§annexe-etat-presences}}, puis l’adresse {{institution|a}}, qui le vérifie avant de facturer. Cet état ne dit jamais pourquoi un
praticien a été absent.

La somme due est égale au nombre de demi-journées réalisées multiplié par le prix convenu. {{institution|Court}} émet chaque
{{periodicite_facturation}} un titre de recette[[gestionnaires:, que le Gestionnaire règle| pour chaque Gestionnaire, qui le règle]] à l’ordre du {{comptable}} {{institution|de}}.
`,
  responsabilite: `
[[gestionnaires:Le Gestionnaire répare|Chaque Gestionnaire répare, pour ses centres,]] les dommages causés ou subis par les praticiens dans les fonctions qu’ils
remplissent pour le compte du CMS, sous réserve de l’alinéa suivant. Il contracte à cette fin les assurances nécessaires.

{{institution|Court}}, employeur des praticiens, assume les conséquences des accidents de travail et de trajet. [[gestionnaires:Le Gestionnaire lui rembourse|Le Gestionnaire concerné lui rembourse]]
ce qu’elle a versé, en application de la législation sur ces accidents, pour ceux qui sont survenus à l’occasion de l’activité
accomplie au CMS.
`,
  duree: `
La convention prend effet le {{date_effet}}. Elle est conclue pour {{duree|lettres}}, soit jusqu’au {{date_fin}} inclus. Si une
signature manque encore à la date d’effet, elle prend effet le jour de la dernière signature, sans que son terme soit reporté.

Seul un avenant exprès, signé avant ce terme, peut la renouveler, pour {{duree_renouvellement|lettres}}.

Chaque partie peut dénoncer la convention en observant un préavis de {{preavis|lettres}}. Elle écrit aux signataires de toutes les
autres parties, par lettre recommandée avec demande d’avis de réception. Le préavis court de la réception de cette lettre et,
s’il y a plusieurs destinataires, de la dernière. [[gestionnaires:La dénonciation met fin à la convention.|La dénonciation d’un Gestionnaire ne met fin qu’à sa participation : la convention continue entre les autres parties. Celle de l’établissement hospitalier y met fin pour tous.]]

Un avenant peut modifier la convention à tout moment. Les parties cherchent d’abord à régler à l’amiable tout différend ;
faute d’accord, la plus diligente saisit la juridiction compétente.
`,
}

const PREAMBULE: readonly UniteSource[] = articlesActivitePartagee.filter((u) => u.genre === 'preambule')

export const articlesActivitePartagee2: readonly UniteSource[] = [
  ...PREAMBULE,
  ...articlesActivitePartagee
    .filter((u) => u.genre === 'article')
    .map((u) => ({ ...u, texte: TEXTES[u.identite] ?? u.texte })),
]
