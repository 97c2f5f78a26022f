import type { UniteSource } from '../../../lib/domaine/texte/modele-source'
import { annexeEngagementsSocles } from './annexe-engagements-socles'

/**
 * Annexes citées par la convention d'affiliation : cadres complets à remplir. Aucune ne reçoit de donnée de
 * patient ; celles qui nomment un praticien ou un agent sont réservées aux parties.
 */
const consultations: UniteSource = {
  identite: 'annexe-consultations-avancees',
  genre: 'annexe',
  titre: 'Consultations avancées au CMS',
  annexe: { nature: 'tableau', revision: 'echange' },
  texte: `
Une ligne est remplie pour chaque spécialité ouverte en application de l’{{§consultations}}. Le planning se révise
par échange écrit entre les directions ; toute spécialité nouvelle est signalée au comité de suivi.

| Spécialité | Service et site d’origine | Lieu de consultation au CMS | Jours et horaires | Rythme | Date d’ouverture |
|---|---|---|---|---|---|
|  |  |  |  |  |  |
|  |  |  |  |  |  |

| Organisation matérielle | Partie qui en a la charge | Précisions |
|---|---|---|
| Cabinet et matériel d’examen | {{gestionnaire|Court}} |  |
| Secrétariat, prise de rendez-vous et accueil | {{gestionnaire|Court}} |  |
| Accès au dossier du patient et compte rendu | Les deux parties |  |
| Motifs d’adressage et préparation du rendez-vous | Les deux parties |  |
| Remplacement en cas d’indisponibilité annoncée du praticien | {{institution|Court}} |  |
`,
}

const teleconsultations: UniteSource = {
  identite: 'annexe-teleconsultations',
  genre: 'annexe',
  titre: 'Téléconsultations et téléexpertise',
  annexe: {
    nature: 'procedure',
    revision: 'avenant',
    etapes: [
      {
        code: 'demande',
        acteur: 'Médecin du CMS',
        texte: 'Recueille l’accord du patient et adresse la demande par voie sécurisée.',
        vers: [{ code: 'programmation' }],
      },
      {
        code: 'programmation',
        acteur: 'Secrétariat hospitalier',
        texte: 'Inscrit la demande dans une séance du programme commun.',
        vers: [{ code: 'seance' }],
      },
      {
        code: 'seance',
        acteur: 'Praticien hospitalier',
        texte: 'Analyse le dossier à distance, le patient étant présent au CMS, et rend son expertise.',
        vers: [
          { code: 'compte-rendu', condition: 'l’avis rendu suffit' },
          { code: 'orientation', condition: 'un examen ou une venue à l’hôpital est utile' },
        ],
      },
      {
        code: 'orientation',
        acteur: 'Praticien hospitalier et médecin du CMS',
        texte: 'Proposent la suite au patient, qui reste libre de son choix.',
        vers: [{ code: 'compte-rendu' }],
      },
      {
        code: 'compte-rendu',
        acteur: 'Praticien hospitalier',
        texte: 'Transmet ses conclusions au médecin du CMS par messagerie sécurisée.',
      },
    ],
  },
  texte: `
La présente annexe fixe les conditions des séances prévues à l’{{§consultations}} et à l’{{§personnels-medicaux}}.
Le programme est établi en commun ; son financement par l’agence régionale de santé {{region_sante}} est demandé
et précisé par avenant.

| Spécialité | Service hospitalier | Nombre de séances prévu | Jours et horaires | Équipement utilisé |
|---|---|---|---|---|
|  |  |  |  |  |

| Financement | Montant annuel demandé | Montant annuel accordé | Référence et date de la décision | Bénéficiaire |
|---|---|---|---|---|
| Agence régionale de santé {{region_sante}} |  |  |  |  |
`,
}

