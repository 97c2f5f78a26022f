/** Une session se prolonge de douze heures à chaque usage, sans jamais dépasser sept jours. */
export const DUREE_GLISSANTE = 12 * 3_600_000
export const DUREE_MAXIMALE = 7 * 24 * 3_600_000
/** On ne réécrit pas la session à chaque requête : une prolongation par cinq minutes suffit. */
export const PAS_PROLONGATION = 5 * 60_000

type Durees = { creeLe: Date; expireLe: Date; revoqueeLe: Date | null }

/** Fin d'une session utilisée à cet instant. */
export const expiration = (creeLe: Date, maintenant: Date): Date =>
  new Date(Math.min(maintenant.getTime() + DUREE_GLISSANTE, creeLe.getTime() + DUREE_MAXIMALE))

/** Vrai si la session est encore bonne à cet instant. */
export const estOuverte = (session: Durees, maintenant: Date): boolean =>
  session.revoqueeLe === null &&
  session.expireLe > maintenant &&
  session.creeLe.getTime() + DUREE_MAXIMALE > maintenant.getTime()

/** Vrai s'il est temps de réécrire la dernière visite et la fin de session. */
export const estAProlonger = (vueLe: Date, maintenant: Date): boolean =>
  maintenant.getTime() - vueLe.getTime() >= PAS_PROLONGATION
