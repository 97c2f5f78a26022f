/**
 * Ce qu'on doit lire de la convention d'Arcueil, écrit à la main d'après les avenants, jamais calculé : l'essai de bout en
 * bout et celui de la démonstration s'y comparent. Toute suite d'espaces, insécables comprises, y vaut une espace.
 */
export const MOMENTS = ['origine', 'avenant 1', 'avenant 2', 'avenant 3', 'renouvellement'] as const
export type Moment = (typeof MOMENTS)[number]

/** Ce que le délai de réponse change : l'article 2.1, puis l'annexe 1, dans son texte et dans son circuit. */
const QUARANTE_HUIT_HEURES = [
  'L’Hôpital répond au demandeur dans un délai de 48 h à compter de la réception de la demande.',
  'Le délai de réponse de 48 h court à partir du jour et de l’heure auxquels le secrétariat d’imagerie reçoit la demande.',
  'Scanner : réponse dans les 48 h suivant la réception',
]
const VINGT_QUATRE_HEURES = [
  'L’Hôpital répond au demandeur dans un délai de 24 h à compter de la réception de la demande.',
  'Le délai de réponse de 24 h court à partir du jour et de l’heure auxquels le secrétariat d’imagerie reçoit la demande.',
  'Scanner : réponse dans les 24 h suivant la réception',
]
const DOUZE_HEURES = [
  'L’Hôpital répond au demandeur dans un délai de 12 h à compter de la réception de la demande.',
  'Le délai de réponse de 12 h court à partir du jour et de l’heure auxquels le secrétariat d’imagerie reçoit la demande.',
  'Scanner : réponse dans les 12 h suivant la réception',
]
/** L'article qu'insère l'avenant n° 2. */
const ARTICLE_INSERE = [
  '2.4 Consultations avancées',
  'Un praticien du service de médecine interne de l’Hôpital consulte au CMS une demi-journée par mois. Le CMS met à sa disposition un cabinet équipé et tient son agenda.',
]

export type Attendu = { presents: readonly string[]; absents: readonly string[] }

export const TEXTES_ATTENDUS: Record<Moment, Attendu> = {
  origine: {
    presents: QUARANTE_HUIT_HEURES,
    absents: [...VINGT_QUATRE_HEURES, ...DOUZE_HEURES, ...ARTICLE_INSERE],
  },
  'avenant 1': {
    presents: VINGT_QUATRE_HEURES,
    absents: [...QUARANTE_HUIT_HEURES, ...DOUZE_HEURES, ...ARTICLE_INSERE],
  },
  'avenant 2': {
    presents: [...VINGT_QUATRE_HEURES, ...ARTICLE_INSERE],
    absents: [...QUARANTE_HUIT_HEURES, ...DOUZE_HEURES],
  },
  'avenant 3': {
    presents: [...DOUZE_HEURES, ...ARTICLE_INSERE],
    absents: [...QUARANTE_HUIT_HEURES, ...VINGT_QUATRE_HEURES],
  },
  renouvellement: {
    presents: [...DOUZE_HEURES, ...ARTICLE_INSERE],
    absents: [...QUARANTE_HUIT_HEURES, ...VINGT_QUATRE_HEURES],
  },
}

/** Dans la démonstration, un jour où chaque état se lit (le dernier suit le terme d'origine), et ce qui n'est que d'elle. */
export const DE_LA_DEMONSTRATION: Record<Moment, Attendu & { le: string }> = {
  origine: {
    le: '2024-12-31',
    presents: ['en vigueur jusqu’au 28 février 2027 inclus'],
    absents: ['Modifié par', 'Inséré par', 'Terme porté'],
  },
  'avenant 1': {
    le: '2025-01-01',
    presents: ['Modifié par l’avenant n° 1 du 8 novembre 2024, en vigueur le 1er janvier 2025.'],
    absents: ['Inséré par', 'Terme porté'],
  },
  'avenant 2': {
    le: '2025-06-01',
    presents: ['Inséré par l’avenant n° 2 du 24 avril 2025, en vigueur le 1er juin 2025.'],
    absents: ['par l’avenant n° 3', 'Terme porté'],
  },
  'avenant 3': {
    le: '2026-01-01',
    presents: [
      'Modifié par l’avenant n° 1 du 8 novembre 2024, en vigueur le 1er janvier 2025 ; modifié par l’avenant n° 3 du 20 novembre 2025, en vigueur le 1er janvier 2026.',
      'en vigueur jusqu’au 28 février 2027 inclus',
    ],
    absents: ['Terme porté'],
  },
  renouvellement: {
    le: '2028-06-01',
    presents: [
      'en vigueur jusqu’au 28 février 2030 inclus',
      'Terme porté au 28 février 2030 inclus par l’avenant n° 4 du 23 octobre 2026.',
    ],
    absents: [],
  },
}
