import { ajouterMois, type DateIso } from '../calendrier/dates'
import { type Periode, periodeCivile, periodePrecedente } from './periodes'

/** Intervalle d'un tableau, bornes incluses : une mesure y entre par le dernier jour de sa période. */
export type Fenetre = { du: DateIso; au: DateIso }

/** Période d'un tableau dans l'adresse : une année, un trimestre (« 2026-T3 ») ou tout ; vide, les douze derniers mois. */
export const FORME_PERIODE = /^(tout|20\d\d(-T[1-4])?)$/

const TOUT: Fenetre = { du: '1900-01-01', au: '2199-12-31' }

/** Intervalle que désigne une période. Sans période : douze mois, jusqu'au dernier jour qui peut déjà porter une mesure. */
export function fenetreDe(periode: string | null, jour: DateIso): Fenetre {
  if (periode === null || !FORME_PERIODE.test(periode)) return { du: ajouterMois(jour, -12), au: TOUT.au }
  if (periode === 'tout') return TOUT
  const annee = periode.slice(0, 4)
  if (periode.length === 4) return { du: `${annee}-01-01`, au: `${annee}-12-31` }
  const { debut, fin } = periodeCivile(
    `${annee}-${String((Number(periode.slice(6)) - 1) * 3 + 1).padStart(2, '0')}-01`,
    'trimestre',
  )
  return { du: debut, au: fin }
}

/** « 2026-T3 » : le trimestre civil d'un jour. */
export const trimestreDe = (jour: DateIso): string =>
  `${jour.slice(0, 4)}-T${Math.floor((Number(jour.slice(5, 7)) - 1) / 3) + 1}`

/** Les `nombre` derniers trimestres finis à ce jour, du plus ancien au plus récent. */
export function trimestresFinis(jour: DateIso, nombre: number): Periode[] {
  const suite = [periodePrecedente(jour, 'trimestre')]
  for (let n = 1; n < nombre; n++) suite.unshift(periodePrecedente(suite[0]?.debut ?? jour, 'trimestre'))
  return suite
}
