import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

/** Dans les étapes, `texte` et `delai` sont balisés comme le reste : le délai reste un paramètre unique. */
const CIRCUIT_IMAGERIE: UniteSource = {
  identite: 'annexe-circuit-imagerie',
  genre: 'annexe',
  titre: 'Circuit d’une demande d’imagerie',
  texte: `La présente annexe met en œuvre l’{{§article-imagerie}}. Le circuit s’applique aux demandes de scanner et
d’échographie, puis d’IRM lorsque l’extension prévue à cet article est organisée. Les délais fixés ci-dessous valent pour
le scanner et, une fois cette extension organisée, pour l’IRM.

**Décompte du délai de réponse**

Le délai de réponse de {{delai_reponse_scanner}} court à partir du jour et de l’heure auxquels le secrétariat d’imagerie
reçoit la demande. Il se décompte {{decompte_delai_scanner}}. L’Hôpital le respecte quel que soit le degré d’urgence ; si la
demande est urgente, il répond assez tôt pour que l’examen ait lieu dans le délai fixé ci-dessous.

**Degrés d’urgence**

L’Hôpital programme l’examen pour qu’il ait lieu dans le délai qui correspond au degré d’urgence indiqué par le praticien
du CMS. Ce délai court de la même réception et se décompte en heures ou en jours calendaires :

| Degré d’urgence | Délai dans lequel l’examen a lieu |
|---|---|
| Urgent | {{delai_examen_urgent}} au plus |
| Semi-urgent | {{delai_examen_semi_urgent}} au plus |
| Non urgent | Au plus tôt, en fonction du flux des examens |

**Mode d’échange**

Les demandes, les réponses et les comptes rendus passent d’abord par télécopie. La messagerie sécurisée la remplace, dans
les deux sens, dès que l’Hôpital et le CMS en sont tous deux équipés.

**Révision**

Parce qu’elle fixe des délais, la présente annexe ne se modifie que par avenant.`,
  annexe: {
    nature: 'procedure',
    revision: 'avenant',
    etapes: [
      {
        code: 'demande',
        acteur: 'Médecin du CMS',
        texte:
          'Remplit le formulaire avec l’accord du patient, y indique sincèrement le degré d’urgence et l’envoie par télécopie ou, une fois en service des deux côtés, par messagerie sécurisée.',
        vers: [{ code: 'reception' }],
      },
      {
        code: 'reception',
        acteur: 'Secrétariat d’imagerie de l’Hôpital',
        texte: 'Reçoit la demande et en note le jour et l’heure, qui font courir les délais.',
        vers: [
          { code: 'urgent', condition: 'demande urgente' },
          { code: 'semi-urgent', condition: 'demande semi-urgente' },
          { code: 'non-urgent', condition: 'demande non urgente' },
        ],
      },
      {
        code: 'urgent',
        acteur: 'Secrétariat d’imagerie de l’Hôpital',
        texte: 'Trouve une date d’examen proche.',
        delai: 'Examen dans les {{delai_examen_urgent}}',
        vers: [{ code: 'reponse' }],
      },
      {
        code: 'semi-urgent',
        acteur: 'Secrétariat d’imagerie de l’Hôpital',
        texte: 'Trouve une date d’examen à échéance rapprochée.',
        delai: 'Examen dans les {{delai_examen_semi_urgent}}',
        vers: [{ code: 'reponse' }],
      },
      {
        code: 'non-urgent',
        acteur: 'Secrétariat d’imagerie de l’Hôpital',
        texte: 'Programme l’examen en fonction du flux.',
        delai: 'Examen au plus tôt',
        vers: [{ code: 'reponse' }],
      },
      {
        code: 'reponse',
        acteur: 'Secrétariat d’imagerie de l’Hôpital',
        texte: 'Répond au médecin du CMS, quel que soit le degré d’urgence.',
        delai: 'Scanner : réponse dans les {{delai_reponse_scanner}} suivant la réception',
        vers: [{ code: 'examen' }],
      },
      {
        code: 'examen',
        acteur: 'Équipe d’imagerie de l’Hôpital',
        texte: 'Réalise l’examen.',
        vers: [
          { code: 'situation-inattendue', condition: 'situation inattendue' },
          { code: 'compte-rendu', condition: 'rien d’inattendu' },
        ],
      },
      {
        code: 'situation-inattendue',
        acteur: 'CMS',
        texte: 'Met l’équipe d’imagerie en relation avec le médecin prescripteur.',
        vers: [{ code: 'compte-rendu' }],
      },
      {
        code: 'compte-rendu',
        acteur: 'Équipe d’imagerie de l’Hôpital',
        texte: 'Envoie le compte rendu au CMS par le même moyen d’échange.',
      },
    ],
  },
}

