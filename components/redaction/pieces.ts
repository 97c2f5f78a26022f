import type { ComponentType } from 'react'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import type { Poste } from './poste'

/** Mots qui changent selon que l'on écrit un projet à partir d'un modèle, ou un avenant à partir du texte en vigueur. */
export type MotsRedaction = {
  /** Dernière étape du fil d'Ariane. */
  page: string
  marques: Readonly<
    Record<'omise' | 'proposee' | 'modele' | 'variante' | 'adapte' | 'ajout', { mot: string }>
  >
  origine: string
  reecrire: string
  ecart: { onglet: string; vide: string; ajoutee: string }
  omettre: {
    bouton: string
    /** `nom` : l'unité, telle qu'elle se nomme. */
    consequence: (nom: string) => string
    dit: string
    motif: boolean
  }
  omise: { titre: string; phrase: string; remettre: string; remis: string }
}

/** Ce qu'un écran voisin ajoute à celui de la rédaction, sans le refaire. */
export type PiecesRedaction = {
  mots: MotsRedaction
  /** Sous l'en-tête, à la place des documents du projet. */
  Entete?: ComponentType<{ poste: Poste }>
  /** Onglet de plus dans la marge. */
  marge?: { cle: string; libelle: string; Contenu: ComponentType<{ poste: Poste; unite: UniteLue }> }
  /** Gestes de plus sous le texte d'une unité. */
  Gestes?: ComponentType<{ poste: Poste; unite: UniteLue }>
  /** Formulaire vierge d'une annexe, et retrait d'une unité : sans objet quand le texte se rédige d'ailleurs. */
  formulaires: boolean
  retraits: boolean
  /** Clé du brouillon local, quand deux écrans écrivent le même acte. */
  brouillon?: string
}

/** Écrire un projet de convention à partir d'un modèle. */
export const PIECES_DU_PROJET: PiecesRedaction = {
  formulaires: true,
  retraits: true,
  mots: {
    page: 'Rédiger',
    marques: {
      omise: { mot: 'Omis' },
      proposee: { mot: 'Facultatif, non repris' },
      modele: { mot: 'Modèle' },
      variante: { mot: 'Variante' },
      adapte: { mot: 'Adapté' },
      ajout: { mot: 'Ajouté' },
    },
    origine: 'Le réécrire le marque « adapté » et montre la différence.',
    reecrire: 'Réécrire pour ce centre',
    ecart: {
      onglet: 'Écart au modèle',
      vide: 'Le texte est mot pour mot celui du modèle.',
      ajoutee: 'Cet article a été ajouté : le modèle n’en contient pas.',
    },
    omettre: {
      bouton: 'Laisser hors du texte',
      consequence: (nom) =>
        `« ${nom} » et ce qu’il contient ne figureront plus dans la convention ; les articles suivants remontent d’un numéro. Il reste visible dans le plan et peut être remis.`,
      dit: 'Laissé hors du texte.',
      motif: true,
    },
    omise: {
      titre: 'Laissé hors du texte',
      phrase: 'La numérotation des autres articles tient compte de cette absence.',
      remettre: 'Remettre dans le texte',
      remis: 'Remis dans le texte.',
    },
  },
}
