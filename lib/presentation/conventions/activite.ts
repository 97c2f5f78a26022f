import {
  type Decision,
  type Piece,
  partDesDemiJournees,
  partEnDesaccord,
  piecesManquantes,
  type StatutDePraticien,
} from '../../domaine/acte/activite-partagee'
import type { Situation } from '../../domaine/acte/situation'
import { ecrireValeur } from '../../domaine/texte/ecriture/formes'
import type { ActiviteLue, PraticienLu, RattachementLu } from '../../lectures/activite/lire-activite'
import type { ConventionLue } from '../../lectures/convention/lire-convention'
import { dateEnLettres, typographier } from '../typographie'
import { etatDeLAvenant } from './avenants'
import { majuscule } from './liste'

type Ligne = { cle: string; terme: string; valeur: string | null }

const dire = (c: ConventionLue, cle: string): string | null => {
  const valeur = c.parametres.find((p) => p.cle === cle)?.valeur
  return valeur
    ? ecrireValeur(
        valeur,
        null,
        c.definitions.find((d) => d.cle === cle),
      )
    : null
}

/** Paramètres de l'activité, en tête de sa page : ce que l'on vient y vérifier, et ce qui manque se voit. */
export function ficheDeLActivite(c: ConventionLue): Ligne[] {
  const prix = dire(c, 'prix_demi_journee')
  const convenu = dire(c, 'date_prix')
  const demiJournees = [dire(c, 'nombre_demi_journees'), dire(c, 'periode')].filter(Boolean).join(' ')
  const lignes: [string, string, string | null][] = [
    [
      'service',
      'Service',
      majuscule((dire(c, 'service') ?? '').replace(/^(de la |de l’|du |des |de |d’)/, '')),
    ],
    ['demi-journees', 'Demi-journées', demiJournees || null],
    ['part', 'Part du coût employeur', dire(c, 'part_activite')],
    [
      'prix',
      'Prix de la demi-journée',
      prix && `${prix}, ${convenu ? `convenu le ${convenu}` : 'date de l’accord à renseigner'}`,
    ],
    ['source', 'Source du prix', majuscule(dire(c, 'source_prix') ?? '')],
    ['statut', 'Fondement statutaire', majuscule(dire(c, 'base_statutaire') ?? '')],
    ['duree', 'Durée, renouvellement, préavis', dureeDite(c)],
  ]
  return lignes.map(([cle, terme, valeur]) => ({ cle, terme, valeur: valeur && typographier(valeur) }))
}

const dureeDite = (c: ConventionLue): string | null => {
  const lettres = (cle: string) => {
    const v = c.parametres.find((p) => p.cle === cle)?.valeur
    return v ? ecrireValeur(v, 'lettres') : null
  }
  const [duree, suite, preavis] = ['duree', 'duree_renouvellement', 'preavis'].map(lettres)
  return (
    [duree, suite && `renouvelable par avenant pour ${suite}`, preavis && `préavis de ${preavis}`]
      .filter(Boolean)
      .join(', ') || null
  )
}

/** Ce qui ne va pas encore : aucun de ces avertissements ne change une valeur. */
export function avertissementsDeLActivite(c: ConventionLue, a: ActiviteLue): string[] {
  const phrases = [
    sansCadre(a),
    partDite(c),
    fondementDouteux(c),
    c.parametres.some((p) => p.cle === 'source_prix' && p.valeur)
      ? null
      : 'Le prix n’a pas de source : il ne s’oppose à personne tant qu’on ne sait d’où il vient.',
    ...praticiensIncomplets(a.praticiens),
  ]
  return phrases.filter((p) => p !== null).map(typographier)
}

function sansCadre(a: ActiviteLue): string | null {
  const vivants = a.rattachements.filter(
    ({ autre: { situation: s } }) => s === 'EN_VIGUEUR' || s === 'A_VENIR' || s === 'PREAVIS',
  )
  if (vivants.length > 0) return null
  return a.rattachements.length > 0
    ? 'Coopération sans convention-cadre : aucune de celles auxquelles elle est rattachée n’est en vigueur.'
    : 'Coopération sans convention-cadre : cette activité n’est rattachée à aucune.'
}

