import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparerBlocs, comparerMots } from '@/lib/domaine/texte/difference'

const cote = (m: { texte: string; etat: string }[], exclu: string) =>
  m
    .filter((x) => x.etat !== exclu)
    .map((x) => x.texte)
    .join('')

describe('Différence mot à mot', () => {
  it('montre le mot remplacé, pas la phrase', () => {
    expect(comparerMots('répond sous 48 h au médecin', 'répond sous 24 h au médecin')).toEqual([
      { texte: 'répond sous ', etat: 'egal' },
      { texte: '48', etat: 'retrait' },
      { texte: '24', etat: 'ajout' },
      { texte: ' h au médecin', etat: 'egal' },
    ])
  })

  it('garde l’apostrophe avec son mot', () => {
    const m = comparerMots('le médecin de l’hôpital', 'le médecin d’Arcueil')
    expect(m.filter((x) => x.etat === 'ajout').map((x) => x.texte)).toContain('d’Arcueil')
  })

  it('redonne toujours l’ancien et le nouveau texte', () => {
    const texte = fc
      .array(fc.constantFrom('a', 'le', 'l’', ' ', ', ', 'délai', '48', '\u00a0', 'œuvre', '.'), {
        maxLength: 40,
      })
      .map((t) => t.join(''))
    fc.assert(
      fc.property(texte, texte, (avant, apres) => {
        const m = comparerMots(avant, apres)
        expect(cote(m, 'ajout')).toBe(avant)
        expect(cote(m, 'retrait')).toBe(apres)
      }),
      { numRuns: 500 },
    )
  })
})

describe('Différence de paragraphes', () => {
  it('aligne les égaux, rapproche les modifiés, isole les ajouts', () => {
    const etats = comparerBlocs(
      ['Un préambule.', 'Le CMS répond sous 48 h.', 'Fin.'],
      ['Un préambule.', 'Le CMS répond sous 24 h.', 'Un paragraphe tout neuf sans rapport', 'Fin.'],
    ).map((b) => b.etat)
    expect(etats).toEqual(['egal', 'modifie', 'ajout', 'egal'])
  })

  it('ne perd et n’invente aucun bloc', () => {
    const blocs = fc.array(fc.constantFrom('a b c', 'a b d', 'x y', 'z', 'le délai court', 'le délai long'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(blocs, blocs, (avant, apres) => {
        const r = comparerBlocs(avant, apres)
        const anciens = r.filter((b) => b.etat !== 'ajout').map((b) => cote(b.morceaux, 'ajout'))
        const nouveaux = r.filter((b) => b.etat !== 'retrait').map((b) => cote(b.morceaux, 'retrait'))
        expect(anciens).toEqual(avant)
        expect(nouveaux).toEqual(apres)
      }),
      { numRuns: 500 },
    )
  })
})
