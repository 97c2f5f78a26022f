import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparerBlocs, comparerMots } from '@/lib/domaine/texte/difference'
import { alignerMots, cleDeLecture } from '@/lib/domaine/texte/mots'

const cote = (m: { texte: string; etat: string }[], exclu: string) =>
  m
    .filter((x) => x.etat !== exclu)
    .map((x) => x.texte)
    .join('')

describe('Différence mot à mot', () => {
  it('montre le mot remplacé, pas la phrase', () => {
    expect(comparerMots('répond sous 48 h au médecin', 'répond sous 24 h au médecin')).toEqual([
      { texte: 'répond sous ', etat: 'egal' },
      { texte: '48 h', etat: 'retrait' },
      { texte: '24 h', etat: 'ajout' },
      { texte: ' au médecin', etat: 'egal' },
    ])
  })

  it('garde l’apostrophe avec son mot', () => {
    const m = comparerMots('le médecin de l’hôpital', 'le médecin d’Arcueil')
    expect(m.filter((x) => x.etat === 'ajout').map((x) => x.texte)).toContain('d’Arcueil')
  })

  it('garde entiers les nombres, les dates et leurs unités', () => {
    const change = (a: string, b: string) =>
      comparerMots(a, b)
        .filter((m) => m.etat !== 'egal')
        .map((m) => m.texte)
    expect(change('le 1er mars 2026 au plus tard', 'le 15 mars 2026 au plus tard')).toEqual([
      '1er mars 2026',
      '15 mars 2026',
    ])
    expect(change('soit 6 305,31 € par an', 'soit 6 405,31 € par an')).toEqual(['6 305,31 €', '6 405,31 €'])
    expect(change('pour trois ans, à 10 %', 'pour trois ans, à 12,5 %')).toEqual(['10 %', '12,5 %'])
    expect(change('dès 9 h 30 le lundi', 'dès 10 h 15 le lundi')).toEqual(['9 h 30', '10 h 15'])
  })

  it('ne fait pas de confettis : un mot court entre deux changements les suit', () => {
    expect(comparerMots('le médecin de garde décide seul', 'le cadre de nuit décide seul')).toEqual([
      { texte: 'le ', etat: 'egal' },
      { texte: 'médecin de garde', etat: 'retrait' },
      { texte: 'cadre de nuit', etat: 'ajout' },
      { texte: ' décide seul', etat: 'egal' },
    ])
  })

  it('lit d’un bloc une phrase presque entièrement réécrite', () => {
    const m = comparerMots(
      'Le centre adresse les patients au service, qui programme les rendez-vous et en informe le médecin.',
      'Une réunion annuelle rassemble chaque partie ; le bilan des activités communes y est présenté.',
    )
    expect(m.map((x) => x.etat)).toEqual(['retrait', 'ajout', 'egal'])
    expect(m.at(-1)?.texte).toBe('.')
  })

  it('ignore les espaces insécables et l’apostrophe droite', () => {
    expect(comparerMots('n° 12 ; l’hôpital', "n°\u00a012\u202f; l'hôpital").map((m) => m.etat)).toEqual([
      'egal',
    ])
  })

  it('borne le coût d’un bloc très long et tout réécrit', () => {
    const long = (n: number) => Array.from({ length: 9_000 }, (_, i) => `mot${i * n}`).join(' ')
    const debut = performance.now()
    const s = alignerMots(long(7), long(11))
    expect(performance.now() - debut).toBeLessThan(1_000)
    expect(s.map((x) => x.avant).join('')).toBe(long(7))
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
        expect(cleDeLecture(cote(m, 'ajout'))).toBe(cleDeLecture(avant))
        expect(cote(m, 'retrait')).toBe(apres)
        const s = alignerMots(avant, apres)
        expect(s.map((x) => x.avant).join('')).toBe(avant)
        expect(s.map((x) => x.apres).join('')).toBe(apres)
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
