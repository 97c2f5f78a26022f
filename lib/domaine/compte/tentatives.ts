export type Compteur = 'compte' | 'adresse'

/**
 * Essais libres avant la première attente. L'adresse en a davantage : un hôpital entier sort souvent par la même.
 */
const ESSAIS_LIBRES: Record<Compteur, number> = { compte: 5, adresse: 40 }
const PREMIERE_ATTENTE = 30_000
const ATTENTE_MAXIMALE = 15 * 60_000
/** Sans échec pendant ce temps, le compteur repart de zéro. */
export const FENETRE = 60 * 60_000

/** Attente imposée après ce nombre d'échecs : rien, puis 30 s, doublées à chaque échec, 15 min au plus. */
export function attente(compteur: Compteur, echecs: number): number {
  const deTrop = echecs - ESSAIS_LIBRES[compteur]
  if (deTrop < 0) return 0
  return Math.min(PREMIERE_ATTENTE * 2 ** Math.min(deTrop, 20), ATTENTE_MAXIMALE)
}
