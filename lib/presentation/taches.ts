/** Un ouvrier est mort trois fois sur cette tâche. */
export const PHRASE_TACHE_INTERROMPUE =
  'Le travail a été interrompu plusieurs fois. Recommencez\u00a0; si cela se reproduit, prévenez votre administrateur.'
