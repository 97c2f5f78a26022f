import { describe, expect, it } from 'vitest'
import { estAProlonger, estOuverte, expiration } from '../../../lib/domaine/compte/session'
import { attente } from '../../../lib/domaine/compte/tentatives'

const H = 3_600_000
const t0 = new Date('2026-03-02T08:00:00Z')
const apres = (ms: number) => new Date(t0.getTime() + ms)

describe('Durée d’une session', () => {
  it('glisse de douze heures, sans dépasser sept jours', () => {
    expect(expiration(t0, apres(2 * H))).toEqual(apres(14 * H))
    expect(expiration(t0, apres(167 * H))).toEqual(apres(168 * H))
  })

  it('se ferme à l’heure, à la révocation et au septième jour', () => {
    const s = { creeLe: t0, expireLe: apres(12 * H), revoqueeLe: null }
    expect(estOuverte(s, apres(12 * H - 1))).toBe(true)
    expect(estOuverte(s, apres(12 * H))).toBe(false)
    expect(estOuverte({ ...s, revoqueeLe: t0 }, apres(1))).toBe(false)
    expect(estOuverte({ ...s, expireLe: apres(999 * H) }, apres(168 * H))).toBe(false)
  })

  it('ne se réécrit qu’une fois par cinq minutes', () => {
    expect(estAProlonger(t0, apres(299_999))).toBe(false)
    expect(estAProlonger(t0, apres(300_000))).toBe(true)
  })
})

describe('Attente après des échecs', () => {
  it('laisse quatre essais, puis double de 30 s à 15 min', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 500].map((n) => attente('compte', n) / 1000)).toEqual([
      0, 0, 30, 60, 120, 240, 480, 900, 900,
    ])
  })

  it('est plus patiente avec une adresse partagée', () => {
    expect(attente('adresse', 39)).toBe(0)
    expect(attente('adresse', 40)).toBe(30_000)
  })
})
