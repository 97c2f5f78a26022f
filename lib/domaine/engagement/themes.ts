/** Thèmes d'un engagement, dans l'ordre des articles des modèles. */
export const THEMES = {
  imagerie: 'Imagerie',
  'hopital-de-jour': 'Hôpital de jour',
  consultations: 'Consultations',
  'echange-de-donnees': 'Échange de données',
  sortie: 'Sortie d’hospitalisation',
  formation: 'Formation et staffs',
  'demographie-medicale': 'Démographie médicale',
  prevention: 'Prévention et santé publique',
  'explorations-fonctionnelles': 'Explorations fonctionnelles',
  coordination: 'Coordination',
  communication: 'Communication',
  gouvernance: 'Gouvernance',
} as const
export type Theme = keyof typeof THEMES
export const CODES_THEME = Object.keys(THEMES) as [Theme, ...Theme[]]

/** Qui doit : l'hôpital, le centre (sa personne gestionnaire), ou chacun des deux. */
export const DEBITEURS = ['hopital', 'centre', 'parties'] as const
export type Debiteur = (typeof DEBITEURS)[number]
