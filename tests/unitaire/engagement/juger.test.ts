import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cible } from '@/lib/domaine/engagement/cible'
import { compter, conformite, DECOMPTE_VIDE, resumer } from '@/lib/domaine/engagement/conformite'
import { type Constat, JUGEMENTS, type Jugement, juger, tendance } from '@/lib/domaine/engagement/juger'

const auLe = '2026-11-22'
const rapport = (numerateur: number, denominateur: number): Constat => ({
  genre: 'rapport',
  numerateur,
  denominateur,
})
const nombre = (n: number): Constat => ({ genre: 'nombre', nombre: n })
const DELAI: Cible = { genre: 'delai', nombre: 48, unite: 'heure', decompte: 'calendaire', part: 90 }
const DEUX_PAR_AN: Cible = { genre: 'frequence', nombre: 2, par: 'an' }
const AU_MOINS: Cible = { genre: 'taux', pourcent: 80, sens: 'au-moins' }
const AU_PLUS: Cible = { genre: 'taux', pourcent: 10, sens: 'au-plus' }
const LIVRABLE: Cible = { genre: 'livrable', echeance: '2026-06-30' }

describe('Un constat se juge par sa cible', () => {
  it.each<[string, Cible | null, Constat | null, Jugement]>([
    ['90 % visés, 9 sur 10', DELAI, rapport(9, 10), 'respecte'],
    ['90 % visés, 89 sur 100', DELAI, rapport(89, 100), 'a-surveiller'],
    ['90 % visés, 72 sur 100 : le bord du seuil', DELAI, rapport(72, 100), 'a-surveiller'],
    ['90 % visés, 71 sur 100', DELAI, rapport(71, 100), 'non-respecte'],
    ['aucune demande', DELAI, rapport(0, 0), 'sans-objet'],
    ['rien de saisi', DELAI, null, 'non-mesure'],
    ['une cible qui reste à dire', null, rapport(10, 10), 'non-mesure'],
    ['deux staffs par an, deux tenus', DEUX_PAR_AN, nombre(2), 'respecte'],
    ['deux staffs par an, un tenu', DEUX_PAR_AN, nombre(1), 'non-respecte'],
    ['cinq promis, quatre tenus', { ...DEUX_PAR_AN, nombre: 5 }, nombre(4), 'a-surveiller'],
    ['au moins 80 %, 80 sur 100', AU_MOINS, rapport(80, 100), 'respecte'],
    ['au moins 80 %, 64 sur 100', AU_MOINS, rapport(64, 100), 'a-surveiller'],
    ['au plus 10 %, 10 sur 100', AU_PLUS, rapport(10, 100), 'respecte'],
    ['au plus 10 %, 12 sur 100', AU_PLUS, rapport(12, 100), 'a-surveiller'],
    ['au plus 10 %, 13 sur 100', AU_PLUS, rapport(13, 100), 'non-respecte'],
    [
      'au moins 20 dossiers, 16',
      { genre: 'quantite', nombre: 20, sens: 'au-moins', unite: 'dossiers' },
      nombre(16),
      'a-surveiller',
    ],
    ['constaté', { genre: 'permanent' }, { genre: 'etat', etat: 'oui' }, 'respecte'],
    ['constaté en partie', { genre: 'permanent' }, { genre: 'etat', etat: 'partiel' }, 'a-surveiller'],
    ['constaté absent', { genre: 'permanent' }, { genre: 'etat', etat: 'non' }, 'non-respecte'],
    ['remis le jour dit', LIVRABLE, { genre: 'remise', le: '2026-06-30' }, 'respecte'],
    ['remis le lendemain', LIVRABLE, { genre: 'remise', le: '2026-07-01' }, 'non-respecte'],
    ['échu, dit non remis', LIVRABLE, { genre: 'remise', le: null }, 'non-respecte'],
    ['échu, rien de dit', LIVRABLE, null, 'non-mesure'],
    ['pas encore dû', { genre: 'livrable', echeance: '2026-11-22' }, null, 'sans-objet'],
  ])('%s', (_, cible, constat, attendu) => {
    expect(juger(cible, constat, { auLe })).toBe(attendu)
  })

  it('suit le seuil de l’engagement', () => {
    expect(juger(DELAI, rapport(85, 100), { auLe, seuil: 100 })).toBe('non-respecte')
    expect(juger(DELAI, rapport(46, 100), { auLe, seuil: 50 })).toBe('a-surveiller')
  })

  it('refuse un constat d’un autre genre', () => {
    expect(() => juger(DELAI, nombre(3), { auLe })).toThrow(RangeError)
    expect(() => juger(LIVRABLE, rapport(1, 1), { auLe })).toThrow(RangeError)
  })
})

