/** Mot de passe commun des comptes de démonstration, annoncé à l'écran ; ces comptes sont fermés hors démonstration. */
export const MOT_DE_PASSE_DEMONSTRATION = 'trait-union-demonstration'
