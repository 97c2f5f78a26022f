import type { MotsRedaction } from '@/components/redaction/pieces'

/** Écrire un avenant en récrivant le texte en vigueur. */
export const MOTS_DE_L_AVENANT: MotsRedaction = {
  page: 'Modifier le texte',
  marques: {
    omise: { mot: 'Supprimé' },
    proposee: { mot: 'Supprimé' },
    modele: { mot: 'Inchangé' },
    variante: { mot: 'Inchangé' },
    adapte: { mot: 'Modifié' },
    ajout: { mot: 'Inséré' },
  },
  origine:
    'C’est le texte en vigueur. Récrivez-le comme vous voulez le lire : l’avenant se rédige d’après la différence.',
  reecrire: 'Modifier ce texte',
  ecart: {
    onglet: 'Ce qui change',
    vide: 'L’avenant ne change pas ces mots. S’il change une valeur qu’ils citent, l’onglet Rédaction le dit.',
    ajoutee: 'L’avenant insère ce texte : il n’y en a pas d’ancien.',
  },
  omettre: {
    bouton: 'Supprimer du texte',
    consequence: (nom) =>
      `L’avenant supprimera « ${nom} » et ce qu’il contient. Son numéro reste pris : rien ne se renumérote. Vous pourrez y revenir tant que l’avenant n’est pas partagé.`,
    dit: 'L’avenant supprime ce texte.',
    motif: false,
  },
  omise: {
    titre: 'Supprimé du texte',
    phrase: 'Son numéro reste pris : les autres articles gardent le leur.',
    remettre: 'Remettre dans le texte',
    remis: 'Remis dans le texte.',
  },
}

/** Transcrire un avenant déjà signé : on récrit le texte d'alors comme l'acte l'a voulu. */
export const MOTS_DE_LA_TRANSCRIPTION: MotsRedaction = {
  ...MOTS_DE_L_AVENANT,
  page: 'Transcrire',
  origine:
    'C’est le texte tel qu’il était avant cet avenant. Récrivez-le comme l’acte signé le veut : la modification s’en déduit.',
  ecart: {
    onglet: 'Ce qui change',
    vide: 'L’avenant ne change pas ces mots. S’il change une valeur qu’ils citent, l’onglet Rédaction le dit.',
    ajoutee: 'L’avenant insère ce texte : il n’y en avait pas.',
  },
  omettre: {
    ...MOTS_DE_L_AVENANT.omettre,
    consequence: (nom) =>
      `L’avenant signé supprime « ${nom} » et ce qu’il contient. Son numéro reste pris : rien ne se renumérote. Vous pourrez y revenir tant que la transcription n’est pas déclarée complète.`,
  },
}