const FORMULAIRE_IMAGERIE: UniteSource = {
  identite: 'annexe-formulaire-imagerie',
  genre: 'annexe',
  titre: 'Formulaire type de demande d’examen d’imagerie',
  texte: `Dès la prise d’effet de la convention, les parties utilisent ce formulaire pour adresser et inscrire les patients à un
examen de scanner ou d’échographie. Les autres examens y figurent en vue des extensions à venir.

Seul le modèle vierge est annexé à la convention : un formulaire rempli relève du dossier du patient et n’y est jamais
joint.

| Rubrique | À renseigner |
|---|---|
| Hôpital sollicité | [[sites_concernes:|À choisir parmi : ]]{{sites_concernes}} |
| Patient | Nom, prénom, date de naissance, téléphone |
| Si le patient est un enfant | Poids ; terme de la naissance en cas de prématurité |
| Prescripteur | Nom, service ou centre de santé, téléphone |
| Date de la demande | Jour, mois, année |
| Situation du patient | À cocher : externe, hospitalisé |
| Degré d’urgence | À cocher : urgent, semi-urgent, non urgent |
| Type d’examen | À cocher : scanner (TDM), échographie, doppler, radiologie conventionnelle, IRM |
| Région à explorer | À préciser |
| Objectifs de l’examen | À préciser |
| Examens d’imagerie antérieurs | Résultats, s’ils sont disponibles |
| Prémédication | À cocher : oui, non ; si oui, ordonnance établie par le prescripteur |
| Injection d’iode (scanner) : myélome avec insuffisance rénale | À cocher : oui, non |
| Injection d’iode (scanner) : allergie | À cocher : oui, non |
| Injection d’iode (scanner) : insuffisance rénale | À cocher : oui, non ; si oui, créatininémie |
| Injection d’iode (scanner) : diabète | À cocher : oui, non ; si oui, traitement en cours (réponse obligatoire) |

Pour la prémédication et les médicaments à interrompre avant une injection d’iode, le prescripteur suit les consignes du
service d’imagerie en vigueur au jour de la demande. L’Hôpital les communique au CMS et l’informe de leurs changements.

La présente annexe est actualisée par échange écrit entre la direction du Groupe hospitalier et celle du CMS.`,
  annexe: { nature: 'formulaire', revision: 'echange' },
}

const CIRCUIT_HDJ: UniteSource = {
  identite: 'annexe-circuit-hdj',
  genre: 'annexe',
  titre: 'Circuit d’une demande d’hôpital de jour',
  texte: `La présente annexe met en œuvre l’{{§article-hopital-de-jour}}.

Un parcours est simple lorsqu’il repose sur une procédure de prise en charge écrite et sur un guichet d’adressage unique.
Il est complexe lorsqu’il traite une pathologie plus spécifique, pour laquelle l’avis d’un spécialiste est nécessaire
avant l’inscription.

L’Hôpital tient à la disposition du CMS un répertoire de ses parcours d’hôpital de jour. Classé par spécialité et par site,
ce document unique indique pour chaque parcours les coordonnées d’adressage et les examens réalisés.

La présente annexe est actualisée par échange écrit entre la direction du Groupe hospitalier et celle du CMS, sans que le
délai inscrit à l’{{§article-hopital-de-jour}} puisse s’en trouver modifié.`,
  annexe: {
    nature: 'procedure',
    revision: 'echange',
    etapes: [
      {
        code: 'demande',
        acteur: 'Médecin du CMS',
        texte: 'Choisit le parcours dans le répertoire et remplit le formulaire, avec l’accord du patient.',
        vers: [
          { code: 'adressage-direct', condition: 'parcours simple' },
          { code: 'adressage-specialiste', condition: 'parcours complexe' },
        ],
      },
      {
        code: 'adressage-direct',
        acteur: 'Médecin du CMS',
        texte: 'Envoie le formulaire au service, aux coordonnées du répertoire.',
        vers: [{ code: 'programmation' }],
      },
      {
        code: 'adressage-specialiste',
        acteur: 'Médecin du CMS',
        texte: 'Envoie le formulaire au médecin spécialiste de l’Hôpital.',
        vers: [{ code: 'orientation' }],
      },
      {
        code: 'orientation',
        acteur: 'Médecin spécialiste de l’Hôpital',
        texte: 'Reçoit le patient pour une consultation d’orientation.',
        delai: 'Dans les {{delai_consultation_orientation}} suivant la réception',
        vers: [
          { code: 'programmation', condition: 'relève de l’hôpital de jour' },
          { code: 'autre-orientation', condition: 'n’en relève pas' },
        ],
      },
      {
        code: 'programmation',
        acteur: 'Service d’hôpital de jour',
        texte: 'Programme la venue du patient et en informe le médecin du CMS.',
        delai: 'Dans les meilleurs délais',
      },
      {
        code: 'autre-orientation',
        acteur: 'Médecin spécialiste de l’Hôpital',
        texte:
          'Oriente le patient vers les soins adaptés (examens complémentaires, hospitalisation complète) et en informe le médecin du CMS.',
      },
    ],
  },
}