const imagerie: UniteSource = {
  identite: 'annexe-imagerie',
  genre: 'annexe',
  titre: 'Imagerie médicale : accès réciproque aux plateaux techniques',
  annexe: { nature: 'procedure', revision: 'avenant' },
  texte: `
La présente annexe applique l’{{§imagerie}}. Elle indique les examens accessibles, les conditions de leur réalisation
et, en vertu de l’{{§charges-financieres}}, les dispositions financières de cette collaboration.

**Plateau de l’hôpital ouvert aux patients suivis au CMS**

| Site | Examen ou acte interventionnel | Réalisé par | Modalité de demande | Retour du compte rendu |
|---|---|---|---|---|
|  |  | Praticien de l’hôpital |  |  |
|  |  | Radiologue du CMS (avenant exigé) |  |  |

**Plateau du CMS ouvert aux patients de l’hôpital**

| Examen | Réalisé par | Plages réservées | Modalité de demande | Retour du compte rendu |
|---|---|---|---|---|
| Échographie-doppler | Médecin du CMS |  |  |  |
| Échographie fœtale | Médecin du CMS |  |  |  |
| Mammographie | Médecin du CMS |  |  |  |

**Exercice des radiologues du CMS à l’hôpital (rempli par avenant)**

| Équipements | Équipes et composition | Modalités d’intervention | Référence de l’avenant |
|---|---|---|---|
|  |  |  |  |

**Dispositions financières**

| Prestation | Partie qui supporte la charge | Règle de facturation | Montant convenu, date et source |
|---|---|---|---|
|  |  |  |  |
`,
}

const telemedecine: UniteSource = {
  identite: 'annexe-telemedecine-imagerie',
  genre: 'annexe',
  titre: 'Liaison de télémédecine entre les services d’imagerie',
  annexe: { nature: 'procedure', revision: 'avenant' },
  texte: `
La présente annexe applique l’{{§imagerie}} et définit la liaison établie entre les deux services d’imagerie
afin de mettre leurs équipements en commun.

| Point à définir | Hôpital | CMS | Date prévue |
|---|---|---|---|
| Équipements reliés et solution technique |  |  |  |
| Examens concernés et plages d’interprétation |  |  |  |
| Responsable médical de la liaison |  |  |  |
| Identification du patient et information préalable |  |  |  |
| Sécurité, hébergement et conservation des images |  |  |  |
| Conduite à tenir en cas de panne |  |  |  |
| Mise en service |  |  |  |

**Dispositions financières**

| Prestation ou équipement | Partie qui supporte la charge | Règle de calcul | Montant convenu, date et source |
|---|---|---|---|
|  |  |  |  |
`,
}

const chefferie: UniteSource = {
  identite: 'annexe-chefferie-partagee',
  genre: 'annexe',
  titre: 'Chefferie partagée',
  annexe: { nature: 'tableau', revision: 'avenant' },
  texte: `
La présente annexe détaille la chefferie partagée que permettent l’{{§imagerie}} et l’{{§explorations-fonctionnelles}}.
La colonne correspondante n’est remplie que si les parties décident de la mettre en place. Elle ne modifie ni
l’autorité de l’employeur ni les règles de nomination propres à chaque partie.

| Point à définir | Imagerie médicale | Explorations fonctionnelles respiratoires |
|---|---|---|
| Fonctions associées | Médecin directeur du CMS et chef du service d’imagerie médicale | Médecin directeur du CMS et chef du service d’explorations fonctionnelles |
| Équipements et plages ouverts aux équipes hospitalières |  |  |
| Décisions prises en commun |  |  |
| Décisions réservées à chaque partie |  |  |
| Établissement et révision des plannings |  |  |
| Règlement des désaccords |  |  |
| Début, durée et bilan |  |  |
`,
}

