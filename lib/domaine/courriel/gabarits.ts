/**
 * Courriels de l'application. Le gabarit et ses données sont gardés avec le fait ; le texte s'écrit à l'envoi
 * (`lib/presentation/courriels`), en français, sans contenu de l'acte au-delà de ce que le destinataire peut lire.
 */
export const GABARITS = [
  'version-partagee',
  'reprise-demandee',
  'texte-rouvert',
  'remarque-ecrite',
  'remarque-decidee',
  'texte-accepte',
  'acte-abandonne',
  'invitation',
  'code-accord',
  'avis-demande',
  'avis-rendu',
  'mise-en-deliberation',
  'deliberation-enregistree',
  'deliberation-refusee',
  'envoi-a-la-signature',
  'envoi-rappele',
  'signature-recue',
  'signature-refusee',
  'acte-signe',
  'resiliation-notifiee',
  'resiliation-recue',
] as const
export type GabaritCourriel = (typeof GABARITS)[number]

/** Données d'un courriel : textes courts déjà en clair, jamais de donnée de santé ni de remarque interne. */
export type DonneesCourriel = Readonly<Record<string, string | number | null>>

export type Destinataire = { courriel: string; nom: string }
