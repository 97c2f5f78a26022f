/** Rappel à côté de tout texte libre. */
export const RAPPEL_PATIENT = 'Aucune donnée de patient.'
