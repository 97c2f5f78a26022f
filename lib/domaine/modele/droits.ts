import type { Acteur } from '../organisation/acteur'

/** Modifier les modèles d'un groupe, ses textes de référence : sa direction des partenariats. */
export const peutEcrireModeles = (acteur: Acteur, groupeId: string): boolean =>
  acteur.groupes.includes(groupeId)

/** Lire les écarts et l'usage des versions d'un groupe : sa direction, et le siège qui l'observe. */
export const peutLireEcarts = (acteur: Acteur, groupeId: string): boolean =>
  acteur.groupes.includes(groupeId) || acteur.sieges.includes(groupeId)

/** Groupes dont l'acteur lit les écarts, les siens d'abord. */
export const groupesDesEcarts = (acteur: Acteur): string[] => [
  ...new Set([...acteur.groupes, ...acteur.sieges]),
]

/** Groupes dont l'acteur lit les versions d'établissement d'abord : ceux qu'il rédige, puis ceux qu'il conseille. */
export const groupesDeBibliotheque = (acteur: Acteur): string[] => [
  ...new Set([...acteur.groupes, ...(acteur.validations ?? []).flatMap((v) => v.split(':')[0] ?? [])]),
]

/** Groupe pour lequel la bibliothèque se lit : celui demandé s'il est des siens, à défaut le premier. */
export function groupeRegarde(acteur: Acteur, demande: string | null): string | null {
  const groupes = groupesDeBibliotheque(acteur)
  return groupes.find((g) => g === demande) ?? groupes[0] ?? null
}
