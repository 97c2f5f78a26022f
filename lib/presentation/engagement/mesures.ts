import type { Periode } from '../../domaine/engagement/periodes'
import { estEntiere } from '../../domaine/engagement/periodes'
import { INSECABLE } from '../../domaine/texte/ecriture/espaces'
import { dateEnLettres } from '../dates'

const rangDit = (n: number): string => (n === 1 ? '1er' : `${n}e`)

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

/**
 * « 2e trimestre 2026 », « 1er semestre 2026 », « mars 2026 », « année 2026 » ; une période coupée par un changement se dit
 * par ses bornes : « du 1er février au 31 mars 2026 ».
 */
export function periodeDite(p: Periode): string {
  const annee = p.debut.slice(0, 4)
  const mois = Number(p.debut.slice(5, 7))
  if (estEntiere(p, 'an')) return `année ${annee}`
  if (estEntiere(p, 'semestre')) return `${rangDit((mois + 5) / 6)}${INSECABLE}semestre ${annee}`
  if (estEntiere(p, 'trimestre')) return `${rangDit((mois + 2) / 3)}${INSECABLE}trimestre ${annee}`
  if (estEntiere(p, 'mois')) return `${MOIS[mois - 1]} ${annee}`
  if (p.debut === p.fin) return `le ${dateEnLettres(p.debut)}`
  const memeAnnee = p.fin.startsWith(annee)
  const depuis = dateEnLettres(p.debut)
  return `du ${memeAnnee ? depuis.replace(` ${annee}`, '') : depuis} au ${dateEnLettres(p.fin)}`
}
