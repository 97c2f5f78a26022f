import { plier } from '../texte/plier'
import { MOTS_COURANTS } from './mots-courants'

export const LONGUEUR_MINIMALE = 12
/** Borne haute : au-delà, le hachage deviendrait un moyen d'épuiser le serveur. */
export const LONGUEUR_MAXIMALE = 200

export type RefusMotDePasse = 'court' | 'long' | 'courant' | 'courriel' | 'repetitif'

/** Suites de clavier et d'alphabet, lues dans les deux sens. */
const SUITES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
]
const SUITES_LUES = SUITES.flatMap((s) => [s, [...s].reverse().join('')])

const CHIFFRES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** Ramène « P@ssw0rd-2024 » à « password » : ce qu'un attaquant essaie d'abord. */
function racine(motDePasse: string): string {
  const sansBord = plierCompact(motDePasse).replace(/^\d+|\d+$/g, '')
  return [...sansBord]
    .map((c) => CHIFFRES[c] ?? c)
    .join('')
    .replace(/[^a-z]/g, '')
}

const plierCompact = (texte: string) => plier(texte.replace(/\$/g, 's')).replace(/[ .]/g, '')

function estRepetitif(motDePasse: string): boolean {
  if (new Set(motDePasse.toLowerCase()).size < 5) return true
  const compact = plierCompact(motDePasse)
  if (compact.length >= 4 && SUITES_LUES.some((s) => s.includes(compact))) return true
  return /^(.{1,6}?)\1+$/.test(compact)
}

function contientCourriel(motDePasse: string, courriel: string): boolean {
  const compact = plierCompact(motDePasse)
  const [local = ''] = courriel.toLowerCase().split('@')
  const morceaux = [plierCompact(local), ...local.split(/[.\-_+]/).map(plierCompact)]
  return morceaux.some((m) => m.length >= 4 && compact.includes(m))
}

/**
 * Raison de refuser un mot de passe, ou null. Règle : longueur (12 au moins), ni courant, ni suite, ni tiré du
 * courriel ; aucune composition imposée (ANSSI et NIST SP 800-63B : la longueur d'abord).
 */
export function refusMotDePasse(motDePasse: string, courriel: string): RefusMotDePasse | null {
  if ([...motDePasse].length < LONGUEUR_MINIMALE) return 'court'
  if (motDePasse.length > LONGUEUR_MAXIMALE) return 'long'
  if (contientCourriel(motDePasse, courriel)) return 'courriel'
  if (estRepetitif(motDePasse)) return 'repetitif'
  return estCourant(motDePasse) ? 'courant' : null
}

/** Un mot courant seul, répété ou orné de chiffres et de signes reste un mot courant. */
function estCourant(motDePasse: string): boolean {
  let reste = racine(motDePasse)
  if (reste === '') return true
  for (const mot of MOTS_COURANTS) reste = reste.split(mot).join('')
  return reste.length < 4
}
