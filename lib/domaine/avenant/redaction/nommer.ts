import { enLettres } from '../../texte/ecriture/nombres-en-lettres'
import { ecrireRenvoi } from '../../texte/ecriture/renvoi'
import type { GenreUnite } from '../../texte/unites'

/** Nom d'une chose à la manière d'un juriste : de quoi écrire « l’article 5 », « du préambule », « à l’annexe 3 ». */
export type Nom = { mot: string; article: 'le ' | 'la ' | 'l’'; feminin: boolean }

export const le = (n: Nom): string => n.article + n.mot
export const de = (n: Nom): string => (n.article === 'le ' ? `du ${n.mot}` : `de ${le(n)}`)
export const a = (n: Nom): string => (n.article === 'le ' ? `au ${n.mot}` : `à ${le(n)}`)
export const un = (n: Nom): string => `${n.feminin ? 'une' : 'un'} ${n.mot}`
/** Participe ou adjectif accordé : `accorder(annexe, 'supprimé')` → « supprimée ». */
export const accorder = (n: Pick<Nom, 'feminin'>, mot: string): string => (n.feminin ? `${mot}e` : mot)
export const capitale = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)

/** Nom d'une unité : par son numéro, ou par son rang de lecture quand elle n'en a pas (visa). */
export function nommer(genre: GenreUnite, nu: string, rang: number | null): Nom {
  switch (genre) {
    case 'preambule':
      return { mot: 'préambule', article: 'le ', feminin: false }
    case 'visa':
      return { mot: rang ? `${ordinal(rang)} visa` : 'visa', article: 'le ', feminin: false }
    case 'considerant':
      return { mot: nu ? `considérant ${nu}` : 'considérant', article: 'le ', feminin: false }
    default:
      return { mot: ecrireRenvoi(nu, genre, null).trim(), article: 'l’', feminin: genre === 'annexe' }
  }
}

/** 1 → « premier », 2 → « deuxième », 21 → « vingt et unième ». */
export function ordinal(n: number, feminin = false): string {
  if (n === 1) return feminin ? 'première' : 'premier'
  const mots = enLettres(n)
  if (/\d$/.test(mots)) return `${mots}e`
  if (mots.endsWith('cinq')) return `${mots}uième`
  if (mots.endsWith('neuf')) return `${mots.slice(0, -1)}vième`
  return `${mots.replace(/(?<=cent|vingt)s$/, '').replace(/e$/, '')}ième`
}

/** « deuxième alinéa », « deuxième à quatrième alinéas » : les alinéas touchés, comptés dans le texte d'avant. */
export function alineas(de: number, a: number): { mot: string; pluriel: boolean } {
  if (de === a) return { mot: `${ordinal(de)} alinéa`, pluriel: false }
  const liaison = a === de + 1 ? 'et' : 'à'
  return { mot: `${ordinal(de)} ${liaison} ${ordinal(a)} alinéas`, pluriel: true }
}

/** « un alinéa ainsi rédigé », « trois alinéas ainsi rédigés ». */
export const nAlineas = (n: number): string =>
  n === 1 ? 'un alinéa ainsi rédigé' : `${enLettres(n)} alinéas ainsi rédigés`

/** « A », « A et B », « A, B et C ». */
export const enumererNoms = (noms: readonly string[]): string =>
  noms.length < 2 ? (noms[0] ?? '') : `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`

/**
 * « à l’article 4 », « aux articles 2.1 et 4 », « aux articles 2.1 et 4, à l’annexe 1 et au préambule » : les articles
 * ensemble, puis les annexes, puis le reste, chacun dans l'ordre reçu.
 */
export function aTous(noms: readonly Nom[]): string {
  const famille = (mot: string) => noms.filter((n) => n.mot.startsWith(`${mot} `))
  const grouper = (mot: string): string[] => {
    const siens = famille(mot)
    if (siens.length < 2) return siens.map(a)
    return [`aux ${mot}s ${enumererNoms(siens.map((n) => n.mot.slice(mot.length + 1)))}`]
  }
  const visas = noms.filter((n) => n.mot.endsWith(' visa')).map((n) => n.mot.slice(0, -5))
  const desVisas = visas.length > 1 ? [`aux ${enumererNoms(visas)} visas`] : visas.map((v) => `au ${v} visa`)
  const autres = noms.filter((n) => !/^(article|annexe) | visa$/.test(n.mot)).map(a)
  return enumererNoms([...grouper('article'), ...grouper('annexe'), ...desVisas, ...autres])
}

/** « la convention-cadre de partenariat » → « à la convention-cadre… » ; « le contrat » → « au contrat ». */
export const aDesignation = (designation: string): string =>
  designation.startsWith('le ') ? `au ${designation.slice(3)}` : `à ${designation}`
export const deDesignation = (designation: string): string =>
  designation.startsWith('le ') ? `du ${designation.slice(3)}` : `de ${designation}`
