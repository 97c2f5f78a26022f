import { describe, expect, it } from 'vitest'
import {
  ajouterJoursOuvres,
  instantAParis,
  limiteDuDelai,
  minutesOuvrees,
  tempsEcoule,
} from '@/lib/domaine/calendrier/delais'
import { estOuvre, joursFeries } from '@/lib/domaine/calendrier/feries'

const a = (date: string, h: number, m = 0) => instantAParis(date, h * 60 + m)
const limite = (
  recu: Date,
  nombre: number,
  unite: 'heure' | 'jour' | 'mois',
  decompte: 'calendaire' | 'ouvre',
) => limiteDuDelai(recu, { nombre, unite, decompte })

describe('Les jours fériés', () => {
  it('de 2026 et 2027 sont les onze de la loi', () => {
    expect([...joursFeries(2026).keys()].sort()).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ])
    expect([...joursFeries(2027).keys()].sort().slice(1, 6)).toEqual([
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-08',
      '2027-05-17',
    ])
  })
  it('le lundi de Pâques et l’Ascension suivent Pâques, même quand l’heure change entre les deux', () => {
    expect(joursFeries(2024).get('2024-04-01')).toMatch(/Pâques/)
    expect(joursFeries(2024).get('2024-05-09')).toBe('Ascension')
    expect(estOuvre('2026-05-14')).toBe(false)
    expect(estOuvre('2026-05-15')).toBe(true)
    expect(estOuvre('2026-05-16')).toBe(false)
  })
})

describe('Un instant à Paris', () => {
  it.each([
    ['2026-01-15', 9 * 60, '2026-01-15T08:00:00.000Z'],
    ['2026-07-15', 9 * 60, '2026-07-15T07:00:00.000Z'],
    ['2026-03-29', 3 * 60 + 30, '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', 12 * 60, '2026-10-25T11:00:00.000Z'],
  ])('%s à %i minutes est %s', (date, minutes, attendu) => {
    expect(instantAParis(date, minutes).toISOString()).toBe(attendu)
  })
})

describe('La limite d’un délai', () => {
  it('48 heures calendaires courent la nuit, le dimanche et au changement d’heure', () => {
    expect(limite(a('2026-03-06', 17), 48, 'heure', 'calendaire')).toEqual(a('2026-03-08', 17))
    // Le 29 mars ne dure que 23 heures : 48 heures vraies finissent une heure plus tard au cadran.
    expect(limite(a('2026-03-28', 10), 48, 'heure', 'calendaire')).toEqual(a('2026-03-30', 11))
  })
  it('les heures ouvrées ne courent que de 8 h 30 à 17 h 30, les jours ouvrés', () => {
    // vendredi 17 h : il reste 30 minutes ; lundi en fait 540 ; 4 h = 30 min + 3 h 30
    expect(limite(a('2026-03-06', 17), 4, 'heure', 'ouvre')).toEqual(a('2026-03-09', 12))
    expect(limite(a('2026-03-07', 11), 1, 'heure', 'ouvre')).toEqual(a('2026-03-09', 9, 30))
    expect(limite(a('2026-03-06', 6), 9, 'heure', 'ouvre')).toEqual(a('2026-03-06', 17, 30))
    // le 1er mai, férié, et le week-end sont sautés
    expect(limite(a('2026-04-30', 17), 1, 'heure', 'ouvre')).toEqual(a('2026-05-04', 9))
  })
  it('15 jours : le jour de la réception ne compte pas, le dernier compte en entier', () => {
    expect(limite(a('2026-03-02', 9), 15, 'jour', 'calendaire')).toEqual(
      new Date(a('2026-03-18', 0).getTime() - 1),
    )
    expect(limite(a('2026-03-02', 23, 50), 15, 'jour', 'calendaire')).toEqual(
      new Date(a('2026-03-18', 0).getTime() - 1),
    )
  })
  it('en jours ouvrés, saute samedis, dimanches et fériés', () => {
    expect(ajouterJoursOuvres('2026-05-07', 3)).toBe('2026-05-13')
    expect(ajouterJoursOuvres('2026-05-13', 1)).toBe('2026-05-15')
  })
  it('en mois, va au même quantième, ou au dernier jour du mois', () => {
    expect(limite(a('2026-01-31', 9), 1, 'mois', 'calendaire')).toEqual(
      new Date(a('2026-03-01', 0).getTime() - 1),
    )
  })
  it('refuse un délai nul et des horaires vides', () => {
    expect(() => limite(a('2026-01-05', 9), 0, 'heure', 'calendaire')).toThrow(RangeError)
    expect(() =>
      limiteDuDelai(
        a('2026-01-05', 9),
        { nombre: 1, unite: 'heure', decompte: 'ouvre' },
        { de: 600, a: 600 },
      ),
    ).toThrow(RangeError)
  })
})

describe('Le temps écoulé', () => {
  it('se dit dans l’unité du délai', () => {
    const h = { unite: 'heure', decompte: 'calendaire' } as const
    expect(tempsEcoule(a('2026-03-06', 17), a('2026-03-08', 17), h)).toBe(48)
    expect(tempsEcoule(a('2026-03-06', 17), a('2026-03-09', 12), { ...h, decompte: 'ouvre' })).toBe(4)
    expect(tempsEcoule(a('2026-05-13', 9), a('2026-05-18', 9), { unite: 'jour', decompte: 'ouvre' })).toBe(2)
    expect(
      tempsEcoule(a('2026-05-13', 9), a('2026-05-18', 9), { unite: 'jour', decompte: 'calendaire' }),
    ).toBe(5)
    expect(minutesOuvrees(a('2026-03-09', 12), a('2026-03-06', 17))).toBe(0)
  })
})
