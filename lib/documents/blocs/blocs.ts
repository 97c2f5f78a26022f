import type { Dessin } from './dessin'

/**
 * Modèle neutre de document : construit une fois, rendu en HTML (aperçu et page accessible), PDF et DOCX.
 * Les blocs portent leur sens (niveau de titre, liste, en-tête de tableau), jamais une mise en page.
 * Les textes sont déjà typographiés (espaces insécables comprises) : un rendu n'y touche plus.
 */
export type Fragment = {
  texte: string
  gras?: boolean
  italique?: boolean
  souligne?: boolean
  exposant?: boolean
  /** Valeur manquante : surlignée dans un projet, interdite dans une version définitive. */
  lacune?: { cle: string; libelle: string; tardive: boolean }
  /** Valeur de paramètre résolue (l'écran la rend sélectionnable). */
  parametre?: string
  /** Ancre d'un bloc du même document. */
  versAncre?: string
  /** Différence entre deux textes : souligné ou barré, jamais la couleur seule. */
  difference?: 'ajout' | 'retrait'
  /** Passage commenté, à la page de relecture seulement : fils qui le citent. Aucun document n'en porte. */
  passage?: string
}

/** À quelle unité du texte le bloc appartient : l'aperçu s'en sert pour relier la feuille et le plan. */
export type Provenance = {
  unite?: string
  idBloc?: string
  /** Suite d'un alinéa numéroté : en retrait, sous lui. */
  retrait?: boolean
  /** Bloc entier ajouté ou retiré : ses fragments le disent aussi. */
  difference?: 'ajout' | 'retrait'
}

export type BlocTitre = Provenance & {
  genre: 'titre'
  niveau: 1 | 2 | 3
  /** « Article 1er », « 2.1 », « Annexe 3 » ou vide. */
  numero: string
  fragments: Fragment[]
  ancre: string
  /** Entre au sommaire et aux signets. */
  auSommaire: boolean
}
export type BlocParagraphe = Provenance & {
  genre: 'paragraphe'
  fragments: Fragment[]
  /** `gauche` et `droite` : lignes d'adresse d'une lettre, serrées. */
  /** Note qui présente le bloc suivant : elle n'en est pas séparée par un bas de page. */
  annonce?: boolean
  style?: 'normal' | 'visa' | 'partie' | 'centre' | 'transition' | 'gauche' | 'droite' | 'mention'
  /** Reste sur la page du paragraphe qui suit (Word). */
  solidaire?: boolean
  /** Considérant numéroté du préambule : « 1. » */
  numero?: string
}
export type BlocListe = Provenance & {
  genre: 'liste'
  ordonnee: boolean
  debut?: number
  elements: BlocTexte[][]
}
export type CelluleTableau = { blocs: BlocTexte[]; enTete: boolean; colonnes?: number; lignes?: number }
export type BlocTableau = Provenance & {
  genre: 'tableau'
  legende?: string
  /** Nombre de lignes d'en-tête, répétées en haut de chaque page. */
  lignesEnTete: number
  /** Part de chaque colonne, somme 1. */
  largeurs: number[]
  lignes: CelluleTableau[][]
}
/** Circuit : dessiné en diagramme, lu comme une liste d'étapes (le rendu HTML donne les deux). */
export type BlocCircuit = Provenance & {
  genre: 'circuit'
  legende: string
  etapes: {
    code: string
    rang: number
    acteur: string
    texte: string
    delai?: string
    vers: { rang: number; condition?: string }[]
  }[]
}
export type BlocSignatures = {
  genre: 'signatures'
  /** « Fait à …, en … exemplaires » ; vide si inconnu. */
  introduction: Fragment[]
  signataires: { partie: string; qualite: string; nom: string; mention: string }[]
}
export type BlocEncart = Provenance & { genre: 'encart'; titre: string; fragments: Fragment[] }

/** Graphique dessiné d'avance ; la table de ses nombres le suit toujours. */
export type BlocGraphique = Provenance & { genre: 'graphique'; dessin: Dessin }

export type BlocTexte = BlocParagraphe | BlocListe | BlocTableau
export type Bloc = BlocTexte | BlocTitre | BlocCircuit | BlocSignatures | BlocEncart | BlocGraphique

/** Un flux de pages : le corps, puis chaque annexe (un flux court évite la pagination quadratique du PDF). */
export type Section = { code: string; nature: 'corps' | 'annexe'; blocs: Bloc[] }

export type Lacune = { cle: string; libelle: string; unite: string | null; ou: string; tardive: boolean }

export type DocumentNeutre = {
  titre: string
  /** Ligne au-dessus du titre : « Convention-cadre de partenariat ». */
  surtitre: string
  sujet: string
  reference: string
  auteur: string
  langue: 'fr-FR'
  /** Une lettre n'a ni feuille de tête ni sommaire : chaque section est une lettre, qui commence sa page. */
  forme?: 'lettre'
  /** « PROJET » tant que l'acte n'est pas signé. */
  filigrane: string | null
  /** Phrase d'état sous le titre : « Projet du 22 novembre 2026, à valider par le service juridique ». */
  mention: string | null
  /** Date de fabrication, fixe pour des octets reproductibles (AAAA-MM-JJTHH:MM:SSZ). */
  fabriqueLe: string
  logos: { nom: string; type: 'image/png' | 'image/jpeg'; base64: string }[]
  sommaire: boolean
  sections: Section[]
  /** Bas de page à la place de l'état : « Version comparée : version 1 → version 2 ». */
  piedDePage?: string
  /** Sur la première page, sous le titre : comment lire ce document, ce qu'il résume. */
  avertissement?: Bloc[]
  /** Les différences deviennent, dans Word, des révisions suivies de cet auteur. */
  revisionsDe?: string
  /** Valeurs manquantes, listées en tête d'un projet. */
  lacunes: Lacune[]
}
