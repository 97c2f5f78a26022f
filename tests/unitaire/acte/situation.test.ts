import { describe, expect, it } from 'vitest'
import { ETAPES } from '@/lib/domaine/acte/etapes'
import { situation } from '@/lib/domaine/acte/situation'

const signee = {
  etape: 'SIGNEE' as const,
  dateSignature: '2018-09-15',
  dateEffet: null,
  dateFin: '2021-09-14',
  resilieeLe: null,
}

describe('La situation suit les dates', () => {
  it.each([
    ['2018-09-14', 'A_VENIR'],
    ['2018-09-15', 'EN_VIGUEUR'],
    ['2021-09-14', 'EN_VIGUEUR'],
    ['2021-09-15', 'ECHUE'],
  ])('le %s : %s', (jour, attendue) => expect(situation(signee, jour)).toBe(attendue))

  it('prend effet à la date écrite plutôt qu’à la signature', () => {
    expect(situation({ ...signee, dateEffet: '2018-11-01' }, '2018-10-31')).toBe('A_VENIR')
  })

  it('montre le préavis jusqu’au dernier jour, puis la résiliation', () => {
    const avecPreavis = { ...signee, resilieeLe: '2020-03-31' }
    expect(situation(avecPreavis, '2020-03-31')).toBe('PREAVIS')
    expect(situation(avecPreavis, '2020-04-01')).toBe('RESILIEE')
  })

  it('reste en vigueur quand aucune fin n’est connue', () => {
    expect(situation({ ...signee, dateFin: null }, '2050-01-01')).toBe('EN_VIGUEUR')
  })

  it('n’existe pas avant la signature', () => {
    for (const etape of ETAPES.filter((e) => e !== 'SIGNEE')) {
      expect(situation({ ...signee, etape }, '2019-01-01')).toBeNull()
    }
  })
})
