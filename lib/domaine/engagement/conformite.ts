import type { Jugement } from './juger'

/** Mesures d'un centre, d'un thème, d'un débiteur ou d'une période, comptées par jugement. */
export type Decompte = Readonly<Record<Jugement, number>>
export const DECOMPTE_VIDE: Decompte = {
  respecte: 0,
  'a-surveiller': 0,
  'non-respecte': 0,
  'non-mesure': 0,
  'sans-objet': 0,
}

/** Sous ce nombre de mesures, un taux se lit mais ne conclut pas [choix]. */
export const PETIT_NOMBRE = 5

export type Conformite = {
  /** Mesures respectées parmi les mesures jugées ; le non mesuré et le sans objet n'y entrent pas. */
  respectees: number
  jugees: number
  /** Attendues et non mesurées, dites à côté du taux : elles ne sont jamais comptées comme tenues. */
  nonMesurees: number
  /** En pour cent ; `null` quand rien n'est jugé. */
  taux: number | null
  petitNombre: boolean
}

/** Conformité d'un ensemble de mesures, toujours avec les nombres qui la portent. */
export function conformite(d: Decompte): Conformite {
  const jugees = d.respecte + d['a-surveiller'] + d['non-respecte']
  return {
    respectees: d.respecte,
    jugees,
    nonMesurees: d['non-mesure'],
    taux: jugees === 0 ? null : (100 * d.respecte) / jugees,
    petitNombre: jugees > 0 && jugees < PETIT_NOMBRE,
  }
}

/** Ajoute un jugement à un décompte. */
export const compter = (d: Decompte, jugement: Jugement, nombre = 1): Decompte => ({
  ...d,
  [jugement]: d[jugement] + nombre,
})

/** Le plus préoccupant de plusieurs jugements : ce que dit une case qui résume plusieurs mesures. */
export function resumer(jugements: readonly Jugement[]): Jugement {
  const ordre: readonly Jugement[] = ['non-respecte', 'a-surveiller', 'non-mesure', 'respecte', 'sans-objet']
  return ordre.find((j) => jugements.includes(j)) ?? 'sans-objet'
}