function partDite(c: ConventionLue): string | null {
  const valeur = (cle: string) => c.parametres.find((p) => p.cle === cle)?.valeur
  const [part, nombre, periode] = ['part_activite', 'nombre_demi_journees', 'periode'].map(valeur)
  if (part?.genre !== 'taux' || nombre?.genre !== 'nombre' || periode?.genre !== 'choix') return null
  const rythme = periode.code === 'semaine' ? 'semaine' : 'mois'
  if (!partEnDesaccord(part.pourcent, nombre.nombre, rythme)) return null
  const attendue = partDesDemiJournees(nombre.nombre, rythme).toLocaleString('fr-FR', {
    maximumFractionDigits: 1,
  })
  return `La part convenue (${ecrireValeur(part, null)}) et le nombre de demi-journées ne s’accordent pas : à 10 % pour une demi-journée par semaine, elles font ${attendue} %. Rien n’est recalculé.`
}

const fondementDouteux = (c: ConventionLue): string | null => {
  const v = c.parametres.find((p) => p.cle === 'base_statutaire')?.valeur
  return v?.genre === 'choix' && v.code === 'plusieurs-etablissements'
    ? 'Le fondement choisi (R. 6152-4) traite d’établissements : il est douteux qu’il s’étende à un centre municipal de santé. À faire confirmer.'
    : null
}

const praticiensIncomplets = (praticiens: readonly PraticienLu[]): string[] => {
  if (praticiens.length === 0)
    return ['Aucun praticien n’est inscrit : nul n’intervient sans son accord écrit.']
  const sans = praticiens.filter((p) => !p.accordLe)
  return sans.map((p) => `${majuscule(p.fonction)} : accord écrit à recueillir.`)
}

export const STATUTS_DITS: Record<StatutDePraticien, string> = {
  'interet-general': 'Activité d’intérêt général (R. 6152-30)',
  'mise-a-disposition': 'Mise à disposition (R. 6152-50)',
  assistants: 'Assistant des hôpitaux (R. 6152-501 et suivants)',
  'plusieurs-etablissements': 'Exercice dans plusieurs établissements (R. 6152-4), portée douteuse',
}
export const PIECES_DITES: Record<Piece, string> = {
  accordLe: 'Accord écrit du praticien',
  propositionLe: 'Proposition du chef de service',
  avisPoleLe: 'Avis du chef de pôle',
  avisCmeLe: 'Avis de la commission médicale d’établissement',
  autorisationLe: 'Autorisation du directeur',
}

/** Ce que l'on a et ce qui manque du dossier d'un praticien, en une ligne. */
export function dossierDit(p: PraticienLu): string {
  const manque = piecesManquantes(p).map(
    (x) => PIECES_DITES[x].charAt(0).toLowerCase() + PIECES_DITES[x].slice(1),
  )
  const accord = p.accordLe ? `Accord écrit du ${dateEnLettres(p.accordLe)}` : 'Accord écrit à recueillir'
  const reste = manque.filter((m) => !m.startsWith('accord'))
  return typographier(
    reste.length ? `${accord}. Il manque : ${reste.join(', ')}.` : `${accord}. Dossier complet.`,
  )
}

export const DECISIONS_DITES: Record<Decision, string> = {
  MAINTENIR: 'Maintenue',
  DENONCER: 'À dénoncer',
  LAISSER_A_TERME: 'Laissée à son terme',
}
export const DECISIONS_A_PRENDRE: Record<Decision, string> = {
  MAINTENIR: 'La maintenir, sous une autre convention ou seule',
  DENONCER: 'La dénoncer, par lettre à ses signataires',
  LAISSER_A_TERME: 'La laisser aller à son terme, sans la renouveler',
}

/** « Activité partagée n° 1 ». */
export const activiteNumero = (numero: number): string => typographier(`Activité partagée n° ${numero}`)

const SITUATIONS_DITES: Record<Situation, string> = {
  A_VENIR: 'À venir',
  EN_VIGUEUR: 'En vigueur',
  PREAVIS: 'Dénoncée, préavis en cours',
  ECHUE: 'Échue',
  RESILIEE: 'Résiliée',
}

/** Où en est l'autre bout d'un rattachement : son étape, ou sa situation et son dernier jour. */
export function etatDuBout({ autre }: RattachementLu): string {
  if (autre.situation === null)
    return etatDeLAvenant({ etape: autre.etape, dateSignature: null, dateEffet: null }).replace(
      /^Abandonné, .*/,
      'Abandonnée',
    )
  const fin = autre.fin ? `, dernier jour le ${dateEnLettres(autre.fin)}` : ''
  return typographier(`${SITUATIONS_DITES[autre.situation]}${fin}`)
}