const FORMULAIRE_HDJ: UniteSource = {
  identite: 'annexe-formulaire-hdj',
  genre: 'annexe',
  titre: 'Formulaire type de demande d’hôpital de jour',
  texte: `Le même formulaire sert aux parcours simples et aux parcours complexes ; il réunit ce dont l’Hôpital a besoin pour
programmer la venue du patient.

Seul le modèle vierge est annexé à la convention : un formulaire rempli relève du dossier du patient et n’y est jamais
joint.

| Rubrique | À renseigner |
|---|---|
| Hôpital et service sollicités | À choisir dans le répertoire des parcours |
| Parcours | À cocher : simple, complexe ; intitulé du parcours |
| Patient | Nom, prénom, date de naissance, téléphone |
| Prescripteur | Nom, centre de santé, téléphone, adresse de messagerie sécurisée |
| Médecin traitant | Nom, s’il n’est pas le prescripteur |
| Date de la demande | Jour, mois, année |
| Motif de la demande | À préciser |
| Question posée ou bilan attendu | À préciser |
| Pathologies actuelles et antécédents | À préciser |
| Traitements au long cours | À préciser |
| Examens déjà réalisés | Nature et date ; résultats joints s’ils sont disponibles |

La présente annexe est actualisée par échange écrit entre la direction du Groupe hospitalier et celle du CMS.`,
  annexe: { nature: 'formulaire', revision: 'echange' },
}

