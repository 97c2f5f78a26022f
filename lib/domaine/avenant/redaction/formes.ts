/** Manières de dire une même modification. */
export const FORMES = ['unite', 'alinea', 'completer', 'mots'] as const
export type Forme = (typeof FORMES)[number]

/** `proposee` nulle : une seule manière de le dire. */
export type FormesDUneCible = { proposee: Forme | null; permises: Forme[] }
