import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

/** Annexes de l'activité partagée : qui intervient, ce qui est fait, ce qui est dû. Aucune donnée de patient. */
export const annexesActivitePartagee: readonly UniteSource[] = [
  {
    identite: 'annexe-praticiens',
    genre: 'annexe',
    titre: 'Praticiens intervenants (annexe nominative)',
    annexe: { nature: 'nominative', revision: 'avenant', reserveeAuxParties: true },
    texte: `
Une fiche est remplie pour chaque praticien. Elle est réservée aux parties, ne figure dans aucun dossier public et ne comporte
aucune information de santé.

| Rubrique | À renseigner |
|---|---|
| Nom et prénom du praticien |  |
| Statut et fondement de l’intervention |  |
| Lieu, jours et horaires des consultations |  |
| Demi-journées accomplies au titre d’autres centres |  |
| Accord écrit du praticien (date) |  |
| Proposition du chef de service, si le statut l’exige (date) |  |
| Avis du chef de pôle (date) |  |
| Avis de la commission médicale d’établissement (date) |  |
| Autorisation du directeur, si le statut l’exige (date) |  |
`,
  },
  {
    identite: 'annexe-etat-presences',
    genre: 'annexe',
    titre: 'Modèle d’état des présences',
    annexe: { nature: 'formulaire', revision: 'echange', reserveeAuxParties: true },
    texte: `
Période : un {{periodicite_facturation}}. L’état n’indique aucun motif d’absence ni aucune donnée de patient. Une fois vérifié, il ne
se corrige que par une nouvelle version. Le présent modèle est actualisé par échange écrit entre les parties.

| Praticien | Date | Matin ou après-midi | Prévue, réalisée ou non réalisée |
|---|---|---|---|
|  |  |  |  |
|  |  |  |  |

| Récapitulatif | Valeur |
|---|---|
| Nombre de demi-journées réalisées |  |
| Prix convenu d’une demi-journée | {{prix_demi_journee}} |
| Somme proposée au titre de recette |  |
| Certifié par le CMS (fonction et date) |  |
| Vérifié par l’hôpital (fonction et date) |  |
`,
  },
]