const RANG: Record<Jugement, number> = {
  'non-mesure': -1,
  'sans-objet': -1,
  'non-respecte': 0,
  'a-surveiller': 1,
  respecte: 2,
}

describe('Propriétés du jugement', () => {
  it('une meilleure mesure n’abaisse jamais un jugement', () => {
    const bornes = fc.record({
      cible: fc.integer({ min: 0, max: 100 }),
      seuil: fc.integer({ min: 1, max: 100 }),
      denominateur: fc.integer({ min: 1, max: 400 }),
      sens: fc.constantFrom('au-moins' as const, 'au-plus' as const),
    })
    fc.assert(
      fc.property(bornes, fc.nat(400), fc.nat(400), ({ cible, seuil, denominateur, sens }, x, y) => {
        const [petit, grand] = [Math.min(x, y, denominateur), Math.min(Math.max(x, y), denominateur)]
        const [pire, mieux] = sens === 'au-moins' ? [petit, grand] : [grand, petit]
        const c: Cible = { genre: 'taux', pourcent: cible, sens }
        const j = (n: number) => RANG[juger(c, rapport(n, denominateur), { auLe, seuil })]
        expect(j(mieux)).toBeGreaterThanOrEqual(j(pire))
        const q: Cible = { genre: 'quantite', nombre: cible, sens, unite: 'x' }
        const k = (n: number) => RANG[juger(q, nombre(n), { auLe, seuil })]
        expect(k(mieux)).toBeGreaterThanOrEqual(k(pire))
      }),
      { numRuns: 3_000 },
    )
  })

  it('rien de mesuré n’est jamais tenu pour respecté, quelle que soit la cible', () => {
    const cibles: Cible[] = [DELAI, DEUX_PAR_AN, AU_MOINS, AU_PLUS, LIVRABLE, { genre: 'permanent' }]
    for (const c of cibles) expect(juger(c, null, { auLe })).not.toBe('respecte')
  })

  it('une remise plus tôt ne juge jamais plus mal', () => {
    const jour = fc.integer({ min: 1, max: 28 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`)
    fc.assert(
      fc.property(jour, jour, jour, (echeance, a, b) => {
        const j = (le: string) =>
          RANG[juger({ genre: 'livrable', echeance }, { genre: 'remise', le }, { auLe })]
        expect(j(a < b ? a : b)).toBeGreaterThanOrEqual(j(a < b ? b : a))
      }),
    )
  })
})

describe('La tendance', () => {
  const p = (jugement: Jugement, valeur: number | null, sens: 'au-moins' | 'au-plus' = 'au-moins') => ({
    jugement,
    valeur,
    sens,
  })
  it('compare les jugements, puis les valeurs, et ne compare jamais à rien', () => {
    expect(tendance(p('non-respecte', 60), p('a-surveiller', 75))).toBe('mieux')
    expect(tendance(p('respecte', 95), p('respecte', 91))).toBe('moins-bien')
    expect(tendance(p('respecte', 95), p('respecte', 96))).toBe('stable')
    expect(tendance(p('a-surveiller', 12, 'au-plus'), p('a-surveiller', 16, 'au-plus'))).toBe('moins-bien')
    expect(tendance(null, p('respecte', 96))).toBeNull()
    expect(tendance(p('non-mesure', null), p('respecte', 96))).toBeNull()
    expect(tendance(p('respecte', 96), p('sans-objet', null))).toBeNull()
  })
})

describe('La conformité', () => {
  it('dit ses nombres, et laisse dehors le non mesuré et le sans objet', () => {
    const d = JUGEMENTS.reduce((t, j) => compter(t, j, 3), DECOMPTE_VIDE)
    expect(conformite(d)).toEqual({
      respectees: 3,
      jugees: 9,
      nonMesurees: 3,
      taux: 100 / 3,
      petitNombre: false,
    })
    expect(conformite(compter(DECOMPTE_VIDE, 'non-mesure', 7))).toEqual({
      respectees: 0,
      jugees: 0,
      nonMesurees: 7,
      taux: null,
      petitNombre: false,
    })
    expect(conformite(compter(DECOMPTE_VIDE, 'respecte', 4)).petitNombre).toBe(true)
  })
  it('résume par le plus préoccupant', () => {
    expect(resumer(['respecte', 'non-mesure'])).toBe('non-mesure')
    expect(resumer(['respecte', 'a-surveiller', 'non-mesure'])).toBe('a-surveiller')
    expect(resumer([])).toBe('sans-objet')
  })
})
