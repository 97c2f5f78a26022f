import { cleDuGestionnaire } from '../acte/acte-groupe'
import type { PartieFigee } from '../acte/version'
import { valeurVotee } from '../texte/empreinte'
import type { ValeurParametre } from '../texte/parametres'
import type { EtatDeLaChaine } from './etat'
import { memeValeur, type PartieDesignee } from './modifications'

/** Une partie de la convention : l'hôpital, ou le gestionnaire de rang `rang` (1 : le seul d'un acte bilatéral). */
export type PartieVisee = { role: PartieFigee['role']; rang: number }

/** Valeurs du texte qui nomment une partie : sa désignation, et qui la représente. */
export const cleDeDesignation = (p: PartieVisee): string =>
  p.role === 'HOPITAL' ? 'institution' : cleDuGestionnaire('gestionnaire', p.rang)
export const cleDeRepresentant = (p: PartieVisee): string =>
  p.role === 'HOPITAL' ? 'institution_representant' : cleDuGestionnaire('gestionnaire_representant', p.rang)
/** Siège de l'hôpital et liste des gestionnaires d'un acte groupé, que le texte écrit à part. */
export const CLE_SIEGE = 'institution_siege'
export const CLE_GESTIONNAIRES = 'gestionnaires'

/** La partie visée, telle que le texte en vigueur la désigne. */
export const partieEnVigueur = (
  e: Pick<EtatDeLaChaine, 'parties'>,
  { role, rang }: PartieVisee,
): PartieFigee | undefined => e.parties.filter((p) => p.role === role)[rang - 1]

/** Vrai quand une autre personne morale prend la place de la partie. */
export const estUneSuccession = (m: { depart: PartieDesignee; voulu: PartieDesignee }): boolean =>
  m.depart.organisationId !== m.voulu.organisationId

/** Vrai quand deux valeurs disent la même chose au sens du vote. */
export const memeValeurVotee = (
  a: ValeurParametre | null | undefined,
  b: ValeurParametre | null | undefined,
): boolean => memeValeur(valeurVotee(a), valeurVotee(b))
