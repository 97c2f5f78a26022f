import { z } from 'zod'

/** Clé de Luhn : un chiffre sur deux doublé depuis la droite, somme multiple de dix. */
export function luhn(chiffres: string): boolean {
  let somme = 0
  for (let i = 0; i < chiffres.length; i++) {
    const chiffre = Number(chiffres[chiffres.length - 1 - i])
    const double = i % 2 === 1 ? chiffre * 2 : chiffre
    somme += double > 9 ? double - 9 : double
  }
  return somme % 10 === 0
}

/** Retire les espaces d'une saisie (« 267 500 452 »), y compris insécables. */
export const sansEspace = (valeur: string): string => valeur.replace(/[\s\u00a0\u202f]+/g, '')

export const estSiren = (valeur: string): boolean => /^\d{9}$/.test(valeur) && luhn(valeur)

const SIREN_LA_POSTE = '356000000'

/**
 * SIRET : quatorze chiffres, SIREN valide et clé de Luhn. Les établissements de La Poste, trop nombreux pour la
 * clé, suivent une autre règle : la somme de leurs chiffres est un multiple de cinq (documentation INSEE).
 */
export function estSiret(valeur: string): boolean {
  if (!/^\d{14}$/.test(valeur) || !estSiren(valeur.slice(0, 9))) return false
  if (luhn(valeur)) return true
  if (!valeur.startsWith(SIREN_LA_POSTE)) return false
  return [...valeur].reduce((somme, chiffre) => somme + Number(chiffre), 0) % 5 === 0
}

/** RPPS : onze chiffres et clé de Luhn. */
export const estRpps = (valeur: string): boolean => /^\d{11}$/.test(valeur) && luhn(valeur)

/** Forme d'un numéro FINESS (Corse comprise). Un écart avertit, il ne bloque pas : des numéros réels dérogent. */
export const finessPlausible = (valeur: string): boolean => /^(\d{2}|2A|2B)\d{7}$/i.test(valeur)

export const estCodeInsee = (valeur: string): boolean => /^(\d{2}|2A|2B)\d{3}$/.test(valeur)

export const schemaCodeInsee = z.string().refine(estCodeInsee, { message: 'code-insee' })
