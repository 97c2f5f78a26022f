import { describe, expect, it } from 'vitest'
import {
  ajouterMois,
  aujourdHuiAParis,
  derniereReception,
  dernierJour,
  estDateIso,
  finPreavis,
} from '@/lib/domaine/calendrier/dates'

describe('Durées : le premier jour compte, le dernier est la veille de l’anniversaire', () => {
  it.each([
    ['2018-09-15', 36, '2021-09-14'],
    ['2018-09-01', 36, '2021-08-31'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2025-01-31', 12, '2026-01-30'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2025-01-01', 12, '2025-12-31'],
  ])('%s, %i mois → %s', (debut, mois, attendu) => expect(dernierJour(debut, mois)).toBe(attendu))
})

describe('Préavis : compté de la réception, même quantième, dernier jour du mois à défaut', () => {
  it.each([
    ['2025-09-05', 3, '2025-12-05'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
  ])('reçu le %s, %i mois → %s', (reception, mois, attendu) =>
    expect(finPreavis(reception, mois)).toBe(attendu),
  )

  it('se reçoit au plus tard le 31 août pour finir le 28 février', () => {
    expect(derniereReception('2026-02-28', 6)).toBe('2025-08-31')
  })

  it('dernière réception : un jour de plus serait trop tard, pour toutes les fins de deux ans', () => {
    for (let i = 0; i < 730; i++) {
      const fin = new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10)
      const reception = derniereReception(fin, 6)
      const lendemain = new Date(Date.parse(`${reception}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
      expect(finPreavis(reception, 6) <= fin).toBe(true)
      expect(finPreavis(lendemain, 6) > fin).toBe(true)
    }
  })
})

describe('Dates pures', () => {
  it('refuse ce qui n’est pas un jour', () => {
    for (const d of ['2025-02-30', '2025-13-01', '2025-1-1', '25-01-01', '2025-02-29', 'hier', '']) {
      expect(estDateIso(d), d).toBe(false)
    }
    expect(estDateIso('2024-02-29')).toBe(true)
  })

  it('recule d’un an par mois négatifs', () => expect(ajouterMois('2026-01-31', -11)).toBe('2025-02-28'))

  it('lit le jour de Paris, pas celui de Greenwich', () => {
    expect(aujourdHuiAParis(new Date('2026-07-14T22:30:00Z'))).toBe('2026-07-15')
    expect(aujourdHuiAParis(new Date('2026-12-31T22:59:00Z'))).toBe('2026-12-31')
  })
})
