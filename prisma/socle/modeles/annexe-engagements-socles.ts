import type { UniteSource } from '../../../lib/domaine/texte/modele-source'

/**
 * Engagements de base réciproques : cinq thèmes, deux colonnes. Annexe facultative partagée par les conventions
 * d'affiliation et de partenariat ; ses textes n'emploient que des paramètres communs.
 */
export const annexeEngagementsSocles: UniteSource = {
  identite: 'annexe-engagements-socles',
  genre: 'annexe',
  titre: 'Engagements de base réciproques',
  facultative: true,
  annexe: { nature: 'tableau', revision: 'avenant' },
  texte: `
Les parties souscrivent les engagements de base ci-dessous. Ils complètent les articles de la convention sans
en réduire la portée. Aucun d’eux ne place une partie sous l’autorité de l’autre.

| Thème | Engagements {{institution|de}} | Engagements {{gestionnaire|de}}, pour le centre de santé |
|---|---|---|
| Informations médicales échangées pour soigner un même patient | Remettre le compte rendu d’hospitalisation le jour même de la sortie, dans sa version définitive ou, si elle n’est pas prête, dans une version provisoire.<br>Donner aux médecins du centre accès aux résultats des examens de leurs patients. | Adresser chaque patient au moyen de la fiche d’adressage convenue. |
| Coordination au quotidien | Ouvrir aux médecins du centre une voie d’admission directe dans les services.<br>Mettre à leur disposition des lignes téléphoniques auxquelles répond un médecin. | Doter l’ensemble de ses médecins d’une messagerie sécurisée de santé.<br>Les inscrire au dispositif des médecins partenaires. |
| Soins de proximité | Continuer de travailler avec les professionnels de ville qui suivent déjà le patient, en particulier son médecin traitant et son infirmier. | Proposer l’un de ses praticiens aux patients qui sortent de l’hôpital sans médecin traitant et souhaitent en choisir un. |
| Connaissances développées et partagées | Ouvrir ses formations aux professionnels du centre.<br>Les inviter à ses réunions de concertation clinique (staffs) ou en organiser de communes. | Faire participer ses personnels aux formations qui leur sont ouvertes.<br>Inviter les équipes hospitalières à ses propres réunions de concertation clinique. |
| Communication | Partager avec le centre une charte graphique commune. | Appliquer la charte commune et faire figurer le logo {{institution|de}} sur ses formulaires et ses supports de communication. |
`,
}
