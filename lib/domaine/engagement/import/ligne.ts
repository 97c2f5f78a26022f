import { estDateIso } from '../../calendrier/dates'
import { HORAIRES_PAR_DEFAUT, instantAParis } from '../../calendrier/delais'
import { plier } from '../../texte/plier'
import type { Degre, NatureDemande } from '../declaration'
import { type Canal, type DemandeDatee, type Incoherence, type Issue, incoherences } from '../demandes'
import type { ChampImport } from './colonnes'

export type ErreurLigne = {
  champ: ChampImport | 'ligne'
  code: 'manque' | 'date' | 'inconnu' | 'convention' | 'figee' | 'droit' | Incoherence
}
export type LigneLue = { demande: DemandeDatee; centreId: string; siteId: string; sansHeure: boolean }
/** Ce que les mots d'un tableur peuvent désigner : noms pliés → identifiant ou code. */
export type Lexique = {
  centres: ReadonlyMap<string, string>
  sites: ReadonlyMap<string, string>
  specialites: ReadonlyMap<string, string>
  examens: ReadonlyMap<string, string>
  centreId: string | null
  siteId: string
}

const NATURES: readonly [NatureDemande, RegExp][] = [
  ['orientation-hdj', /hdj|hopital de jour|hospitalisation de jour|orientation/],
  ['imagerie', /imag|scan|irm|echo|radio/],
  ['consultation', /consult|avis/],
]
const DEGRES: readonly [Degre, RegExp][] = [
  ['semi-urgent', /semi|15 ?j|^2$/],
  ['non-urgent', /non|pas urgent|possible|normal|programm|^3$|^0$/],
  ['urgent', /urg|48|^1$/],
]
const CANAUX: readonly [Canal, RegExp][] = [
  ['messagerie-securisee', /secur|mss|apicrypt|mailiz/],
  ['telephone', /tel/],
  ['plateforme', /platef|rendez|doctolib|logiciel|portail/],
  ['courriel', /courriel|mail/],
  ['telecopie', /fax|telecop/],
  ['courrier', /courrier|poste/],
]
const ISSUES: readonly [Issue, RegExp][] = [
  ['reorientee', /reorient|adress|ailleurs/],
  ['refusee', /refus/],
  ['autrement', /autre|annul|termin|sans suite/],
  ['donnee', /donn|rdv|rendez|accept|fait|oui/],
]
const reconnaitre = <C>(mots: readonly [C, RegExp][], texte: string): C | undefined =>
  mots.find(([, m]) => m.test(plier(texte)))?.[0]

/**
 * Lit une ligne de tableur. Une date sans heure se compte au plus défavorable : la demande à l'ouverture, la réponse et le
 * rendez-vous à la fermeture ; jamais un taux n'en est flatté [choix]. Nomme chaque erreur, champ par champ.
 */
export function lireLigne(
  cellules: Readonly<Partial<Record<ChampImport, string>>>,
  lexique: Lexique,
  maintenant: Date,
): { ligne: LigneLue } | { erreurs: ErreurLigne[] } {
  const erreurs: ErreurLigne[] = []
  let sansHeure = false
  const texte = (c: ChampImport) => (cellules[c] ?? '').trim()
  const date = (c: ChampImport, minutes: number): Date | null => {
    if (texte(c) === '') return null
    const lue = lireMoment(texte(c), minutes)
    if (!lue) erreurs.push({ champ: c, code: 'date' })
    else sansHeure ||= lue.sansHeure
    return lue?.instant ?? null
  }
  const mot = <V>(c: ChampImport, trouver: (t: string) => V | undefined): V | null => {
    if (texte(c) === '') return null
    const v = trouver(texte(c))
    if (v === undefined) erreurs.push({ champ: c, code: 'inconnu' })
    return v ?? null
  }
  const { de, a } = HORAIRES_PAR_DEFAUT
  const demandeeLe = date('demandeeLe', de)
  const degreDemande = mot('degreDemande', (t) => reconnaitre(DEGRES, t))
  const examen = mot('examen', (t) => lexique.examens.get(plier(t)))
  const nature =
    mot('nature', (t) => reconnaitre(NATURES, t)) ?? (texte('nature') === '' ? natureDe(examen) : null)
  const lu = {
    specialite: mot('specialite', (t) => lexique.specialites.get(plier(t))),
    degreRetenu: mot('degreRetenu', (t) => reconnaitre(DEGRES, t)),
    canal: mot('canal', (t) => reconnaitre(CANAUX, t)) ?? 'telephone',
    repondueLe: date('repondueLe', a),
    rendezVousLe: date('rendezVousLe', a),
    issue: mot('issue', (t) => reconnaitre(ISSUES, t)),
  }
  const centreId = mot('centre', (t) => lexique.centres.get(plier(t))) ?? lexique.centreId
  const siteId = mot('site', (t) => lexique.sites.get(plier(t))) ?? lexique.siteId
  if (texte('demandeeLe') === '') erreurs.push({ champ: 'demandeeLe', code: 'manque' })
  if (texte('degreDemande') === '') erreurs.push({ champ: 'degreDemande', code: 'manque' })
  if (!centreId && texte('centre') === '') erreurs.push({ champ: 'centre', code: 'manque' })
  if (erreurs.length || !demandeeLe || !degreDemande || !centreId || !nature) return { erreurs }
  const demande: DemandeDatee = {
    ...lu,
    nature,
    examen: nature === 'imagerie' ? (examen ?? '') : '',
    degreDemande,
    demandeeLe,
    issue: lu.issue ?? (lu.rendezVousLe ? 'donnee' : null),
  }
  const incoherentes = incoherences(demande, maintenant).map((code) => ({ champ: 'ligne' as const, code }))
  return incoherentes.length ? { erreurs: incoherentes } : { ligne: { demande, centreId, siteId, sansHeure } }
}

const natureDe = (examen: string | null): NatureDemande => (examen === null ? 'consultation' : 'imagerie')

const FRANCAISE =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ T,à]+(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?)?$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/

/** « 16/11/2026 9h30 », « 16/11/2026 », « 2026-11-16 09:30 » ; toute autre écriture est refusée. */
export function lireMoment(
  texte: string,
  minutesParDefaut: number,
): { instant: Date; sansHeure: boolean } | null {
  const f = FRANCAISE.exec(texte.trim())
  const i = ISO.exec(texte.trim())
  const [annee, mois, jour, h, m] = f ? [f[3], f[2], f[1], f[4], f[5]] : i ? i.slice(1) : []
  if (!annee || !mois || !jour) return null
  const date = `${annee.length === 2 ? `20${annee}` : annee}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`
  if (!estDateIso(date) || Number(h ?? 0) > 23 || Number(m ?? 0) > 59) return null
  const sansHeure = h === undefined
  return {
    instant: instantAParis(date, sansHeure ? minutesParDefaut : Number(h) * 60 + Number(m ?? 0)),
    sansHeure,
  }
}

/** Deux lignes qui disent la même chose à la minute près : peut-être la même demande, inscrite deux fois. */
export const cleDeDoublon = (l: {
  centreId: string | null
  nature: string
  examen: string
  specialite: string | null
  degreDemande: string
  demandeeLe: Date
}): string =>
  [
    l.centreId,
    l.nature,
    l.examen,
    l.specialite ?? '',
    l.degreDemande,
    Math.floor(l.demandeeLe.getTime() / 60_000),
  ].join(' ')
