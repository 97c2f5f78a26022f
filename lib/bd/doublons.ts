/** Vrai si l'erreur dit qu'une contrainte d'unicité a refusé la ligne. */
export const estDoublon = (erreur: unknown): boolean =>
  typeof erreur === 'object' && erreur !== null && (erreur as { code?: unknown }).code === 'P2002'
