const UNITES = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
]
const DIZAINES = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
]

/** Entier de 0 à 999 en toutes lettres (orthographe traditionnelle) ; au-delà, ou non entier, en chiffres. */
export function enLettres(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999) return String(n)
  if (n < 20) return UNITES[n] ?? String(n)
  if (n < 100) return dizaine(n)
  const centaines = Math.floor(n / 100)
  const reste = n % 100
  const cent = centaines === 1 ? 'cent' : `${UNITES[centaines]} cent${reste === 0 ? 's' : ''}`
  return reste === 0 ? cent : `${cent} ${enLettres(reste)}`
}

function dizaine(n: number): string {
  const d = Math.floor(n / 10)
  const racine = DIZAINES[d] ?? ''
  const reste = d === 7 || d === 9 ? (n % 10) + 10 : n % 10
  if (reste === 0) return d === 8 ? 'quatre-vingts' : racine
  if (d < 8 && (reste === 1 || reste === 11)) return `${racine} et ${UNITES[reste]}`
  return `${racine}-${UNITES[reste]}`
}
