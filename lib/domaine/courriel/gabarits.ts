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
  'depart-notifie',
  'depart-recu',
  'projet-a-reprendre',
  'relance',
  'mesure-contestee',
  'mesures-a-saisir',
] as const
export type GabaritCourriel = (typeof GABARITS)[number]

/**
 * Ce que chaque courriel sait dire, au-delà de `reference` et `titre` (communs à tous). Ce qui manque est passé sous
 * silence ; `jeton` fait le lien d'invitation ; une date est en AAAA-MM-JJ.
 */
export const DONNEES_DITES: Record<GabaritCourriel, readonly string[]> = {
  'version-partagee': ['numero', 'auteur', 'message'],
  'reprise-demandee': ['auteur', 'motif'],
  'texte-rouvert': ['auteur', 'motif'],
  'remarque-ecrite': ['auteur', 'article'],
  'remarque-decidee': ['auteur', 'article', 'decision', 'motif'],
  'texte-accepte': ['numero', 'auteur'],
  'acte-abandonne': ['auteur', 'motif'],
  invitation: ['auteur', 'jeton', 'message', 'expireLe'],
  'code-accord': ['code', 'minutes'],
  'avis-demande': ['auteur', 'fonction'],
  'avis-rendu': ['auteur', 'fonction', 'sens', 'motif'],
  'mise-en-deliberation': ['numero'],
  'deliberation-enregistree': ['partie', 'deliberation', 'date'],
  'deliberation-refusee': ['partie', 'motif'],
  'envoi-a-la-signature': ['auteur'],
  'envoi-rappele': ['auteur', 'motif'],
  'signature-recue': ['auteur', 'enregistrees', 'manquantes'],
  'signature-refusee': ['auteur', 'signataire', 'motif'],
  'acte-signe': ['auteur'],
  'resiliation-notifiee': ['auteur', 'envoyeeLe', 'motif'],
  'resiliation-recue': ['auteur', 'fin'],
  'depart-notifie': ['auteur', 'envoyeeLe', 'motif', 'partie'],
  'depart-recu': ['auteur', 'fin', 'partie'],
  'projet-a-reprendre': ['signe', 'reprises', 'arretees', 'geste'],
  relance: ['auteur', 'attente'],
  'mesure-contestee': ['auteur', 'engagement', 'motif'],
  'mesures-a-saisir': ['nombre', 'conventions', 'fin'],
}

/** Données d'un courriel : textes courts déjà en clair, jamais de donnée de santé ni de remarque interne. */
export type DonneesCourriel = Readonly<Record<string, string | number | null>>

export type Destinataire = { courriel: string; nom: string }
