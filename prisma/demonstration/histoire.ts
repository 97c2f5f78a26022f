// La longue histoire de la démonstration : la convention-cadre d'Arcueil et ses quatre avenants, entièrement fictifs.
// Seuls les 48 h du départ et la demi-journée mensuelle de médecine interne viennent des documents de 2018.

/** Avertissement que portent le motif de chaque avenant, le message de chaque version et les pièces déposées. */
export const EN_DEMONSTRATION = 'Démonstration : acte fictif, sans valeur.'

/** Jours d'un acte, dans l'ordre où l'application les demande. */
export type Calendrier = {
  ouvertLe: string
  partageLe: string
  accepteLe: string
  avisLe: string
  seanceLe: string
  transmiseLe: string
  envoyeLe: string
  /** Jour où chaque partie signe : l'hôpital, puis la commune. */
  signeLe: readonly [string, string]
}

export type Effet =
  | { genre: 'delai-scanner'; heures: number }
  | { genre: 'consultations-avancees' }
  | { genre: 'renouvellement' }

export type AvenantDemonstration = Calendrier & {
  objet: string
  motif: string
  /** Date d'effet écrite ; `null` : à la dernière signature. */
  effetLe: string | null
  effet: Effet
}

export const CADRE_ARCUEIL: Calendrier = {
  ouvertLe: '2024-01-08',
  partageLe: '2024-01-10',
  accepteLe: '2024-01-24',
  avisLe: '2024-01-30',
  seanceLe: '2024-02-15',
  transmiseLe: '2024-02-19',
  envoyeLe: '2024-02-22',
  signeLe: ['2024-02-26', '2024-03-01'],
}

/** Sous-article qu'insère l'avenant n° 2, après celui des consultations médicales. */
export const CONSULTATIONS_AVANCEES = {
  apres: 'article-consultations',
  parent: 'article-activites-medicales',
  titre: 'Consultations avancées',
  texte:
    'Un praticien du service de médecine interne de l’Hôpital consulte au CMS une demi-journée par mois. Le CMS met à sa disposition un cabinet équipé et tient son agenda.',
} as const

export const AVENANTS_ARCUEIL: readonly AvenantDemonstration[] = [
  {
    objet: 'Délai de réponse à une demande de scanner',
    motif: `Le demandeur d’un scanner doit recevoir une réponse sous vingt-quatre heures. ${EN_DEMONSTRATION}`,
    effetLe: '2025-01-01',
    effet: { genre: 'delai-scanner', heures: 24 },
    ouvertLe: '2024-09-02',
    partageLe: '2024-09-09',
    accepteLe: '2024-09-23',
    avisLe: '2024-09-30',
    seanceLe: '2024-10-10',
    transmiseLe: '2024-10-14',
    envoyeLe: '2024-10-21',
    signeLe: ['2024-11-04', '2024-11-08'],
  },
  {
    objet: 'Consultations avancées de médecine interne',
    motif: `Le centre souhaite recevoir dans ses murs un praticien de l’hôpital. ${EN_DEMONSTRATION}`,
    effetLe: '2025-06-01',
    effet: { genre: 'consultations-avancees' },
    ouvertLe: '2025-02-03',
    partageLe: '2025-02-10',
    accepteLe: '2025-02-24',
    avisLe: '2025-03-03',
    seanceLe: '2025-03-20',
    transmiseLe: '2025-03-24',
    envoyeLe: '2025-04-07',
    signeLe: ['2025-04-14', '2025-04-24'],
  },
  {
    objet: 'Délai de réponse à une demande de scanner, à nouveau',
    motif: `Le délai écrit par l’avenant n° 1 peut encore être réduit de moitié. ${EN_DEMONSTRATION}`,
    effetLe: '2026-01-01',
    effet: { genre: 'delai-scanner', heures: 12 },
    ouvertLe: '2025-09-08',
    partageLe: '2025-09-15',
    accepteLe: '2025-09-29',
    avisLe: '2025-10-06',
    seanceLe: '2025-10-16',
    transmiseLe: '2025-10-20',
    envoyeLe: '2025-10-27',
    signeLe: ['2025-11-10', '2025-11-20'],
  },
  {
    objet: 'Renouvellement de la convention',
    motif: `Les parties poursuivent leur partenariat après le 28 février 2027. ${EN_DEMONSTRATION}`,
    effetLe: null,
    effet: { genre: 'renouvellement' },
    ouvertLe: '2026-08-31',
    partageLe: '2026-09-07',
    accepteLe: '2026-09-14',
    avisLe: '2026-09-21',
    seanceLe: '2026-10-01',
    transmiseLe: '2026-10-05',
    envoyeLe: '2026-10-12',
    signeLe: ['2026-10-19', '2026-10-23'],
  },
]

/** Qui signe, dans la démonstration : des noms qui ne peuvent passer pour ceux de personnes réelles. */
export const SIGNATAIRES = {
  HOPITAL: {
    civilite: 'M',
    prenom: 'Claude',
    nom: 'Démonstration',
    fonction: { masculin: 'Directeur général', feminin: 'Directrice générale' },
  },
  GESTIONNAIRE: {
    civilite: 'MME',
    prenom: 'Camille',
    nom: 'Démonstration',
    fonction: { masculin: 'Maire', feminin: 'Maire' },
  },
} as const

/** Malakoff et Vitry-sur-Seine, qui partageaient déjà un projet de consultations avancées en 2018. */
export const CADRES_VOISINS = [
  {
    acte: 'cadre-malakoff',
    mairie: 'mairie.malakoff',
    centres: ['malakoff-1', 'malakoff-2'],
    calendrier: {
      ouvertLe: '2026-02-02',
      partageLe: '2026-02-09',
      accepteLe: '2026-02-23',
      avisLe: '2026-03-02',
      seanceLe: '2026-03-19',
      transmiseLe: '2026-03-23',
      envoyeLe: '2026-04-07',
      signeLe: ['2026-04-14', '2026-04-20'],
    },
  },
  {
    acte: 'cadre-vitry',
    mairie: 'mairie.vitry-sur-seine',
    centres: ['vitry-sur-seine'],
    calendrier: {
      ouvertLe: '2026-02-03',
      partageLe: '2026-02-10',
      accepteLe: '2026-02-25',
      avisLe: '2026-03-04',
      seanceLe: '2026-03-26',
      transmiseLe: '2026-03-30',
      envoyeLe: '2026-04-08',
      signeLe: ['2026-04-15', '2026-04-28'],
    },
  },
] as const satisfies readonly {
  acte: string
  mairie: string
  centres: readonly string[]
  calendrier: Calendrier
}[]

/** L'activité que les deux communes partagent, en relecture : deux demi-journées par mois, comme en 2018. */
export const ACTIVITE_PARTAGEE = {
  centres: ['malakoff-1', 'vitry-sur-seine'],
  ouvertLe: '2026-09-28',
  partageLe: '2026-10-12',
} as const

/** L'avenant de Malakoff, en relecture, dont une campagne propose les modifications à Vitry-sur-Seine. */
export const AVENANT_DE_MALAKOFF = {
  objet: 'Délai de réponse à une demande de scanner',
  motif: `Le demandeur d’un scanner doit recevoir une réponse sous vingt-quatre heures. ${EN_DEMONSTRATION}`,
  heures: 24,
  ouvertLe: '2026-11-02',
  partageLe: '2026-11-05',
} as const

export const CAMPAGNE = {
  titre: 'Démonstration : scanner, réponse sous 24 heures',
  ouverteLe: '2026-11-09',
} as const
