import { describe, expect, it } from 'vitest'
import { FORME_REFERENCE, prefixeReference, reference, troisLettres } from '@/lib/domaine/acte/reference'

describe('Référence d’une convention', () => {
  it('dit le groupe, le gestionnaire, l’année et le rang', () => {
    expect(reference(prefixeReference('HUPS', 'Arcueil', 2026), 1)).toBe('HUPS-ARC-2026-001')
  })

  it.each([
    ['Arcueil', 'ARC'],
    ['L’Haÿ-les-Roses', 'HAY'],
    ["L'Haÿ-les-Roses", 'HAY'],
    ['Le Kremlin-Bicêtre', 'KRE'],
    ['Ivry-sur-Seine', 'IVR'],
    ['Y', 'YXX'],
    ['Œuvre', 'OEU'],
  ])('%s → %s', (nom, code) => expect(troisLettres(nom)).toBe(code))

  it('dépasse mille sans perdre de chiffre', () => {
    const longue = reference('HUPS-ARC-2026', 1234)
    expect(longue).toBe('HUPS-ARC-2026-1234')
    expect(FORME_REFERENCE.test(longue)).toBe(true)
  })
})
