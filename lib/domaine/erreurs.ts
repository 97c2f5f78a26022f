/**
 * Refus métier. Le code est traduit en français par `lib/presentation/erreurs.ts`, en un seul endroit :
 * une phrase manquante casse la compilation. Lever l'erreur annule la transaction ; la retourner ne le fait pas.
 */
export const CODES_ERREUR = [
  'NON_CONNECTE',
  'MOT_DE_PASSE_A_CHANGER',
  'SAISIE_INVALIDE',
  'INTROUVABLE',
  'ROLE_INSUFFISANT',
  'ETAPE_INTERDITE',
  'MODIFIE_ENTRE_TEMPS',
  'DEJA_EXISTANT',
  'IDENTIFIANTS_REFUSES',
  'TROP_DE_TENTATIVES',
  'JETON_PERIME',
  'MOT_DE_PASSE_FAIBLE',
  'MOT_DE_PASSE_INCORRECT',
  'COMPTE_FERME',
  'ROLE_INCOMPATIBLE',
  'SOI_MEME',
  'DERNIER_ADMINISTRATEUR',
  'FICHIER_REFUSE',
  'FICHIER_TROP_GROS',
  'DATE_INCOHERENTE',
  'RATTACHEMENT_INTERDIT',
  'DEPENDANCES_OUVERTES',
  'COMMUNE_DIFFERENTE',
  'ORGANISATION_FERMEE',
  'TEXTE_INCOMPLET',
  'REMARQUE_DECIDEE',
  'PROPOSITION_IDENTIQUE',
  'VERSION_DEPASSEE',
  'CONTRE_PROPOSITION_OUVERTE',
  'CODE_REFUSE',
  'TROP_DE_CODES',
  'AVIS_PAS_AU_TOUR',
  'ACCORD_REFUSE',
  'VOTE_INUTILE',
  'TEXTE_VOTE_INTANGIBLE',
  'LIEN_INVITATION_FERME',
  'TROP_D_INVITATIONS',
  'PREAVIS_INCONNU',
  'FIN_TROP_PROCHE',
  'RESILIATION_SANS_EFFET',
  'RESILIATION_EN_COURS',
  'CONFIRMATION_ATTENDUE',
  'CONVENTION_FINIE',
  'AVENANT_VIDE',
  'RETOUCHES_ARRETEES',
  'REDACTION_EN_DESACCORD',
  'TEXTE_CHANGE_DEPUIS',
  'NUMERO_PRIS',
  'RENDU_IMPOSSIBLE',
  'SIGNATURE_BLOQUEE',
  'SIGNATAIRE_MANQUANT',
  'ENVOI_EN_COURS',
  'ENVOI_PERIME',
  'ECART_PDF',
  'DEJA_SIGNE',
  'ORDRE_DES_SIGNATURES',
  'CONTENU_ETRANGER',
  'SIGNATURE_NON_VALABLE',
  'ADAPTATION_ABSENTE',
  'MODELE_INCOMPLET',
  'VALEUR_CITEE',
  'PERIODE_A_VENIR',
  'PERIODE_FIGEE',
  'MESURE_AUTREMENT',
  'CONSTAT_REFUSE',
  'SANS_CONVENTION',
  'DEMANDE_INCOHERENTE',
  'DEMANDE_CLOSE',
  'FICHIER_NOMINATIF',
  'TACHE_ECHOUEE',
  'INDISPONIBLE',
  'INATTENDUE',
] as const

export type CodeErreur = (typeof CODES_ERREUR)[number]

/** Détails sans donnée personnelle : ce que la phrase française a besoin de nommer. */
export type DetailsErreur = Readonly<Record<string, string | number | readonly string[]>>

/** Refus nommé d'une règle du domaine ou de l'accès. */
export class ErreurMetier extends Error {
  constructor(
    readonly code: CodeErreur,
    readonly details: DetailsErreur = {},
  ) {
    super(code)
    this.name = 'ErreurMetier'
  }
}

/**
 * Refus qui se garde : le cas d'usage le rend au lieu de le lever, pour que ce qu'il a écrit (essai compté, ligne du
 * journal) soit validé. La porte des écritures en fait la même réponse qu'un refus levé.
 */
export class RefusGarde {
  constructor(
    readonly code: CodeErreur,
    readonly details: DetailsErreur = {},
  ) {}
}

export const estRefusGarde = (valeur: unknown): valeur is RefusGarde => valeur instanceof RefusGarde
