/**
 * Fonctions dont un modèle peut demander l'avis ou l'accord : liste fermée, pour qu'une demande et une habilitation se
 * rencontrent toujours. Le libellé est celui de la fonction, au masculin et au féminin.
 */
export const FONCTIONS_VALIDATION = [
  'praticien',
  'chef-de-pole',
  'cme',
  'affaires-medicales',
  'finances',
  'comptable',
  'juridique',
] as const
export type FonctionValidation = (typeof FONCTIONS_VALIDATION)[number]

type Libelle = { masculin: string; feminin: string }

export const LIBELLES_FONCTION: Record<FonctionValidation, Libelle> = {
  praticien: { masculin: 'Praticien concerné', feminin: 'Praticienne concernée' },
  'chef-de-pole': { masculin: 'Chef de pôle', feminin: 'Cheffe de pôle' },
  cme: {
    masculin: 'Président de la commission médicale d’établissement locale',
    feminin: 'Présidente de la commission médicale d’établissement locale',
  },
  'affaires-medicales': {
    masculin: 'Directeur des affaires médicales',
    feminin: 'Directrice des affaires médicales',
  },
  finances: { masculin: 'Directeur des finances', feminin: 'Directrice des finances' },
  comptable: { masculin: 'Comptable public', feminin: 'Comptable publique' },
  juridique: { masculin: 'Affaires juridiques', feminin: 'Affaires juridiques' },
}

export const estFonctionValidation = (code: string | null | undefined): code is FonctionValidation =>
  FONCTIONS_VALIDATION.some((f) => f === code)

/** Libellé d'une fonction, au masculin ; un code d'avant la liste fermée se lit tel quel. */
export const libelleFonction = (code: string | null): string =>
  estFonctionValidation(code) ? LIBELLES_FONCTION[code].masculin : (code ?? '')