const explorations: UniteSource = {
  identite: 'annexe-explorations-fonctionnelles',
  genre: 'annexe',
  titre: 'Explorations fonctionnelles',
  annexe: {
    nature: 'procedure',
    revision: 'avenant',
    etapes: [
      {
        code: 'pose',
        acteur: 'CMS',
        texte: 'Informe le patient, pose l’appareil et recueille l’enregistrement.',
        vers: [{ code: 'envoi' }],
      },
      {
        code: 'envoi',
        acteur: 'CMS',
        texte: 'Transmet l’enregistrement au service d’explorations fonctionnelles par voie sécurisée.',
        vers: [{ code: 'lecture' }],
      },
      {
        code: 'lecture',
        acteur: 'Service d’explorations fonctionnelles',
        texte: 'Lit et interprète l’enregistrement.',
        vers: [
          { code: 'alerte', condition: 'une anomalie appelle une décision rapide' },
          { code: 'restitution', condition: 'dans les autres cas' },
        ],
      },
      {
        code: 'alerte',
        acteur: 'Service d’explorations fonctionnelles',
        texte: 'Prévient sans délai le médecin du CMS qui a prescrit l’examen.',
        vers: [{ code: 'restitution' }],
      },
      {
        code: 'restitution',
        acteur: 'Service d’explorations fonctionnelles',
        texte: 'Adresse le compte rendu au médecin prescripteur par messagerie sécurisée.',
      },
    ],
  },
  texte: `
La présente annexe applique l’{{§explorations-fonctionnelles}}. Sa première partie contient le protocole commun de
lecture à l’hôpital ; la seconde, établie par avenant, porte sur les examens réalisés au CMS.

**Enregistrements posés au CMS et interprétés à l’hôpital**

| Examen | Matériel utilisé | Volume prévu | Délai de restitution | Référents des deux parties |
|---|---|---|---|---|
| Holter rythmique |  |  |  |  |
| Holter tensionnel |  |  |  |  |
| Exploration des troubles du sommeil |  |  |  |  |

**Explorations fonctionnelles respiratoires réalisées au CMS pour l’hôpital (rempli par avenant)**

| Examen | Médecin du CMS compétent (fonction) | Plages réservées | Modalité de demande | Retour du compte rendu | Référence de l’avenant |
|---|---|---|---|---|---|
|  |  |  |  |  |  |
`,
}

const interventions: UniteSource = {
  identite: 'annexe-interventions-praticiens',
  genre: 'annexe',
  titre: 'Intervention des praticiens (annexe nominative)',
  annexe: { nature: 'nominative', revision: 'avenant', reserveeAuxParties: true },
  texte: `
Une fiche est établie pour chaque praticien qui intervient au titre de l’{{§personnels-medicaux}}. Elle est réservée aux
parties et ne figure dans aucun dossier public. Elle ne mentionne ni motif d’absence ni information de santé.

| Rubrique | À renseigner |
|---|---|
| Nom et prénom du praticien |  |
| Statut, service et site d’affectation |  |
| Fondement statutaire de l’intervention |  |
| Lieu, jours et nombre de demi-journées |  |
| Durée maximale permise par le statut et vérification de son respect, tous centres confondus |  |
| Début et fin de l’intervention |  |
| Accord écrit du praticien (date) |  |
| Avis et décisions exigés par le statut (autorités et dates) |  |
| Rémunération, charges et remboursement : partie débitrice, montant convenu, date et source |  |
`,
}

const personnels: UniteSource = {
  identite: 'annexe-echanges-personnels',
  genre: 'annexe',
  titre: 'Échanges de personnels non médicaux',
  annexe: { nature: 'nominative', revision: 'avenant', reserveeAuxParties: true },
  texte: `
La présente annexe règle l’organisation et le financement des échanges prévus à l’{{§personnels-non-medicaux}}. Elle est
réservée aux parties dès qu’elle permet d’identifier un agent.

| Métier et agent concerné | Partie d’origine | Lieu d’accueil et mission | Calendrier | Ordre de mission (référence et date) |
|---|---|---|---|---|
|  |  |  |  |  |

| Charge | Partie qui la supporte | Règle de remboursement éventuelle | Montant convenu, date et source |
|---|---|---|---|
| Rémunération et charges |  |  |  |
| Déplacements |  |  |  |
| Formation et équipement |  |  |  |
`,
}

