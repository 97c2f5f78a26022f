import type { DateIso } from '../calendrier/dates'
import type { Cible } from './cible'
import type { Sens } from './declaration'

/** Ce qui a été constaté sur une période. Les comptes sont entiers ; la médiane est dans l'unité de la cible. */
export type Constat =
  | { genre: 'rapport'; numerateur: number; denominateur: number; mediane?: number | null }
  | { genre: 'nombre'; nombre: number }
  | { genre: 'remise'; le: DateIso | null }
  | { genre: 'etat'; etat: 'oui' | 'partiel' | 'non' }

export const JUGEMENTS = ['respecte', 'a-surveiller', 'non-respecte', 'non-mesure', 'sans-objet'] as const
export type Jugement = (typeof JUGEMENTS)[number]

/**
 * Part de la cible, en pour cent, sous laquelle on n'est plus « à surveiller » mais « non respecté » : avec 80, une part
 * visée de 90 % est à surveiller de 72 à 90 %. Réglable par engagement [choix].
 */
export const SEUIL_PAR_DEFAUT = 80

/** Genre de constat qu'attend chaque genre de cible. */
export const constatAttendu = (cible: Cible): Constat['genre'] =>
  cible.genre === 'delai' || cible.genre === 'taux'
    ? 'rapport'
    : cible.genre === 'livrable'
      ? 'remise'
      : cible.genre === 'permanent'
        ? 'etat'
        : 'nombre'

/**
 * Jugement d'un constat par la cible en vigueur sur sa période. Rien de mesuré n'est jamais tenu pour respecté, une cible
 * qui reste à dire ne juge rien, et une période sans aucun cas est sans objet. `auLe` : le jour où l'on juge, pour un
 * livrable qui n'est pas encore dû. Refuse un constat d'un autre genre que la cible.
 */
export function juger(
  cible: Cible | null,
  constat: Constat | null,
  { seuil = SEUIL_PAR_DEFAUT, auLe }: { seuil?: number; auLe: DateIso },
): Jugement {
  if (cible === null) return 'non-mesure'
  if (cible.genre === 'livrable') return jugerRemise(cible.echeance, constat, auLe)
  if (constat === null) return 'non-mesure'
  if (constat.genre !== constatAttendu(cible))
    throw new RangeError(`constat « ${constat.genre} » pour une cible « ${cible.genre} »`)
  if (constat.genre === 'etat')
    return constat.etat === 'oui' ? 'respecte' : constat.etat === 'partiel' ? 'a-surveiller' : 'non-respecte'
  if (constat.genre === 'nombre') {
    if (cible.genre === 'quantite') return comparer(constat.nombre, cible.nombre, cible.sens, seuil)
    return cible.genre === 'frequence'
      ? comparer(constat.nombre, cible.nombre, 'au-moins', seuil)
      : 'non-mesure'
  }
  if (constat.genre !== 'rapport') return 'non-mesure'
  if (constat.denominateur === 0) return 'sans-objet'
  const taux = (100 * constat.numerateur) / constat.denominateur
  if (cible.genre === 'delai') return comparer(taux, cible.part, 'au-moins', seuil)
  return cible.genre === 'taux' ? comparer(taux, cible.pourcent, cible.sens, seuil) : 'non-mesure'
}

function comparer(valeur: number, cible: number, sens: Sens, seuil: number): Jugement {
  // Un millionième de tolérance : 9 sur 10 ne doit pas manquer 90 % par un arrondi binaire.
  const marge = 1e-6
  if (sens === 'au-moins') {
    if (valeur >= cible - marge) return 'respecte'
    return valeur >= (cible * seuil) / 100 - marge ? 'a-surveiller' : 'non-respecte'
  }
  if (valeur <= cible + marge) return 'respecte'
  return valeur <= (cible * (200 - seuil)) / 100 + marge ? 'a-surveiller' : 'non-respecte'
}

function jugerRemise(echeance: DateIso, constat: Constat | null, auLe: DateIso): Jugement {
  if (constat !== null && constat.genre !== 'remise')
    throw new RangeError(`constat « ${constat.genre} » pour un livrable`)
  const remis = constat?.le ?? null
  if (remis !== null) return remis <= echeance ? 'respecte' : 'non-respecte'
  if (auLe <= echeance) return 'sans-objet'
  // Échu sans que personne n'ait rien dit : inconnu. Échu et dit non remis : manqué.
  return constat === null ? 'non-mesure' : 'non-respecte'
}

/** Taux en pour cent d'un rapport ; `null` sans aucun cas. */
export const tauxDe = (c: { numerateur: number; denominateur: number }): number | null =>
  c.denominateur === 0 ? null : (100 * c.numerateur) / c.denominateur

export const TENDANCES = ['mieux', 'stable', 'moins-bien'] as const
export type Tendance = (typeof TENDANCES)[number]

/** Points de pour cent sous lesquels deux taux sont dits stables [choix]. */
const STABLE_SOUS = 2
const ORDRE: Readonly<Record<'non-respecte' | 'a-surveiller' | 'respecte', number>> = {
  'non-respecte': 0,
  'a-surveiller': 1,
  respecte: 2,
}

export type PourTendance = { jugement: Jugement; valeur: number | null; sens: Sens }

/**
 * Ce qui a changé depuis la période précédente : le jugement d'abord, la valeur ensuite (taux, ou part de la cible, en pour
 * cent). `null` quand l'une des deux n'est pas mesurée : on ne compare pas à rien.
 */
export function tendance(avant: PourTendance | null, apres: PourTendance): Tendance | null {
  const a = avant && rangDe(avant.jugement)
  const b = rangDe(apres.jugement)
  if (avant === null || a === null || b === null) return null
  if (a !== b) return b > a ? 'mieux' : 'moins-bien'
  if (avant.valeur === null || apres.valeur === null) return 'stable'
  const ecart = (apres.valeur - avant.valeur) * (apres.sens === 'au-plus' ? -1 : 1)
  if (Math.abs(ecart) < STABLE_SOUS) return 'stable'
  return ecart > 0 ? 'mieux' : 'moins-bien'
}

const rangDe = (j: Jugement): number | null => (j === 'non-mesure' || j === 'sans-objet' ? null : ORDRE[j])