const CIRCUIT_SORTIE: UniteSource = {
  identite: 'annexe-circuit-sortie',
  genre: 'annexe',
  titre: 'Circuit de la sortie et du suivi en ville',
  texte: `La présente annexe met en œuvre l’{{§article-sortie}}.

Le circuit concerne les patients qui réunissent trois conditions : habiter la commune {{commune|de}}, être particulièrement
exposés à une situation médico-sociale complexe, quitter l’Hôpital sans suivi en ville. Il n’est engagé qu’avec l’accord du
patient ; celui-ci reste libre de choisir un autre médecin traitant et de revenir sur son accord.

**Lettres de liaison**

Lorsqu’un praticien du CMS adresse un patient à l’Hôpital pour une hospitalisation, il joint une lettre de liaison
indiquant le motif du recours, les pathologies en cours, les antécédents et les traitements suivis.

Le jour de la sortie, l’Hôpital remet une lettre de liaison au patient et l’adresse à son médecin traitant. Elle mentionne le motif
de l’hospitalisation, en résume le déroulement, donne les résultats des examens et le traitement à jour, et indique les
suites à prévoir. Le compte rendu d’hospitalisation, plus complet, est adressé aux mêmes destinataires dès qu’il est établi.

Ces envois se font par messagerie sécurisée dès que l’Hôpital et le CMS en sont tous deux équipés.

**Révision**

La présente annexe est actualisée par échange écrit entre la direction du Groupe hospitalier et celle du CMS.`,
  annexe: {
    nature: 'procedure',
    revision: 'echange',
    etapes: [
      {
        code: 'reperage',
        acteur: 'Équipe hospitalière',
        texte: 'Repère, avant la sortie, le patient qui réunit les trois conditions.',
        vers: [{ code: 'accord' }],
      },
      {
        code: 'accord',
        acteur: 'Équipe hospitalière',
        texte: 'Informe le patient de la possibilité d’être suivi au CMS et recueille son choix.',
        vers: [
          { code: 'contact', condition: 'le patient accepte' },
          { code: 'autre-choix', condition: 'le patient refuse' },
        ],
      },
      {
        code: 'autre-choix',
        acteur: 'Équipe hospitalière',
        texte: 'Prend acte du choix du patient et lui remet la lettre de liaison.',
      },
      {
        code: 'contact',
        acteur: 'Équipe hospitalière',
        texte: 'Prévient le CMS et lui demande un médecin traitant.',
        vers: [{ code: 'medecin-traitant' }],
      },
      {
        code: 'medecin-traitant',
        acteur: 'CMS',
        texte: 'Désigne un praticien, qui se propose comme médecin traitant.',
        vers: [{ code: 'lettre-liaison' }],
      },
      {
        code: 'lettre-liaison',
        acteur: 'Médecin de l’Hôpital',
        texte: 'À la sortie, remet la lettre de liaison au patient et l’adresse au médecin traitant.',
        delai: 'Le jour de la sortie',
        vers: [{ code: 'suivi' }],
      },
      {
        code: 'suivi',
        acteur: 'Médecin du CMS',
        texte: 'Assure le suivi du patient en ville.',
        vers: [{ code: 'appui', condition: 'parcours complexe' }],
      },
      {
        code: 'appui',
        acteur: 'Médecin du CMS',
        texte:
          'Peut solliciter {{dispositif_appui}} pour une information, un appui ponctuel ou la coordination du parcours.',
      },
    ],
  },
}

const NOMINATIVE: UniteSource = {
  identite: 'annexe-nominative',
  genre: 'annexe',
  titre: 'Praticiens intervenant au CMS (annexe nominative)',
  facultative: true,
  texte: `La présente annexe met en œuvre l’{{§article-statut-praticiens}} et l’{{§article-charges-financieres}}. Elle
désigne les praticiens {{institution|de}} qui consacrent au CMS une part de leur activité, avec leur accord. Elle est
réservée aux parties.

| Praticien | Statut | Fondement de l’intervention | Demi-journées (par semaine ou par mois) | Lieu d’exercice | Accord du praticien, avis et décisions exigés par le statut (dates) |
|---|---|---|---|---|---|
| | | | | | |
| | | | | | |

Conditions financières de la mise à disposition de chaque praticien :

| Praticien | Part remboursée par {{gestionnaire}} | Périodicité du règlement |
|---|---|---|
| | | |
| | | |

La présente annexe ne se modifie que par avenant.`,
  annexe: { nature: 'nominative', revision: 'avenant', reserveeAuxParties: true },
}

const FINANCIERE: UniteSource = {
  identite: 'annexe-financiere',
  genre: 'annexe',
  titre: 'Conditions financières des plateaux techniques d’imagerie (annexe financière)',
  facultative: true,
  texte: `La présente annexe met en œuvre l’{{§article-charges-financieres}} pour la collaboration prévue à
l’{{§article-imagerie}}. Elle ne concerne que les charges qui y sont désignées ; les autres charges courantes restent
supportées par chaque partie.

| Prestation ou charge | Partie débitrice | Montant ou mode de calcul | Source et date du montant | Périodicité du règlement |
|---|---|---|---|---|
| | | | | |
| | | | | |

La présente annexe ne se modifie que par avenant.`,
  annexe: { nature: 'financiere', revision: 'avenant' },
}

export const ANNEXES_CONVENTION_CADRE: readonly UniteSource[] = [
  CIRCUIT_IMAGERIE,
  FORMULAIRE_IMAGERIE,
  CIRCUIT_HDJ,
  FORMULAIRE_HDJ,
  CIRCUIT_SORTIE,
  NOMINATIVE,
  FINANCIERE,
]
