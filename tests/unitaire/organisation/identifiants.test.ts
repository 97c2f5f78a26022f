import { describe, expect, it } from 'vitest'
import {
  estCodeInsee,
  estRpps,
  estSiren,
  estSiret,
  finessPlausible,
  sansEspace,
} from '@/lib/domaine/organisation/identifiants'

describe('identifiants', () => {
  it('reconnaît un SIREN par sa clé', () => {
    expect(estSiren('732829320')).toBe(true)
    expect(estSiren('732829321')).toBe(false)
    expect(estSiren('73282932')).toBe(false)
    expect(estSiren('73282932A')).toBe(false)
  })
  it('reconnaît un SIRET par son SIREN et sa propre clé', () => {
    expect(estSiret('73282932000074')).toBe(true)
    expect(estSiret('73282932000075')).toBe(false)
    expect(estSiret('73282932100073')).toBe(false)
  })
  it('applique à La Poste la somme multiple de cinq', () => {
    expect(estSiret('35600000000048')).toBe(true) // siège : suit aussi la clé
    expect(estSiret('35600000049837')).toBe(true) // 45, multiple de cinq, sans la clé de Luhn
    expect(estSiret('35600000049838')).toBe(false)
  })
  it('reconnaît un RPPS de onze chiffres', () => {
    expect(estRpps('10003456786')).toBe(true)
    expect(estRpps('10003456781')).toBe(false)
    expect(estRpps('1000345678')).toBe(false)
  })
  it('juge la forme d’un FINESS, Corse comprise', () => {
    expect(finessPlausible('940100043')).toBe(true)
    expect(finessPlausible('2A0000014')).toBe(true)
    expect(finessPlausible('94010004')).toBe(false)
  })
  it('garde le code INSEE en texte', () => {
    expect(estCodeInsee('94003')).toBe(true)
    expect(estCodeInsee('2B033')).toBe(true)
    expect(estCodeInsee('01004')).toBe(true)
    expect(estCodeInsee('2C033')).toBe(false)
    expect(estCodeInsee('9400')).toBe(false)
  })
  it('accepte les espaces d’une saisie', () => {
    expect(sansEspace('732\u00a0829\u202f320 00074')).toBe('73282932000074')
  })
})
