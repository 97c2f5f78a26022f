import { describe, expect, it } from 'vitest'
import { appellationAu, codeReferenceDe } from '@/lib/domaine/organisation/appellation'

const A = {
  nom: 'Groupe ancien',
  sigle: 'GA',
  codeReference: 'GA',
  depuis: '2016-01-01',
  jusqua: '2019-07-01',
}
const B = { nom: 'Groupe nouveau', sigle: 'GN', codeReference: 'GN', depuis: '2019-07-01', jusqua: null }

describe('appellation d’une organisation', () => {
  it('change le jour dit, pas la veille', () => {
    expect(appellationAu([B, A], '2019-06-30')).toBe(A)
    expect(appellationAu([B, A], '2019-07-01')).toBe(B)
  })
  it('est inconnue avant le premier nom', () => {
    expect(appellationAu([A, B], '2015-12-31')).toBeNull()
    expect(appellationAu([], '2020-01-01')).toBeNull()
  })
  it('donne un seul code de référence à une année', () => {
    expect(codeReferenceDe([A, B], 2019)).toBe('GA')
    expect(codeReferenceDe([A, B], 2020)).toBe('GN')
    expect(codeReferenceDe([B], 2019)).toBe('GN')
    expect(codeReferenceDe([A, B], 2002)).toBe('GA')
    expect(codeReferenceDe([], 2020)).toBeNull()
  })
})
