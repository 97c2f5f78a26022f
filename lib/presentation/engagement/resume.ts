import type { EngagementLu } from '../../lectures/engagement/lire-engagements'
import { compter } from '../typographie'

/** Ce que la convention promet, en une phrase : combien, par qui, et ce qui ne peut pas encore être exigé. */
export function resumeDesEngagements(engagements: readonly EngagementLu[]): string {
  if (engagements.length === 0)
    return 'Le texte signé ne déclare aucun engagement mesurable. La direction peut en ajouter, avec un motif.'
  const de = (d: EngagementLu['debiteur']) => engagements.filter((e) => e.debiteur === d).length
  const parts = [
    de('hopital') && `${de('hopital')} par l’hôpital`,
    de('centre') && `${de('centre')} par le centre`,
    de('parties') && `${de('parties')} par chacune des parties`,
  ].filter(Boolean)
  const enAttente = engagements.filter((e) => e.exigibleLe === null).length
  const suite = enAttente > 0 ? ` ${pasEncore(enAttente)}` : ''
  return `${compter(engagements.length, 'engagement pris', 'engagements pris')}\u00a0: ${parts.join(', ')}.${suite}`
}

const pasEncore = (n: number): string =>
  n === 1
    ? 'L’un d’eux n’est pas encore exigible\u00a0: il n’entre dans aucun taux.'
    : `${n} d’entre eux ne sont pas encore exigibles\u00a0: ils n’entrent dans aucun taux.`
