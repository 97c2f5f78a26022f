import { type DateIso, enLettres } from '../../domaine/calendrier/dates'
import type { Cible } from '../../domaine/engagement/cible'
import type { Conformite } from '../../domaine/engagement/conformite'
import type { Condition, Recurrence } from '../../domaine/engagement/declaration'
import type { Jugement } from '../../domaine/engagement/juger'
import { estEntiere } from '../../domaine/engagement/periodes'
import type { Debiteur } from '../../domaine/engagement/themes'
import { compter, dateEnLettres, INSECABLE, nombre, typographier } from '../typographie'

export type Ton = 'neutre' | 'accent' | 'tenu' | 'vigilance' | 'manque' | 'inconnu'

export const JUGEMENTS_DITS: Record<Jugement, { mot: string; pluriel: string; ton: Ton }> = {
  respecte: { mot: 'Respecté', pluriel: 'respectées', ton: 'tenu' },
  'a-surveiller': { mot: 'À surveiller', pluriel: 'à surveiller', ton: 'vigilance' },
  'non-respecte': { mot: 'Non respecté', pluriel: 'non respectées', ton: 'manque' },
  'non-mesure': { mot: 'Non mesuré', pluriel: 'non mesurées', ton: 'inconnu' },
  'sans-objet': { mot: 'Sans objet', pluriel: 'sans objet', ton: 'neutre' },
}
export const PAS_ENCORE_DU = { mot: 'Pas encore dû', ton: 'neutre' as Ton }
export const jugementDit = (j: Jugement | null): { mot: string; ton: Ton } =>
  j ? JUGEMENTS_DITS[j] : PAS_ENCORE_DU

export const DEBITEURS_DITS: Record<Debiteur, string> = {
  hopital: 'L’hôpital',
  centre: 'Le centre',
  parties: 'Les deux parties',
}

export const ETATS_MESURE = {
  ATTENDUE: 'Attendue',
  SAISIE: 'Saisie',
  VALIDEE: 'Validée',
  CONTESTEE: 'Contestée',
} as const

/** « 8 sur 10 » ; « aucune jugée » quand rien ne porte un taux. */
export const rapportDit = (c: Conformite): string =>
  c.jugees === 0 ? 'aucune jugée' : `${nombre(c.respectees)} sur${INSECABLE}${nombre(c.jugees)}`

/** « 80 % » ; un tiret sans mesure jugée. */
export const tauxDit = (c: Conformite): string =>
  c.taux === null ? '–' : `${nombre(Math.round(c.taux))}${INSECABLE}%`

/** « 8 mesures respectées sur 10, soit 80 % ; 2 non mesurées ». Un petit nombre est dit tel. */
export function conformiteDite(c: Conformite): string {
  const suite = c.nonMesurees ? `${INSECABLE}; ${compter(c.nonMesurees, 'non mesurée', 'non mesurées')}` : ''
  if (c.jugees === 0) return `Aucune mesure jugée${suite}`
  const petit = c.petitNombre ? ', un petit nombre' : ''
  return `${compter(c.respectees, 'mesure respectée', 'mesures respectées')} sur${INSECABLE}${nombre(c.jugees)}${petit}, soit ${tauxDit(c)}${suite}`
}

const PAR: Record<Recurrence, string> = {
  mois: 'par mois',
  trimestre: 'par trimestre',
  semestre: 'par semestre',
  an: 'par an',
}

/** « en 48 heures, pour 90 % des cas », « au moins 80 % », « 2 par an ». */
export function cibleDite(c: Cible | null): string {
  if (c === null) return 'Cible à préciser'
  const sens = (s: 'au-moins' | 'au-plus') => (s === 'au-moins' ? 'au moins' : 'au plus')
  switch (c.genre) {
    case 'delai': {
      const mot = c.unite === 'mois' ? `${c.nombre}${INSECABLE}mois` : compter(c.nombre, c.unite)
      const ouvre =
        c.decompte === 'ouvre' ? ` ouvré${c.unite === 'heure' ? 'e' : ''}${c.nombre > 1 ? 's' : ''}` : ''
      return `en ${mot}${ouvre}, pour ${nombre(c.part)}${INSECABLE}% des cas`
    }
    case 'frequence':
      return `${nombre(c.nombre)} ${PAR[c.par]}`
    case 'quantite':
      return typographier(`${sens(c.sens)} ${nombre(c.nombre)} ${c.unite}`)
    case 'taux':
      return `${sens(c.sens)} ${nombre(c.pourcent)}${INSECABLE}%`
    case 'livrable':
      return `avant le ${enLettres(c.echeance)}, inclus`
    case 'permanent':
      return 'en permanence'
  }
}

type Constate = {
  numerateur: number | null
  denominateur: number | null
  nombre: number | null
  constat?: 'oui' | 'partiel' | 'non' | null
  remisLe?: DateIso | null
}
const ETATS = { oui: 'Oui', partiel: 'En partie', non: 'Non' } as const

/** Ce qui a été constaté : « 8 sur 10 (80 %) », « 3 », « En partie », « Remis le … » ; vide si rien. */
export function constatDit(m: Constate): string {
  if (m.numerateur !== null && m.denominateur !== null) {
    const part = m.denominateur
      ? ` (${nombre(Math.round((100 * m.numerateur) / m.denominateur))}${INSECABLE}%)`
      : ''
    return `${nombre(m.numerateur)} sur${INSECABLE}${nombre(m.denominateur)}${part}`
  }
  if (m.nombre !== null) return nombre(m.nombre, Number.isInteger(m.nombre) ? 0 : 1)
  if (m.constat) return ETATS[m.constat]
  return m.remisLe ? `Remis le ${dateEnLettres(m.remisLe)}` : ''
}

const RANGS = ['1er', '2e', '3e', '4e']

/** « 3e trimestre 2026 », « année 2026 », ou les deux jours quand la période est coupée. */
export function periodeDite(p: { debut: DateIso; fin: DateIso }): string {
  const annee = p.fin.slice(0, 4)
  if (estEntiere(p, 'an') && p.debut.slice(0, 4) === annee && p.fin.endsWith('12-31')) return `année ${annee}`
  if (estEntiere(p, 'trimestre'))
    return `${RANGS[Math.floor((Number(p.debut.slice(5, 7)) - 1) / 3)]}${INSECABLE}trimestre ${annee}`
  return `du ${dateEnLettres(p.debut)} au ${dateEnLettres(p.fin)}`
}

/** « 2026-T3 » → « 3e trimestre 2026 » ; vide → « douze derniers mois ». */
export function filtreDePeriodeDit(periode: string | null): string {
  if (periode === null) return 'douze derniers mois'
  if (periode === 'tout') return 'depuis le début'
  return periode.length === 4
    ? `année ${periode}`
    : `${RANGS[Number(periode.slice(6)) - 1]}${INSECABLE}trimestre ${periode.slice(0, 4)}`
}

export const conditionDite = (c: Condition | null): string =>
  c ? typographier(c.libelle) : 'Condition à constater'
