import type { Cible } from '../../domaine/engagement/cible'
import type { Condition, Recurrence, Sens } from '../../domaine/engagement/declaration'
import type { Jugement } from '../../domaine/engagement/juger'
import type { Periode } from '../../domaine/engagement/periodes'
import { estEntiere } from '../../domaine/engagement/periodes'
import type { Debiteur } from '../../domaine/engagement/themes'
import { compter, dateEnLettres, INSECABLE, nombre } from '../typographie'

/** Sens d'un jugement : toujours le même mot, le même ton, la même icône. */
export const JUGEMENTS_DITS: Readonly<
  Record<Jugement, { libelle: string; ton: 'tenu' | 'vigilance' | 'manque' | 'inconnu' | 'neutre' }>
> = {
  respecte: { libelle: 'Respecté', ton: 'tenu' },
  'a-surveiller': { libelle: 'À surveiller', ton: 'vigilance' },
  'non-respecte': { libelle: 'Non respecté', ton: 'manque' },
  'non-mesure': { libelle: 'Non mesuré', ton: 'inconnu' },
  'sans-objet': { libelle: 'Sans objet', ton: 'neutre' },
}

export const DEBITEURS_DITS: Readonly<Record<Debiteur, string>> = {
  hopital: 'L’hôpital',
  centre: 'Le centre',
  parties: 'Chaque partie',
}

export const RECURRENCES_DITES: Readonly<Record<Recurrence, string>> = {
  mois: 'chaque mois',
  trimestre: 'chaque trimestre',
  semestre: 'chaque semestre',
  an: 'chaque année',
}

const PAR: Readonly<Record<Recurrence, string>> = {
  mois: 'par mois',
  trimestre: 'par trimestre',
  semestre: 'par semestre',
  an: 'par an',
}
const SENS_DITS: Readonly<Record<Sens, string>> = { 'au-moins': 'au moins', 'au-plus': 'au plus' }

const pourCent = (n: number): string => `${nombre(n)}${INSECABLE}%`

/** Durée d'un délai, unité comprise : « 48 h ouvrées », « 15 jours calendaires », « 1 mois ». */
export function delaiDit(c: Extract<Cible, { genre: 'delai' }>): string {
  const n = c.nombre
  if (c.unite === 'heure')
    return `${nombre(n)}${INSECABLE}h ${c.decompte === 'ouvre' ? 'ouvrées' : 'calendaires'}`
  if (c.unite === 'jour') {
    const s = n >= 2 ? 's' : ''
    return `${compter(n, 'jour')} ${c.decompte === 'ouvre' ? `ouvré${s}` : `calendaire${s}`}`
  }
  return c.unite === 'mois' ? compter(n, 'mois', 'mois') : compter(n, 'an')
}

/** La cible, en une phrase nominale ; ce qui est compté y est toujours nommé. */
export function cibleDite(cible: Cible | null): string {
  if (cible === null) return 'Cible à dire : le texte n’en donne pas la valeur'
  switch (cible.genre) {
    case 'delai':
      return `Sous ${delaiDit(cible)}, pour au moins ${pourCent(cible.part)} des cas`
    case 'frequence':
      return `${compter(cible.nombre, 'fois', 'fois')} ${PAR[cible.par]}`
    case 'quantite':
      return `${SENS_DITS[cible.sens].replace(/^a/, 'A')} ${nombre(cible.nombre)}${INSECABLE}${cible.unite}`
    case 'taux':
      return `${SENS_DITS[cible.sens].replace(/^a/, 'A')} ${pourCent(cible.pourcent)} des cas`
    case 'livrable':
      return `Remis le ${dateEnLettres(cible.echeance)} au plus tard`
    case 'permanent':
      return 'Constaté en permanence'
  }
}

const NOMS_PERIODES: Readonly<Record<Exclude<Recurrence, 'mois' | 'an'>, (rang: number) => string>> = {
  trimestre: (r) => `${ordinal(r)} trimestre`,
  semestre: (r) => `${ordinal(r)} semestre`,
}
const ordinal = (n: number): string => (n === 1 ? '1er' : `${n}e`)
const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

/** « 1er trimestre 2026 », « mars 2026 », ou les deux jours quand la période est coupée par un changement. */
export function periodeDite(p: Periode, recurrence: Recurrence | null): string {
  if (recurrence === null || !estEntiere(p, recurrence))
    return `du ${dateEnLettres(p.debut)} au ${dateEnLettres(p.fin)}`
  const annee = p.debut.slice(0, 4)
  const mois = Number(p.debut.slice(5, 7))
  if (recurrence === 'an') return `année ${annee}`
  if (recurrence === 'mois') return `${MOIS[mois - 1] ?? ''} ${annee}`
  const rang = recurrence === 'trimestre' ? (mois + 2) / 3 : (mois + 5) / 6
  return `${NOMS_PERIODES[recurrence](rang)} ${annee}`
}

/** « 18 sur 20 (90 %) » : un taux n'est jamais écrit sans ses deux nombres. */
export function rapportDit(numerateur: number, denominateur: number): string {
  if (denominateur === 0) return 'aucun cas'
  const taux = Math.round((1_000 * numerateur) / denominateur) / 10
  return `${nombre(numerateur)} sur ${nombre(denominateur)} (${pourCent(taux)})`
}

/** Ce qu'on attend avant de pouvoir exiger. */
export const conditionDite = (c: Condition): string =>
  c.genre === 'date' && c.le ? `${c.libelle} (${dateEnLettres(c.le)})` : c.libelle
