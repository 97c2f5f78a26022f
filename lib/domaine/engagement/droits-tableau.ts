import type { Acteur } from '../organisation/acteur'

/** Lire les tableaux de plusieurs centres : la direction des partenariats d'un groupe, et le siège qui l'observe. */
export const peutLireTableaux = (acteur: Acteur): boolean =>
  acteur.groupes.length > 0 || acteur.sieges.length > 0

/** Groupes dont l'acteur lit les engagements sans y être partie de l'autre côté. */
export const groupesDesTableaux = (acteur: Acteur): string[] => [
  ...new Set([...acteur.groupes, ...acteur.sieges]),
]
