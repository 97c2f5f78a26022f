import { ajouterJours, ajouterMois, aujourdHuiAParis, type DateIso } from './dates'
import { estOuvre } from './feries'

/** Comment un délai se compte : tous les jours et toutes les heures, ou les seuls jours et heures d'ouverture. */
export const DECOMPTES = ['calendaire', 'ouvre'] as const
export type Decompte = (typeof DECOMPTES)[number]

export type Delai = { nombre: number; unite: 'heure' | 'jour' | 'mois' | 'an'; decompte: Decompte }

/** Heures d'ouverture d'un jour ouvré, en minutes depuis minuit. */
export type Horaires = { de: number; a: number }
/** 8 h 30 à 17 h 30, du lundi au vendredi : réglage par défaut, que chaque convention peut changer [choix]. */
export const HORAIRES_PAR_DEFAUT: Horaires = { de: 8 * 60 + 30, a: 17 * 60 + 30 }

const heureDeParis = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Minutes écoulées depuis minuit à Paris, secondes comprises. */
function minutesAParis(instant: Date): number {
  const [h = 0, m = 0, s = 0] = heureDeParis.format(instant).split(':').map(Number)
  return h * 60 + m + s / 60 + instant.getUTCMilliseconds() / 60_000
}

/** Instant d'une heure de Paris. Une heure que le passage à l'heure d'été saute est lue une heure plus tard. */
export function instantAParis(date: DateIso, minutes: number): Date {
  const visee = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  // Deux passes suffisent : le décalage change au plus une fois entre l'estimation et le vrai instant.
  let instant = visee
  for (let passe = 0; passe < 2; passe++) {
    const lu = new Date(instant)
    const local = Date.parse(`${aujourdHuiAParis(lu)}T00:00:00Z`) + minutesAParis(lu) * 60_000
    instant += visee - local
  }
  return new Date(Math.round(instant))
}

/**
 * Dernier instant du délai, inclus. En jours, mois ou années, le jour de la réception ne compte pas et le dernier jour
 * compte en entier, sans report s'il est chômé (par analogie avec les articles 640 à 641 du code de procédure civile ; le
 * report de l'article 642 n'est écrit dans aucun modèle). En heures calendaires, d'instant à instant ; en heures ouvrées,
 * seules comptent celles de l'ouverture. Refuse un nombre nul ou négatif, et des horaires vides.
 */
export function limiteDuDelai(recuLe: Date, delai: Delai, horaires: Horaires = HORAIRES_PAR_DEFAUT): Date {
  if (!(delai.nombre > 0)) throw new RangeError('un délai est strictement positif')
  if (!(horaires.a > horaires.de))
    throw new RangeError('des heures d’ouverture finissent après avoir commencé')
  const jour = aujourdHuiAParis(recuLe)
  if (delai.unite === 'heure')
    return delai.decompte === 'calendaire'
      ? new Date(recuLe.getTime() + delai.nombre * 3_600_000)
      : apresHeuresOuvrees(recuLe, delai.nombre * 60, horaires)
  return finDuJour(dernierJourDuDelai(jour, delai))
}

/** Minuit qui finit ce jour, moins une milliseconde. */
const finDuJour = (date: DateIso): Date => new Date(instantAParis(ajouterJours(date, 1), 0).getTime() - 1)

function dernierJourDuDelai(jour: DateIso, { nombre, unite, decompte }: Delai): DateIso {
  if (unite === 'mois') return ajouterMois(jour, nombre)
  if (unite === 'an') return ajouterMois(jour, nombre * 12)
  return decompte === 'ouvre' ? ajouterJoursOuvres(jour, nombre) : ajouterJours(jour, nombre)
}

/** Le n-ième jour ouvré après ce jour. */
export function ajouterJoursOuvres(jour: DateIso, nombre: number): DateIso {
  let date = jour
  for (let reste = nombre; reste > 0; ) {
    date = ajouterJours(date, 1)
    if (estOuvre(date)) reste -= 1
  }
  return date
}

function apresHeuresOuvrees(recuLe: Date, minutes: number, { de, a }: Horaires): Date {
  let jour = aujourdHuiAParis(recuLe)
  let depuis = Math.max(minutesAParis(recuLe), de)
  let reste = minutes
  for (;;) {
    const ouvertes = estOuvre(jour) ? Math.max(a - depuis, 0) : 0
    if (ouvertes >= reste) return instantAParis(jour, depuis + reste)
    reste -= ouvertes
    jour = ajouterJours(jour, 1)
    depuis = de
  }
}

/** Minutes d'ouverture entre deux instants ; zéro si le second précède le premier. */
export function minutesOuvrees(debut: Date, fin: Date, { de, a }: Horaires = HORAIRES_PAR_DEFAUT): number {
  if (fin <= debut) return 0
  const dernier = aujourdHuiAParis(fin)
  let total = 0
  for (let jour = aujourdHuiAParis(debut); jour <= dernier; jour = ajouterJours(jour, 1)) {
    if (!estOuvre(jour)) continue
    const depuis = jour === aujourdHuiAParis(debut) ? Math.max(minutesAParis(debut), de) : de
    const jusqua = jour === dernier ? Math.min(minutesAParis(fin), a) : a
    total += Math.max(jusqua - depuis, 0)
  }
  return total
}

/** Temps passé, dans l'unité du délai : heures, ou jours (un jour entamé n'est pas encore un jour passé). */
export function tempsEcoule(
  debut: Date,
  fin: Date,
  delai: Pick<Delai, 'unite' | 'decompte'>,
  horaires: Horaires = HORAIRES_PAR_DEFAUT,
): number {
  if (delai.unite === 'heure')
    return delai.decompte === 'ouvre'
      ? minutesOuvrees(debut, fin, horaires) / 60
      : Math.max(fin.getTime() - debut.getTime(), 0) / 3_600_000
  return joursEntre(aujourdHuiAParis(debut), aujourdHuiAParis(fin), delai.decompte)
}

/** Jours de la date de départ, exclue, à la date d'arrivée, incluse. */
function joursEntre(debut: DateIso, fin: DateIso, decompte: Decompte): number {
  if (fin <= debut) return 0
  if (decompte === 'calendaire')
    return Math.round((Date.parse(`${fin}T00:00:00Z`) - Date.parse(`${debut}T00:00:00Z`)) / 86_400_000)
  let jours = 0
  for (let d = ajouterJours(debut, 1); d <= fin; d = ajouterJours(d, 1)) if (estOuvre(d)) jours += 1
  return jours
}
