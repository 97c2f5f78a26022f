import type { DatesDeLActe } from '../acte/signature'
import { ajouterJours, type DateIso, dernierJour } from '../calendrier/dates'
import { ErreurMetier } from '../erreurs'
import type { Modification, NatureTerme } from './modifications'

/**
 * Durée d'un renouvellement, en mois : un an pour l'activité partagée, trois ans pour les autres conventions
 * (regles-metier, Dates).
 */
export const moisDeRenouvellement = (modeleCode: string | null): number =>
  modeleCode?.includes('activite-partagee') ? 12 : 36

/** Dernier jour d'une durée qui court du lendemain de celui-ci : 31/01/2029 et trente-six mois → 31/01/2032. */
export const finReportee = (fin: DateIso, mois: number): DateIso => dernierJour(ajouterJours(fin, 1), mois)

/** Terme qu'un avenant déjà signé a donné : on le constate, sans les bornes d'un projet. Refuse une date qui manque ou qui ne recule pas. */
export function termeConstate(
  fin: DateIso | null,
  nature: NatureTerme,
  demande: { date: DateIso | null; mois: number },
): DateIso {
  if (nature === 'renouvellement' && fin !== null) return finReportee(fin, demande.mois)
  if (demande.date === null) throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'nouveau dernier jour' })
  if (fin !== null && demande.date <= fin)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: 'Le nouveau dernier jour doit suivre celui que la convention avait alors.',
    })
  return demande.date
}

/**
 * Dernier jour voulu. Un renouvellement court du lendemain du terme ; une prolongation porte le terme à une date dite, au
 * plus celle qu'un renouvellement donnerait. Refuse un terme inconnu, échu, ou qui ne recule pas.
 */
export function termeVoulu(
  fin: DateIso | null,
  nature: NatureTerme,
  demande: { date: DateIso | null; mois: number; jour: DateIso },
): DateIso {
  if (fin === null)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: 'Le dernier jour de cette convention n’est pas connu : il n’y a rien à reporter.',
    })
  if (fin < demande.jour) throw new ErreurMetier('CONVENTION_FINIE', { fin })
  const renouvele = finReportee(fin, demande.mois)
  if (nature === 'renouvellement') return renouvele
  if (demande.date === null) throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'nouveau dernier jour' })
  if (demande.date <= fin)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: 'Le nouveau dernier jour doit suivre celui d’aujourd’hui.',
    })
  if (demande.date > renouvele)
    throw new ErreurMetier('DATE_INCOHERENTE', {
      raison: 'Une prolongation ne peut dépasser la durée d’un renouvellement.',
    })
  return demande.date
}

/** Ce qu'un avenant change du terme, ou `null`. */
export const termeDe = (
  modifications: readonly Modification[],
): Extract<Modification, { genre: 'terme' }> | null =>
  modifications.find((m): m is Extract<Modification, { genre: 'terme' }> => m.genre === 'terme') ?? null

/**
 * Dates d'un avenant signé : la plus tardive des signatures ; l'effet écrit, reporté à la signature quand elle le suit ; la
 * fin, seulement quand il change le terme (celles que ses articles citent sont de la convention, pas de lui).
 */
export function datesDeLAvenant(
  modifications: readonly Modification[],
  effetEcrit: DateIso | null,
  signees: readonly DateIso[],
): DatesDeLActe {
  const signature = [...signees].sort().at(-1)
  if (!signature) throw new RangeError('aucune date de signature')
  const fin = termeDe(modifications)?.voulu ?? null
  if (effetEcrit === null) return { signature, effet: signature, fin, regle: 'derniere-signature' }
  return signature > effetEcrit
    ? { signature, effet: signature, fin, regle: 'derniere-signature-apres-la-date-ecrite' }
    : { signature, effet: effetEcrit, fin, regle: 'date-ecrite' }
}
