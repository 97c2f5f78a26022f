import { describe, expect, it } from 'vitest'
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
  it('dit un code posé par un schéma', () => {
    expect(messageChamp('date')).toMatch(/^Indiquez une date/)
  })
  it.each(['Something weird', 'constructor', ''])('ne montre jamais un message brut (« %s »)', (code) => {
    expect(messageChamp(code)).toMatch(/^Cette réponse/)
  })
})
