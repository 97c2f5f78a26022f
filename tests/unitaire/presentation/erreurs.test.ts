import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CODES_ERREUR, type DetailsErreur } from '../../../lib/domaine/erreurs'
import { messageChamp, messageErreur } from '../../../lib/presentation/erreurs'

const DETAILS: readonly DetailsErreur[] = [
  {},
  { numero: '4821', minutes: 3, manques: ['le maire', 'la date'] },
]

describe('messageErreur', () => {
  it.each(CODES_ERREUR)('dit %s en français, sans code ni valeur vide', (code) => {
    for (const details of DETAILS) {
      const { titre, conseil } = messageErreur({ code, details })
      expect(titre.length).toBeGreaterThan(8)
      expect(`${titre} ${conseil}`).not.toMatch(/[A-Z]{2,}_|undefined|null|NaN|\[object/)
      expect(conseil).toMatch(/[.]$/)
      expect(`${titre} ${conseil}`).not.toMatch(/ [;!?:»%]/)
    }
  })
})

describe('messageChamp', () => {
  it.each([
    ['requis', z.string(), undefined],
    ['requis', z.string().min(1), ''],
    ['trop-court', z.string().min(12), 'abc'],
    ['trop-long', z.string().max(2), 'abc'],
    ['courriel', z.email(), 'abc'],
    ['nombre', z.number(), 'abc'],
    ['nombre', z.coerce.number(), 'abc'],
    ['entier', z.number().int(), 1.5],
    ['positif', z.number().positive(), -1],
    ['trop-petit', z.number().min(3), 1],
    ['trop-grand', z.number().max(3), 8],
    ['choix', z.enum(['a', 'b']), 'c'],
    ['date', z.iso.date(), 'x'],
    ['lien', z.url(), 'x'],
  ] as const)('reconnaît %s dans le message d’origine de zod', (code, schema, valeur) => {
    const lu = schema.safeParse(valeur)
    expect(messageChamp(lu.error?.issues[0]?.message ?? '')).toBe(messageChamp(code))
  })
  it('ne montre jamais un message brut', () => {
    expect(messageChamp('Something weird')).toMatch(/^Cette réponse/)
  })
})
