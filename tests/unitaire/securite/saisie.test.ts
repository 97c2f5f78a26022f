import { describe, expect, it } from 'vitest'
import { texteIllisible } from '@/lib/domaine/saisie'

describe('Un texte illisible', () => {
  it.each([
    ['octet nul', 'a\u0000b'],
    ['sonnerie', '\u0007'],
    ['échappement de terminal', '\u001b[31m'],
    ['effacement', '\u007f'],
    ['commande C1', '\u0085'],
    ['demi-codet isolé', 'a\ud800'],
    ['non-caractère', '\uffff'],
  ])('est trouvé : %s', (_, texte) => {
    expect(texteIllisible(texte)).toBe('')
    expect(texteIllisible({ a: [{ b: 'sain' }, { b: texte }] })).toBe('a.1.b')
    expect(texteIllisible({ a: { [texte]: 'sain' } })).toBe('a')
  })

  it('n’est ni un accent, ni une espace insécable, ni une fin de ligne, ni un dessin hors du plan de base', () => {
    const sain = 'L’Haÿ-les-Roses\u00a0: 3\u202f000 €\r\n\tœuvre 🏥 <script>alert(1)</script>'
    expect(texteIllisible({ a: [sain, null, 3, true, undefined] })).toBeNull()
  })

  it('se cherche à toute profondeur, sans se perdre', () => {
    let profond: unknown = 'a\u0000'
    for (let i = 0; i < 50_000; i++) profond = [profond]
    expect(texteIllisible(profond)).toMatch(/^0(\.0)+$/)
  })
})
