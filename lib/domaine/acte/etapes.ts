/** Étapes stockées d'un acte, de la rédaction à la signature. */
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

/** Étapes où l'autre côté a un texte sous les yeux et où l'on se répond : remarques, contre-propositions. */
export const ETAPES_DE_NEGOCIATION: readonly Etape[] = ['EN_RELECTURE', 'A_REPRENDRE']

/** Étapes où le texte est arrêté et où se remplissent les mentions tardives. */
export const ETAPES_DU_TEXTE_ARRETE: readonly Etape[] = ['TEXTE_ACCEPTE', 'EN_DELIBERATION']

/**
 * Au titre de quoi quelqu'un agit sur un acte. Une même personne peut en porter plusieurs.
 * `redacteur` : direction des partenariats du groupe ; `centre` : direction d'un CMS de l'acte ; `mairie` : organisme
 * gestionnaire, partie à l'acte ; `valideur` : fonction dont l'avis est demandé ; `invite` : lien personnel ; `siege` : observe.
 */
export const QUALITES = ['redacteur', 'centre', 'mairie', 'valideur', 'invite', 'siege'] as const
export type Qualite = (typeof QUALITES)[number]

export const PASSAGES = [
  'partager',
  'demander-reprise',
  'accepter',
  'rouvrir',
  'soumettre-au-vote',
  'refuser-au-vote',
  'envoyer-a-la-signature',
  'rappeler',
  'refuser-de-signer',
  'signer',
  'abandonner',
] as const
export type Passage = (typeof PASSAGES)[number]

type RegleDePassage = {
  depuis: readonly Etape[]
  vers: Etape
  par: readonly Qualite[]
  /** Un retour, un refus, un abandon se motive. */
  motif: boolean
}

/**
 * Seule table des passages, pour le serveur et l'écran. Ce qu'un passage exige du texte, des votes et des signatures
 * (valeurs manquantes, accord de chaque centre, délibération transmise) est contrôlé par son cas d'usage.
 */
export const TABLE_DES_PASSAGES: Record<Passage, RegleDePassage> = {
  partager: {
    depuis: ['BROUILLON', 'A_REPRENDRE'],
    vers: 'EN_RELECTURE',
    par: ['redacteur'],
    motif: false,
  },
  'demander-reprise': {
    depuis: ['EN_RELECTURE'],
    vers: 'A_REPRENDRE',
    par: ['redacteur', 'centre', 'mairie'],
    motif: true,
  },
  accepter: { depuis: ['EN_RELECTURE'], vers: 'TEXTE_ACCEPTE', par: ['centre', 'mairie'], motif: false },
  rouvrir: {
    depuis: ['TEXTE_ACCEPTE'],
    vers: 'A_REPRENDRE',
    par: ['redacteur', 'centre', 'mairie'],
    motif: true,
  },
  'soumettre-au-vote': {
    depuis: ['TEXTE_ACCEPTE'],
    vers: 'EN_DELIBERATION',
    par: ['redacteur', 'mairie'],
    motif: false,
  },
  'refuser-au-vote': {
    depuis: ['EN_DELIBERATION'],
    vers: 'A_REPRENDRE',
    par: ['redacteur', 'mairie'],
    motif: true,
  },
  'envoyer-a-la-signature': {
    depuis: ['TEXTE_ACCEPTE', 'EN_DELIBERATION'],
    vers: 'A_SIGNER',
    par: ['redacteur'],
    motif: false,
  },
  // Rappeler un envoi corrige un signataire ou une mention : le texte voté, lui, ne change pas.
  rappeler: { depuis: ['A_SIGNER'], vers: 'TEXTE_ACCEPTE', par: ['redacteur'], motif: true },
  'refuser-de-signer': {
    depuis: ['A_SIGNER'],
    vers: 'A_REPRENDRE',
    par: ['redacteur', 'centre', 'mairie'],
    motif: true,
  },
  signer: { depuis: ['A_SIGNER'], vers: 'SIGNEE', par: ['redacteur', 'centre', 'mairie'], motif: false },
  abandonner: {
    depuis: ['BROUILLON', 'EN_RELECTURE', 'A_REPRENDRE', 'TEXTE_ACCEPTE', 'EN_DELIBERATION', 'A_SIGNER'],
    vers: 'ABANDONNEE',
    par: ['redacteur'],
    motif: true,
  },
}

/** Passage permis d'une étape à une autre au titre de l'une de ces qualités, ou `null`. */
export function passageEntre(depuis: Etape, vers: Etape, qualites: readonly Qualite[]): Passage | null {
  return (
    PASSAGES.find((p) => {
      const regle = TABLE_DES_PASSAGES[p]
      return (
        regle.vers === vers && regle.depuis.includes(depuis) && regle.par.some((q) => qualites.includes(q))
      )
    }) ?? null
  )
}

/** Vrai si ce passage est ouvert depuis cette étape à l'une de ces qualités. */
export const passagePermis = (passage: Passage, depuis: Etape, qualites: readonly Qualite[]): boolean =>
  TABLE_DES_PASSAGES[passage].depuis.includes(depuis) &&
  TABLE_DES_PASSAGES[passage].par.some((q) => qualites.includes(q))

/** Nom de chaque passage au journal de l'acte. */
export const EVENEMENT_DU_PASSAGE: Record<Passage, string> = {
  partager: 'texte-en-relecture',
  'demander-reprise': 'reprise-demandee',
  accepter: 'texte-accepte',
  rouvrir: 'texte-rouvert',
  'soumettre-au-vote': 'vote-ouvert',
  'refuser-au-vote': 'vote-refuse',
  'envoyer-a-la-signature': 'envoi-a-la-signature',
  rappeler: 'envoi-rappele',
  'refuser-de-signer': 'signature-refusee',
  signer: 'acte-signe',
  abandonner: 'acte-abandonne',
}
