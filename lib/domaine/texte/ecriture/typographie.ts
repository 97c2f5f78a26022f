import { FINE, INSECABLE } from './espaces'

const ESPACES = '[ \\t\\u00a0\\u202f]'

/**
 * Espaces français d'un texte courant : fine avant ; ! ? et entre les milliers, insécable avant : % € et dans les
 * guillemets, après n°, art., M. Idempotent. Une heure (9:30), une adresse de site ou un sigle ne sont pas touchés.
 */
export function typographier(texte: string): string {
  let avant = texte
  // Une règle peut en préparer une autre (« ; collé à un guillemet) : on repasse jusqu'au repos.
  for (let i = 0; i < 4; i++) {
    const apres = passer(avant)
    if (apres === avant) break
    avant = apres
  }
  return avant
}

function passer(texte: string): string {
  return texte
    .replace(/'/g, '’')
    .replace(new RegExp(`«${ESPACES}*`, 'g'), `«${INSECABLE}`)
    .replace(new RegExp(`${ESPACES}*»`, 'g'), `${INSECABLE}»`)
    .replace(new RegExp(`${ESPACES}+([;!?])`, 'g'), `${FINE}$1`)
    .replace(/([\p{L}\p{N})»’%€])([;!?])(?=\s|$|»|\))/gu, `$1${FINE}$2`)
    .replace(new RegExp(`${ESPACES}+:(?=\\s|$)`, 'g'), `${INSECABLE}:`)
    .replace(/([\p{L}\p{N})»’%€]):(?=\s|$)/gu, `$1${INSECABLE}:`)
    .replace(new RegExp(`(\\d)${ESPACES}*([%€])`, 'g'), `$1${INSECABLE}$2`)
    .replace(new RegExp(`(^|[^\\p{L}])([nN]os?|[nN][°º])${ESPACES}+(?=\\d)`, 'gu'), `$1$2${INSECABLE}`)
    .replace(new RegExp(`(^|[^\\p{L}])([nN][°º])(?=\\d)`, 'gu'), `$1$2${INSECABLE}`)
    .replace(
      new RegExp(`(^|[^\\p{L}])(art\\.|Art\\.|M\\.|MM\\.)${ESPACES}+(?=\\S)`, 'gu'),
      `$1$2${INSECABLE}`,
    )
    .replace(new RegExp(`(^|[^\\p{L}])(Mme|Mmes|Dr|Pr)${ESPACES}+(?=\\p{Lu})`, 'gu'), `$1$2${INSECABLE}`)
    .replace(new RegExp(`(\\d)${ESPACES}+(h|min|km|m²|Mo|Ko)(?![\\p{L}\\p{N}])`, 'gu'), `$1${INSECABLE}$2`)
    .replace(new RegExp(`(\\d${INSECABLE}h)${ESPACES}+(?=\\d{2}(?!\\d))`, 'g'), `$1${INSECABLE}`)
    .replace(
      new RegExp(`(?<![\\d,.])(\\d{1,3})((?:${ESPACES}\\d{3})+)(?![\\d])`, 'g'),
      (_, t: string, s: string) => t + s.replace(new RegExp(ESPACES, 'g'), FINE),
    )
}

const grouper = (entier: string): string => entier.replace(/\B(?=(\d{3})+(?!\d))/g, FINE)

/** 6305.31 → « 6 305,31 » ; décimales fixes si `decimales` est donné. */
export function nombre(valeur: number, decimales?: number): string {
  if (!Number.isFinite(valeur)) return '—'
  const brut = decimales === undefined ? String(Number(valeur.toFixed(6))) : valeur.toFixed(decimales)
  const [entier = '0', fraction] = brut.replace('-', '').split('.')
  const signe = Number(brut) < 0 ? '\u2212' : ''
  return `${signe}${grouper(entier)}${fraction ? `,${fraction}` : ''}`
}

/** 630531 centimes → « 6 305,31 € » ; les centimes nuls ne sont pas écrits. */
export const euros = (centimes: number): string =>
  `${nombre(centimes / 100, centimes % 100 === 0 ? 0 : 2)}${INSECABLE}€`
