/**
 * Ce qu'un PDF revenu porte, tel que l'application l'a lu : données simples, gardées avec la signature. Rien n'y dit
 * qu'une autorité de certification est digne de confiance : l'application n'en connaît aucune.
 */

/** Premier endroit où deux textes diffèrent, avec ce qui l'entoure. */
export type Ecart = { page: number | null; attendu: string; lu: string }

export type TexteRelu =
  | { etat: 'identique' }
  /** Tout notre texte, dans l'ordre, et des mots en plus (un tampon de parapheur, un ajout). */
  | { etat: 'ajouts'; ajouts: string[] }
  | { etat: 'different'; ecart: Ecart }
  | { etat: 'illisible'; pourquoi: string }

export type CertificatLu = {
  sujet: string
  organisation: string | null
  emetteur: string
  serie: string
  /** Instants ISO de début et de fin de validité. */
  du: string
  au: string
  /** SHA-256 du certificat. */
  empreinte: string
  autoSigne: boolean
}

export type SignatureLue = {
  genre: 'signature' | 'horodatage'
  /** Nom du certificat, à défaut celui que le fichier déclare. */
  nom: string | null
  motif: string | null
  /** Instant que le signataire déclare : rien ne le prouve. */
  dateDeclaree: string | null
  /** Jeton d'horodatage : instant donné par un tiers ; `valable` : il scelle bien cette signature. */
  horodatage: { le: string; autorite: string | null; valable: boolean } | null
  certificat: CertificatLu | null
  /** Le certificat valait à l'instant de la signature ; `null` si l'instant ou le certificat manque. */
  certificatEnCours: boolean | null
  /** Les octets couverts sont ceux qui ont été signés. */
  integrite: 'intacte' | 'alteree' | 'illisible'
  /** La clé du certificat a bien produit cette signature. */
  cryptographie: 'valable' | 'fausse' | 'illisible'
  /** Ce qui suit la partie couverte : rien, une signature qui le couvre, ou des octets que rien ne couvre. */
  suite: 'rien' | 'couverte' | 'non-couverte'
  /** La partie couverte comprend le PDF figé, octet pour octet. */
  couvreLeFige: boolean
  probleme: string | null
}

export type VerificationPdf = {
  /** SHA-256 du fichier lu. */
  empreinte: string
  taille: number
  signatures: SignatureLue[]
  /** Le fichier commence par les octets exacts du PDF figé. */
  commenceParLeFige: boolean
  /** Texte visible comparé à celui du PDF figé. */
  texte: TexteRelu
}

/** Une signature compte quand ses octets sont intacts et que sa clé l'a produite. */
export const estValable = (s: SignatureLue): boolean =>
  s.genre === 'signature' && s.integrite === 'intacte' && s.cryptographie === 'valable'

/** Le fichier porte notre texte, complété au plus d'un tampon ou d'une page de signature. */
export const porteNotreTexte = (v: VerificationPdf): boolean =>
  v.texte.etat === 'identique' || v.texte.etat === 'ajouts'

/** Instant retenu pour une signature : l'horodatage valable d'un tiers, à défaut la date déclarée. */
export const instantDe = (s: SignatureLue): string | null =>
  s.horodatage?.valable ? s.horodatage.le : s.dateDeclaree
