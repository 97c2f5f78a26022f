import { enLettres, estDateIso } from '../domaine/calendrier/dates'
import { INSECABLE } from '../domaine/texte/ecriture/espaces'

const JOURS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ')

/** Fuseau des instants ; une date du droit (AAAA-MM-JJ) n'en a pas. */
const FUSEAU = 'Europe/Paris'

/** Le jour civil d'un instant à Paris, AAAA-MM-JJ. */
export function jourCivil(instant: Date): string {
  const p = Object.fromEntries(
    new Intl.DateTimeFormat('fr-FR', { timeZone: FUSEAU, year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(instant)
      .map((x) => [x.type, x.value]),
  )
  return `${p.year}-${p.month}-${p.day}`
}

type Jour = { annee: number; mois: number; jour: number; semaine: number }

function lire(date: string | Date): Jour | null {
  const iso = typeof date === 'string' ? date : jourCivil(date)
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!m) return null
  const [annee, mois, jour] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return { annee, mois, jour, semaine: new Date(Date.UTC(annee, mois - 1, jour)).getUTCDay() }
}

const ABSENTE = 'date inconnue'

/** '2018-09-01' → « 1er septembre 2018 ». */
export function dateEnLettres(date: string | Date): string {
  const iso = typeof date === 'string' ? date.slice(0, 10) : jourCivil(date)
  return estDateIso(iso) ? enLettres(iso) : ABSENTE
}

/** « samedi 1er septembre 2018 ». */
export function dateAvecJour(date: string | Date): string {
  const d = lire(date)
  return d ? `${JOURS[d.semaine]} ${dateEnLettres(date)}` : ABSENTE
}

/** « 01/09/2018 », pour les tableaux. */
export function dateCourte(date: string | Date): string {
  const d = lire(date)
  if (!d) return ABSENTE
  return `${String(d.jour).padStart(2, '0')}/${String(d.mois).padStart(2, '0')}/${d.annee}`
}

/** « 9 h 30 », à Paris. */
export function heure(instant: Date): string {
  const [h = '0', m = '00'] = new Intl.DateTimeFormat('fr-FR', {
    timeZone: FUSEAU,
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(instant)
    .split(':')
  return `${Number(h)}${INSECABLE}h${m === '00' ? '' : `${INSECABLE}${m}`}`
}

/** « 1er septembre 2018 à 9 h 30 ». */
export const dateEtHeure = (instant: Date): string => `${dateEnLettres(instant)} à ${heure(instant)}`

const enJours = (d: Jour): number => Date.UTC(d.annee, d.mois - 1, d.jour) / 86_400_000

const unite = (n: number, mot: string): string =>
  `${n}${INSECABLE}${n > 1 && !mot.endsWith('s') ? `${mot}s` : mot}`

function etendue(jours: number): string {
  if (jours < 14) return unite(jours, 'jour')
  if (jours < 60) return unite(Math.floor(jours / 7), 'semaine')
  if (jours < 365) return unite(Math.max(2, Math.floor(jours / 30.44)), 'mois')
  return unite(Math.floor(jours / 365.25) || 1, 'an')
}

/**
 * « il y a 3 jours », « dans 2 mois », « aujourd'hui » ; sous une journée, pour un instant, « il y a 12 minutes ».
 * `maintenant` est toujours donné : le même texte au serveur et au navigateur.
 */
export function dureeRelative(date: string | Date, maintenant: Date): string {
  if (date instanceof Date) {
    const minutes = Math.round((maintenant.getTime() - date.getTime()) / 60_000)
    if (Math.abs(minutes) < 1) return 'à l’instant'
    if (Math.abs(minutes) < 60) return situer(minutes > 0, unite(Math.abs(minutes), 'minute'))
    if (Math.abs(minutes) < 12 * 60)
      return situer(minutes > 0, unite(Math.floor(Math.abs(minutes) / 60), 'heure'))
  }
  const [d, n] = [lire(date), lire(maintenant)]
  if (!d || !n) return ABSENTE
  const jours = enJours(n) - enJours(d)
  if (jours === 0) return 'aujourd’hui'
  if (jours === 1) return 'hier'
  if (jours === -1) return 'demain'
  return situer(jours > 0, etendue(Math.abs(jours)))
}

const situer = (passe: boolean, duree: string): string => (passe ? `il y a ${duree}` : `dans ${duree}`)
