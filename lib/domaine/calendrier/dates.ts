/** Date pure `AAAA-MM-JJ`, sans heure ni fuseau. */
export type DateIso = string

/** Vrai si la chaîne est une date réelle du calendrier grégorien (refuse 2025-02-30), de 1900 à 2199. */
export function estDateIso(valeur: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(valeur)
  if (!m) return false
  const [a, mo, j] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return a >= 1900 && a <= 2199 && mo >= 1 && mo <= 12 && j >= 1 && j <= joursDuMois(a, mo)
}

const joursDuMois = (annee: number, mois: number) => new Date(Date.UTC(annee, mois, 0)).getUTCDate()

function lire(date: DateIso): [number, number, number] {
  if (!estDateIso(date)) throw new RangeError(`date invalide : ${date}`)
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

const ecrire = (a: number, m: number, j: number): DateIso =>
  `${String(a).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(j).padStart(2, '0')}`

/** Ajoute des jours calendaires (négatif permis). */
export function ajouterJours(date: DateIso, jours: number): DateIso {
  const [a, m, j] = lire(date)
  return new Date(Date.UTC(a, m - 1, j + jours)).toISOString().slice(0, 10)
}

/** Ajoute des mois : même quantième, ou dernier jour du mois s'il n'existe pas. */
export function ajouterMois(date: DateIso, mois: number): DateIso {
  const [a, m, j] = lire(date)
  const index = a * 12 + (m - 1) + mois
  const annee = Math.floor(index / 12)
  const moisCible = (index % 12) + 1
  return ecrire(annee, moisCible, Math.min(j, joursDuMois(annee, moisCible)))
}

/**
 * Dernier jour, inclus, d'une durée en mois : la veille de l'anniversaire (le premier jour compte ; par
 * analogie avec la computation civile des délais). 3 ans du 29/02/2024 → 28/02/2027 : l'anniversaire, absent,
 * est le 1er mars.
 */
export function dernierJour(debut: DateIso, mois: number): DateIso {
  const [a, m, j] = lire(debut)
  const index = a * 12 + (m - 1) + mois
  const annee = Math.floor(index / 12)
  const moisCible = (index % 12) + 1
  if (j > joursDuMois(annee, moisCible)) return ecrire(annee, moisCible, joursDuMois(annee, moisCible))
  return ajouterJours(ecrire(annee, moisCible, j), -1)
}

/**
 * Fin d'un préavis en mois, compté de la réception de la lettre recommandée : même quantième, dernier jour du
 * mois à défaut ; jamais repoussée pour un jour chômé (regles-metier, Dates).
 */
export const finPreavis = (reception: DateIso, mois: number): DateIso => ajouterMois(reception, mois)

/**
 * Dernier jour où un préavis peut encore être reçu pour finir au plus tard à la date donnée (incluse).
 * Fin 28/02/2026, six mois → 31/08/2025 : le plus tardif des jours dont le préavis tombe avant la fin.
 */
export function derniereReception(fin: DateIso, mois: number): DateIso {
  let candidat = ajouterJours(ajouterMois(fin, -mois), 4)
  while (finPreavis(candidat, mois) > fin) candidat = ajouterJours(candidat, -1)
  return candidat
}

const jourDeParis = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Date du calendrier à Paris à cet instant. */
export const aujourdHuiAParis = (instant: Date): DateIso => jourDeParis.format(instant)

const MOIS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

/** '2018-09-01' → « 1er septembre 2018 », espace insécable entre le quantième et le mois. */
export function enLettres(date: DateIso): string {
  const [annee, mois, jour] = lire(date)
  return `${jour === 1 ? '1er' : jour}\u00a0${MOIS[mois - 1]} ${annee}`
}
