/** Espace insécable (U+00A0) et fine insécable (U+202F). */
export const INSECABLE = '\u00a0'
export const FINE = '\u202f'
