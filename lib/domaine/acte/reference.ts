import { plier } from '../texte/plier'

/**
 * Référence : code du groupe l'année de création, trois lettres du gestionnaire, année, numéro d'ordre
 * (« HUPS-ARC-2026-001 »). Le numéro vient d'un compteur verrouillé par préfixe et n'est jamais réutilisé.
 */
export const prefixeReference = (codeGroupe: string, nomGestionnaire: string, annee: number): string =>
  `${codeGroupe.toUpperCase()}-${troisLettres(nomGestionnaire)}-${annee}`

export const reference = (prefixe: string, numero: number): string =>
  `${prefixe}-${String(numero).padStart(3, '0')}`

/** Trois lettres d'un nom, article initial ôté : Arcueil → ARC, L'Haÿ-les-Roses → HAY, Le Kremlin-Bicêtre → KRE. */
export function troisLettres(nom: string): string {
  const mots = plier(nom).split(' ')
  if (mots.length > 1 && ['le', 'la', 'les', 'l'].includes(mots[0] ?? '')) mots.shift()
  return mots.join('').toUpperCase().slice(0, 3).padEnd(3, 'X')
}

export const FORME_REFERENCE = /^[A-Z0-9]{2,12}-[A-Z0-9]{3}-\d{4}-\d{3,}(-A[1-9]\d{0,3})?$/

/**
 * Référence d'un acte : celle de sa chaîne pour la convention, suivie de « -A » et de son rang pour un avenant
 * (« HUPS-ARC-2026-001-A1 »). C'est elle que portent les écrans, les adresses, les courriels et les fichiers.
 */
export const referenceDActe = (convention: string, rang: number): string =>
  rang === 0 ? convention : `${convention}-A${rang}`

/** Chaîne et rang que désigne une référence d'acte, ou `null` si elle n'en a pas la forme. */
export function lireReference(texte: string): { convention: string; rang: number } | null {
  if (!FORME_REFERENCE.test(texte)) return null
  const avenant = /-A(\d+)$/.exec(texte)
  return avenant
    ? { convention: texte.slice(0, avenant.index), rang: Number(avenant[1]) }
    : { convention: texte, rang: 0 }
}
