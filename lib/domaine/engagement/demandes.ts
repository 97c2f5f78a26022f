import { aujourdHuiAParis, type DateIso } from '../calendrier/dates'
import {
  type Delai,
  HORAIRES_PAR_DEFAUT,
  type Horaires,
  limiteDuDelai,
  tempsEcoule,
} from '../calendrier/delais'
import type { Degre, NatureDemande, SourceDemandes } from './declaration'
import { type CibleDatee, cibleAu } from './histoire'
import type { Periode } from './periodes'

/** Par où la demande est arrivée. */
export const CANAUX = [
  'telephone',
  'messagerie-securisee',
  'plateforme',
  'courriel',
  'telecopie',
  'courrier',
] as const
export type Canal = (typeof CANAUX)[number]

/** Ce que la demande est devenue : rendez-vous donné, adressée ailleurs, refusée, ou finie autrement. */
export const ISSUES = ['donnee', 'reorientee', 'refusee', 'autrement'] as const
export type Issue = (typeof ISSUES)[number]

/** Examens d'imagerie proposés d'office ; les portées des engagements s'y ajoutent. */
export const EXAMENS_IMAGERIE = ['scanner', 'irm', 'echographie', 'radiographie'] as const

/** Une demande datée. Rien n'y désigne une personne, et rien ne s'y écrit librement. */
export type DemandeDatee = {
  nature: NatureDemande
  /** Portée de l'engagement (« scanner »), ou vide. */
  examen: string
  specialite: string | null
  degreDemande: Degre
  /** Degré que l'hôpital a retenu, quand il s'est prononcé : il prime alors sur celui du centre. */
  degreRetenu: Degre | null
  canal: Canal
  demandeeLe: Date
  repondueLe: Date | null
  rendezVousLe: Date | null
  issue: Issue | null
}

export const degreEffectif = (d: Pick<DemandeDatee, 'degreDemande' | 'degreRetenu'>): Degre =>
  d.degreRetenu ?? d.degreDemande

export const INCOHERENCES = [
  'demande-future',
  'reponse-avant',
  'reponse-future',
  'rendez-vous-avant',
  'reponse-manquante',
  'rendez-vous-manquant',
  'rendez-vous-de-trop',
] as const
export type Incoherence = (typeof INCOHERENCES)[number]

/** Ce qui ne tient pas dans une demande ; vide quand elle est cohérente. Un rendez-vous peut être à venir. */
export function incoherences(d: DemandeDatee, maintenant: Date): Incoherence[] {
  const trouvees: [boolean, Incoherence][] = [
    [d.demandeeLe > maintenant, 'demande-future'],
    [d.repondueLe !== null && d.repondueLe < d.demandeeLe, 'reponse-avant'],
    [d.repondueLe !== null && d.repondueLe > maintenant, 'reponse-future'],
    [d.rendezVousLe !== null && d.rendezVousLe < d.demandeeLe, 'rendez-vous-avant'],
    [d.repondueLe === null && (d.issue ?? d.rendezVousLe) !== null, 'reponse-manquante'],
    [d.issue === 'donnee' && d.rendezVousLe === null, 'rendez-vous-manquant'],
    [d.issue === 'refusee' && d.rendezVousLe !== null, 'rendez-vous-de-trop'],
  ]
  return trouvees.filter(([vrai]) => vrai).map(([, code]) => code)
}

/** Ce qu'un engagement dit des demandes qu'il vise. */
export type Suivi = {
  source: SourceDemandes
  /** Vide : toutes les portées. */
  portee: string
  cibles: readonly CibleDatee[]
}

/** L'engagement vise cette demande : même nature, même examen quand il en nomme un, même degré quand il en nomme un. */
export const vise = ({ source, portee }: Pick<Suivi, 'source' | 'portee'>, d: DemandeDatee): boolean =>
  d.nature === source.nature &&
  (portee === '' || d.examen === portee) &&
  (source.degre === null || source.degre === degreEffectif(d))

/**
 * Où en est une demande devant un délai. `en-attente` : pas de réponse, la limite n'est pas passée ; `hors-compte` : le
 * délai ne la concerne plus ; `sans-cible` : rien n'obligeait ce jour-là, ou « dès que possible ».
 */
export type Sort = 'dans' | 'hors' | 'en-attente' | 'hors-compte' | 'sans-cible'
export type Examinee = {
  sort: Sort
  limite: Date | null
  /** Temps passé jusqu'à la réponse ou au rendez-vous, dans l'unité de la cible. */
  ecoule: number | null
  cible: (Delai & { part: number }) | null
}

type Reglages = { maintenant: Date; horaires?: Horaires }

