/** Étapes stockées d'un acte. Les passages de l'une à l'autre arrivent avec la négociation et la signature. */
export const ETAPES = [
  'BROUILLON',
  'EN_RELECTURE',
  'A_REPRENDRE',
  'TEXTE_ACCEPTE',
  'EN_DELIBERATION',
  'A_SIGNER',
  'SIGNEE',
  'ABANDONNEE',
] as const
export type Etape = (typeof ETAPES)[number]

/** Étapes où le texte se rédige. */
export const ETAPES_DE_REDACTION: readonly Etape[] = ['BROUILLON', 'A_REPRENDRE']

/** Étapes d'où l'on peut encore abandonner, avec un motif. */
export const ETAPES_ABANDONNABLES: readonly Etape[] = [
  'BROUILLON',
  'EN_RELECTURE',
  'A_REPRENDRE',
  'TEXTE_ACCEPTE',
  'EN_DELIBERATION',
  'A_SIGNER',
]
