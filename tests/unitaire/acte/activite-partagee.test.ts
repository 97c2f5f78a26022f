import { describe, expect, it } from 'vitest'
import {
  decisionDemandee,
  decisionPrise,
  finApresDeparts,
  partDesDemiJournees,
  partEnDesaccord,
  piecesManquantes,
} from '@/lib/domaine/acte/activite-partagee'

describe('La fin du cadre', () => {
  it.each([
    [{ fin: null, resiliation: null }, false],
    [{ fin: '2027-05-21', resiliation: null }, true],
    [{ fin: '2027-05-22', resiliation: null }, false],
    [{ fin: '2026-01-01', resiliation: null }, true],
    [{ fin: '2029-12-31', resiliation: '2028-06-30' }, true],
  ])('%o demande une décision : %s', (cadre, attendu) => {
    expect(decisionDemandee(cadre, '2026-11-22')).toBe(attendu)
  })

  it('une décision ne vaut que pour la fin qu’elle avait en vue', () => {
    const r = { decision: 'MAINTENIR', decisionPour: '2027-01-31' }
    expect(decisionPrise(r, '2027-01-31')).toBe(true)
    expect(decisionPrise(r, '2030-01-31')).toBe(false)
    expect(decisionPrise({ decision: null, decisionPour: null }, '2027-01-31')).toBe(false)
  })
})

describe('Le départ des gestionnaires', () => {
  const deux = ['malakoff', 'vitry']
  it.each([
    [[], null],
    [[{ organisationId: 'malakoff', fin: '2027-02-21' }], null],
    [
      [
        { organisationId: 'vitry', fin: '2027-01-31' },
        { organisationId: 'malakoff', fin: '2027-02-21' },
      ],
      '2027-02-21',
    ],
  ])('%j finit l’acte le %s', (departs, fin) => {
    expect(finApresDeparts(deux, departs)).toBe(fin)
  })
})

describe('La part et les demi-journées', () => {
  it('tient une demi-journée par semaine pour 10 %', () => {
    expect(partDesDemiJournees(1, 'semaine')).toBe(10)
    expect(partEnDesaccord(10, 1, 'semaine')).toBe(false)
    expect(partEnDesaccord(10, 2, 'semaine')).toBe(true)
  })

  it('ramène le mois à la semaine, à un demi-point près', () => {
    expect(partDesDemiJournees(2, 'mois')).toBeCloseTo(4.615, 3)
    expect(partEnDesaccord(5, 2, 'mois')).toBe(false)
    expect(partEnDesaccord(10, 2, 'mois')).toBe(true)
  })
})

describe('Le dossier d’un praticien', () => {
  const vide = {
    accordLe: null,
    propositionLe: null,
    avisPoleLe: null,
    avisCmeLe: null,
    autorisationLe: null,
  }
  it('demande les pièces de son statut', () => {
    expect(piecesManquantes({ statut: 'interet-general', ...vide })).toHaveLength(5)
    expect(piecesManquantes({ statut: 'mise-a-disposition', ...vide, accordLe: '2026-05-01' })).toEqual([
      'avisPoleLe',
      'avisCmeLe',
    ])
  })
})
