import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compter,
  dateAvecJour,
  dateCourte,
  dateEnLettres,
  dateEtHeure,
  dureeRelative,
  euros,
  nombre,
  pourcentage,
  typographier,
} from '../../../lib/presentation/typographie'

/** Rend les espaces visibles : _ insécable, ~ fine insécable. */
const voir = (texte: string) => texte.replace(/\u00a0/g, '_').replace(/\u202f/g, '~')

describe('typographier', () => {
  it.each([
    ['Quel délai ?', 'Quel délai~?'],
    ['Quel délai?', 'Quel délai~?'],
    ['Attention ! Ici ; là', 'Attention~! Ici~; là'],
    ['Objet : le partenariat', 'Objet_: le partenariat'],
    ['Objet: le partenariat', 'Objet_: le partenariat'],
    ['Taux de 90%, soit 12 %', 'Taux de 90_%, soit 12_%'],
    ['6 305,31 €', '6~305,31_€'],
    ['12 500 000 euros', '12~500~000 euros'],
    ['« Centre »', '«_Centre_»'],
    ['«Centre»', '«_Centre_»'],
    ['n° 2005-102', 'n°_2005-102'],
    ['nos 3 et 4', 'nos_3 et 4'],
    ['art. 47', 'art._47'],
    ['M. Martin', 'M._Martin'],
    ['Mme Martin', 'Mme_Martin'],
    ['48 h, de 9 h 30 à 17 h', '48_h, de 9_h_30 à 17_h'],
    ["l'hôpital d'Évry", 'l’hôpital d’Évry'],
  ])('%s', (brut, attendu) => {
    expect(voir(typographier(brut))).toBe(attendu)
  })

  it.each([
    'https://exemple.fr/a?b=1;c',
    'à 9:30',
    'ratio 1:2',
    'le 1 septembre 2018',
    'tél. 01 45 21 21 21',
    'en 2018 205 conventions',
  ])('laisse « %s »', (texte) => {
    expect(typographier(texte)).toBe(texte)
  })

  it('est idempotent', () => {
    const morceau = fc.constantFrom(
      ' ',
      '\u00a0',
      '\u202f',
      ';',
      '!',
      '?',
      ':',
      '%',
      '€',
      '«',
      '»',
      'n°',
      'art.',
      'M.',
      'h',
      '12',
      '345',
      'a',
      'É',
      ',',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(morceau, { maxLength: 14 }), (morceaux) => {
        const une = typographier(morceaux.join(''))
        expect(voir(typographier(une))).toBe(voir(une))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('nombres', () => {
  it('groupe les milliers et accorde la décimale', () => {
    expect(voir(nombre(6305.31))).toBe('6~305,31')
    expect(voir(nombre(-1234567))).toBe('\u22121~234~567')
    expect(nombre(0.1 + 0.2)).toBe('0,3')
    expect(nombre(Number.NaN)).toBe('—')
  })
  it('écrit les euros et les parts', () => {
    expect(voir(euros(630531))).toBe('6~305,31_€')
    expect(voir(euros(100000))).toBe('1~000_€')
    expect(voir(euros(5))).toBe('0,05_€')
    expect(voir(pourcentage(0.925, 1))).toBe('92,5_%')
    expect(voir(pourcentage(1, 1))).toBe('100_%')
  })
  it('accorde', () => {
    expect(voir(compter(0, 'centre'))).toBe('0_centre')
    expect(voir(compter(1200, 'centre'))).toBe('1~200_centres')
    expect(voir(compter(2, 'hôpital', 'hôpitaux'))).toBe('2_hôpitaux')
  })
})

describe('dates', () => {
  it('écrit la date en lettres, avec 1er', () => {
    expect(voir(dateEnLettres('2018-09-01'))).toBe('1er_septembre 2018')
    expect(voir(dateEnLettres('2024-02-29'))).toBe('29_février 2024')
    expect(dateEnLettres('')).toBe('date inconnue')
  })
  it('ajoute le jour et sait être courte', () => {
    expect(voir(dateAvecJour('2018-09-01'))).toBe('samedi 1er_septembre 2018')
    expect(dateCourte('2018-09-01')).toBe('01/09/2018')
  })
  it('lit un instant à Paris', () => {
    expect(voir(dateEtHeure(new Date('2025-12-31T23:30:00Z')))).toBe('1er_janvier 2026 à 0_h_30')
    expect(voir(dateEtHeure(new Date('2025-07-01T07:00:00Z')))).toBe('1er_juillet 2025 à 9_h')
  })
  it.each([
    ['2025-06-15', 'aujourd’hui'],
    ['2025-06-14', 'hier'],
    ['2025-06-16', 'demain'],
    ['2025-06-10', 'il y a 5_jours'],
    ['2025-05-01', 'il y a 6_semaines'],
    ['2025-09-15', 'dans 3_mois'],
    ['2024-06-15', 'il y a 1_an'],
    ['2028-06-15', 'dans 3_ans'],
    ['2018-09-01', 'il y a 6_ans'],
  ])('situe %s', (date, attendu) => {
    expect(voir(dureeRelative(date, new Date('2025-06-15T10:00:00Z')))).toBe(attendu)
  })
  it('situe un instant à la minute', () => {
    const maintenant = new Date('2025-06-15T10:00:00Z')
    expect(voir(dureeRelative(new Date('2025-06-15T09:48:00Z'), maintenant))).toBe('il y a 12_minutes')
    expect(dureeRelative(new Date('2025-06-15T09:59:50Z'), maintenant)).toBe('à l’instant')
    expect(voir(dureeRelative(new Date('2025-06-15T12:10:00Z'), maintenant))).toBe('dans 2_heures')
  })
})
