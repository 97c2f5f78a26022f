import type { DateIso } from '../calendrier/dates'
import type { Cible } from './cible'
import { type CibleDatee, cibleAu } from './histoire'
import { type Constat, constatAttendu, type Jugement, juger } from './juger'
import { type ARythmer, type Periode, periodesAMesurer } from './periodes'

/** Colonnes d'une mesure qui disent ce qui a été constaté. */
export type ColonnesConstat = {
  numerateur: number | null
  denominateur: number | null
  mediane: number | null
  nombre: number | null
  constat: 'oui' | 'partiel' | 'non' | null
  remisLe: DateIso | null
}
export const SANS_CONSTAT: ColonnesConstat = {
  numerateur: null,
  denominateur: null,
  mediane: null,
  nombre: null,
  constat: null,
  remisLe: null,
}

/** Un constat, rangé dans ses colonnes. */
export function colonnesDuConstat(c: Constat): ColonnesConstat {
  if (c.genre === 'rapport')
    return {
      ...SANS_CONSTAT,
      numerateur: c.numerateur,
      denominateur: c.denominateur,
      mediane: c.mediane ?? null,
    }
  if (c.genre === 'nombre') return { ...SANS_CONSTAT, nombre: c.nombre }
  if (c.genre === 'etat') return { ...SANS_CONSTAT, constat: c.etat }
  return { ...SANS_CONSTAT, remisLe: c.le }
}

/** Constat relu de ses colonnes, dans le genre que la cible attend ; `null` tant que rien n'est saisi. */
export function constatDesColonnes(cible: Cible, c: ColonnesConstat, saisi: boolean): Constat | null {
  if (!saisi) return null
  switch (constatAttendu(cible)) {
    case 'rapport':
      return c.numerateur === null || c.denominateur === null
        ? null
        : { genre: 'rapport', numerateur: c.numerateur, denominateur: c.denominateur, mediane: c.mediane }
    case 'nombre':
      return c.nombre === null ? null : { genre: 'nombre', nombre: c.nombre }
    case 'etat':
      return c.constat === null ? null : { genre: 'etat', etat: c.constat }
    case 'remise':
      return { genre: 'remise', le: c.remisLe }
  }
}

/** Jugement d'une ligne de mesure : la cible en vigueur au premier jour de sa période, jamais celle d'aujourd'hui. */
export function jugementDeLaLigne(
  cibles: readonly CibleDatee[],
  ligne: { debut: DateIso; colonnes: ColonnesConstat; saisi: boolean },
  reglages: { seuil: number; auLe: DateIso },
): Jugement {
  const cible = cibleAu(cibles, ligne.debut)
  const constat = cible && constatDesColonnes(cible, ligne.colonnes, ligne.saisi)
  return juger(cible, constat, reglages)
}

/**
 * Périodes qu'un engagement ouvre jusqu'à ce jour : celles de son rythme, ou, pour un livrable, une seule, de son début à
 * son échéance. Rien tant qu'il n'est pas exigible.
 */
export function periodesOuvertes(
  e: Omit<ARythmer, 'recurrence'> & { recurrence: ARythmer['recurrence'] | null },
  jour: DateIso,
): Periode[] {
  if (e.recurrence !== null) return periodesAMesurer({ ...e, recurrence: e.recurrence }, jour)
  if (e.exigibleLe === null) return []
  return e.cibles.flatMap((c) => {
    if (c.cible?.genre !== 'livrable' || c.depuis > jour) return []
    const fin = c.cible.echeance > c.depuis ? c.cible.echeance : c.depuis
    return c.jusqua !== null && c.jusqua < fin ? [] : [{ debut: c.depuis, fin }]
  })
}