/**
 * Applique à une demande le délai en vigueur le jour où elle est faite. Une réponse, quelle qu'elle soit, arrête le délai de
 * réponse. Pour le délai de rendez-vous, un refus compte hors délai, puisque la promesse n'est pas tenue ; une demande
 * réorientée ou finie autrement sort du compte, et son nombre se dit [choix].
 */
export function examiner(
  d: DemandeDatee,
  { source, cibles }: Pick<Suivi, 'source' | 'cibles'>,
  { maintenant, horaires = HORAIRES_PAR_DEFAUT }: Reglages,
): Examinee {
  const cible = cibleAu(cibles, aujourdHuiAParis(d.demandeeLe))
  if (cible?.genre !== 'delai') return { sort: 'sans-cible', limite: null, ecoule: null, cible: null }
  const limite = limiteDuDelai(d.demandeeLe, cible, horaires)
  const faiteLe = source.borne === 'reponse' ? d.repondueLe : d.rendezVousLe
  if (faiteLe !== null)
    return {
      sort: faiteLe <= limite ? 'dans' : 'hors',
      limite,
      ecoule: ecouleDans(d.demandeeLe, faiteLe, cible, horaires),
      cible,
    }
  const sort = sortSansDate(d, source.borne, limite < maintenant)
  return { sort, limite, ecoule: null, cible }
}

function sortSansDate(d: DemandeDatee, borne: SourceDemandes['borne'], passee: boolean): Sort {
  if (borne === 'rendez-vous') {
    if (d.issue === 'refusee') return 'hors'
    if (d.issue === 'reorientee' || d.issue === 'autrement') return 'hors-compte'
  }
  return passee ? 'hors' : 'en-attente'
}

const JOURS_PAR = { mois: 365.25 / 12, an: 365.25 } as const

function ecouleDans(debut: Date, fin: Date, cible: Delai, horaires: Horaires): number {
  const temps = tempsEcoule(debut, fin, cible, horaires)
  return cible.unite === 'mois' || cible.unite === 'an' ? temps / JOURS_PAR[cible.unite] : temps
}

export type Agregat = {
  /** Dans le délai. */
  numerateur: number
  /** Comptées : dans le délai, ou hors de lui, limite passée sans réponse comprise. */
  denominateur: number
  /** Du temps passé, dans l'unité de la cible, sur les seules demandes qui ont leur date. */
  mediane: number | null
  enAttente: number
  horsCompte: number
  sansCible: number
}

/** Compte les demandes d'un engagement sur une période, au fil de leur lecture : seule la durée de chacune est gardée. */
export function compteur(suivi: Suivi, periode: Periode, reglages: Reglages) {
  const a = { numerateur: 0, denominateur: 0, enAttente: 0, horsCompte: 0, sansCible: 0 }
  const durees: number[] = []
  return {
    ajouter(d: DemandeDatee): void {
      const jour = aujourdHuiAParis(d.demandeeLe)
      if (jour < periode.debut || jour > periode.fin || !vise(suivi, d)) return
      const { sort, ecoule } = examiner(d, suivi, reglages)
      if (ecoule !== null) durees.push(ecoule)
      if (sort === 'en-attente') a.enAttente += 1
      else if (sort === 'hors-compte') a.horsCompte += 1
      else if (sort === 'sans-cible') a.sansCible += 1
      else {
        a.denominateur += 1
        if (sort === 'dans') a.numerateur += 1
      }
    },
    conclure: (): Agregat => ({ ...a, mediane: medianeDe(durees) }),
  }
}

/** Agrégat de demandes déjà en mémoire. */
export function agreger(
  demandes: Iterable<DemandeDatee>,
  suivi: Suivi,
  periode: Periode,
  reglages: Reglages,
): Agregat {
  const c = compteur(suivi, periode, reglages)
  for (const d of demandes) c.ajouter(d)
  return c.conclure()
}

/** Valeur du milieu, ou moyenne des deux du milieu ; `null` sans valeur. */
export function medianeDe(valeurs: readonly number[]): number | null {
  if (valeurs.length === 0) return null
  const triees = Float64Array.from(valeurs).sort()
  const milieu = triees.length >> 1
  const haut = triees[milieu] ?? 0
  return triees.length % 2 === 1 ? haut : ((triees[milieu - 1] ?? 0) + haut) / 2
}

/** Jour de Paris où la demande est faite : celui qui dit sa période et sa cible. */
export const jourDeLaDemande = (d: Pick<DemandeDatee, 'demandeeLe'>): DateIso =>
  aujourdHuiAParis(d.demandeeLe)
