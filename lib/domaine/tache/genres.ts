/** Travaux longs faits par l'ouvrier. Un genre ajouté ici réclame son exécutant dans `lib/serveur/taches/registre.ts`. */
export const GENRES_TACHE = [
  'document',
  'dossier-conseil',
  'comparaison',
  'figer',
  'campagne',
  'archive-campagne',
  'import-demandes',
] as const
export type GenreTache = (typeof GENRES_TACHE)[number]

/** Sans signe de vie pendant ce temps (ms), l'ouvrier est tenu pour mort et la tâche est reprise. */
export const DUREE_SANS_VIE = 30_000
/** Reprises comprises, une tâche est tentée au plus trois fois. */
export const ESSAIS_TACHE = 3
/** Une tâche finie et son fichier se gardent sept jours (ms). */
export const DUREE_GARDE_TACHE = 7 * 86_400_000