const cellule: UniteSource = {
  identite: 'annexe-cellule-territoriale',
  genre: 'annexe',
  titre: 'Cellule territoriale de coordination',
  annexe: {
    nature: 'procedure',
    revision: 'echange',
    etapes: [
      {
        code: 'sollicitation',
        acteur: 'Médecin de la commune',
        texte: 'Saisit la cellule de la demande d’un patient qui accepte d’être accompagné.',
        vers: [
          { code: 'consultations', condition: 'une ou plusieurs consultations sont utiles' },
          { code: 'admission', condition: 'une hospitalisation peut être programmée' },
        ],
      },
      {
        code: 'consultations',
        acteur: 'Cellule territoriale',
        texte: 'Obtient et coordonne les rendez-vous de consultation et d’examen.',
      },
      {
        code: 'admission',
        acteur: 'Cellule territoriale et service hospitalier',
        texte: 'Organisent l’entrée programmée sans passage par les urgences.',
        vers: [{ code: 'sortie' }],
      },
      {
        code: 'sortie',
        acteur: 'Service hospitalier',
        texte: 'Annonce la sortie à la cellule dans le délai convenu, sauf opposition du patient.',
        vers: [{ code: 'relais' }],
      },
      {
        code: 'relais',
        acteur: 'Cellule territoriale',
        texte:
          'Avec l’accord du patient, prévient les intervenants médico-sociaux concernés, par voie sécurisée.',
      },
    ],
  },
  texte: `
La présente annexe fixe les modalités propres à la cellule que prévoit l’{{§cellule-territoriale}}. Elle est actualisée par
échange écrit entre les directions, sans que les délais inscrits à cet article puissent s’en trouver modifiés.

| Point à définir | Contenu |
|---|---|
| Composition, rattachement et moyens de la cellule |  |
| Jours, horaires, ligne téléphonique et adresse de messagerie sécurisée |  |
| Médecins et structures qui peuvent la saisir |  |
| Consultations et examens coordonnés |  |
| Services qui admettent sans passage par les urgences |  |
| Annonce des sorties : auteur, moyen et destinataires (délai fixé à l’{{§cellule-territoriale}}) |  |
| Financement : montant, source et date |  |
| Indicateurs et évaluation à la fin de l’expérimentation |  |
`,
}

const identiteVisuelle: UniteSource = {
  identite: 'annexe-identite-visuelle',
  genre: 'annexe',
  titre: 'Identité visuelle et label commun',
  annexe: { nature: 'tableau', revision: 'echange' },
  texte: `
La présente annexe précise les éléments d’affichage prévus à l’{{§identite-visuelle}}. Elle est actualisée par échange écrit
entre les directions.

| Élément | Description et fichier de référence | Supports autorisés | Validation (fonctions et dates) |
|---|---|---|---|
| Label commun |  |  |  |
| Logos des parties |  |  |  |
| Signalétique du CMS |  |  |  |
| Formulaires et courriers |  |  |  |
| Règle d’usage à la fin de la convention | Les éléments communs sont retirés. |  |  |
`,
}

const financiere: UniteSource = {
  identite: 'annexe-financiere',
  genre: 'annexe',
  titre: 'Annexe financière',
  annexe: { nature: 'financiere', revision: 'avenant' },
  texte: `
La présente annexe récapitule, sans y ajouter, les flux financiers qu’autorise l’{{§charges-financieres}}. Chaque montant
est convenu, daté et accompagné de sa source. Une dépense qu’aucune annexe ne prévoit reste à la charge de la partie
qui l’expose.

| Objet | Annexe d’origine | Débiteur | Bénéficiaire | Montant ou règle de calcul | Date et source | Échéance |
|---|---|---|---|---|---|---|
| Mise à disposition de praticiens | {{§annexe-interventions-praticiens}} |  |  |  |  |  |
| Collaboration en imagerie médicale | {{§annexe-imagerie}} |  |  |  |  |  |
| Liaison de télémédecine en imagerie | {{§annexe-telemedecine-imagerie}} |  |  |  |  |  |
| Échanges de personnels non médicaux | {{§annexe-echanges-personnels}} |  |  |  |  |  |
| Téléconsultations financées par l’agence régionale de santé | {{§annexe-teleconsultations}} |  |  |  |  |  |
`,
}

export const annexesAffiliation: readonly UniteSource[] = [
  consultations,
  teleconsultations,
  imagerie,
  telemedecine,
  chefferie,
  explorations,
  interventions,
  personnels,
  cellule,
  identiteVisuelle,
  financiere,
  annexeEngagementsSocles,
]
