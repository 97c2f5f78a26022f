import 'server-only'
import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { engagementsAMesurer, saisiesParLAutre, saisiesParNous } from './mon-cote'

/** Ce qui attend le côté de l'acteur, compté : périodes finies sans mesure, contestations, mesures à valider. */
export type AMesurer = { finies: number; contestees: number; aValider: number }

export async function compterASaisir(tx: Tx, acteur: Acteur, jour: DateIso): Promise<AMesurer> {
  if (acteur.groupes.length === 0 && acteur.organisations.length === 0)
    return { finies: 0, contestees: 0, aValider: 0 }
  return {
    finies: await tx.mesure.count({
      where: {
        etat: 'ATTENDUE',
        figeeLe: null,
        fin: { lt: versDate(jour) },
        engagement: engagementsAMesurer(acteur),
      },
    }),
    contestees: await tx.mesure.count({ where: { ...CONTESTEES, ...saisiesParNous(acteur) } }),
    aValider: await tx.mesure.count({ where: { ...A_VALIDER, ...saisiesParLAutre(acteur) } }),
  }
}

/** Contestées, encore sans réponse. */
export const CONTESTEES = { etat: 'CONTESTEE' as const, figeeLe: null, reponseLe: null }
/** Saisies, ou maintenues malgré une contestation. */
export const A_VALIDER = {
  figeeLe: null,
  AND: [{ OR: [{ etat: 'SAISIE' as const }, { etat: 'CONTESTEE' as const, reponseLe: { not: null } }] }],
}
