import { expect, it } from 'vitest'
import { appliquer } from '@/lib/domaine/avenant/appliquer'
import { A_BLANC } from '@/lib/domaine/avenant/etat'
import { numeroInsere } from '@/lib/domaine/avenant/numeroter-insertion'
import { article, base } from './fabrique'

/** Insère l'une après l'autre des unités après la voisine dite, et rend leurs intitulés. */
function inserer(places: readonly (string | null)[], parent: string | null = null): string[] {
  let e = base()
  const genre = parent ? 'sous-article' : 'article'
  return places.map((apres, i) => {
    const numero = numeroInsere(e, { genre, parent, apres })
    const r = appliquer(
      e,
      [
        {
          genre: 'insertion',
          identite: `n${i}`,
          place: { parent, apres, numero },
          etat: article('x', null, genre),
        },
      ],
      A_BLANC,
    )
    expect(r.conflits).toEqual([])
    e = r.etat
    return numero.intitule
  })
}

it.each([
  ['à la fin', ['astreinte', 'n0'], ['Article 6', 'Article 7']],
  ['entre deux', ['urgences', 'n0', 'n1'], ['Article 3 bis', 'Article 3 ter', 'Article 3 quater']],
  ['devant un bis', ['urgences', 'urgences', 'n1'], ['Article 3 bis', 'Article 3 bis A', 'Article 3 bis B']],
  [
    'devant une lettre',
    ['urgences', 'urgences', 'urgences'],
    ['Article 3 bis', 'Article 3 bis A', 'Article 3 bis AA'],
  ],
  ['en tête', ['preambule', 'preambule', 'n0'], ['Article 1er A', 'Article 1er AA', 'Article 1er B']],
])('numérote %s', (_, places, attendu) => {
  expect(inserer(places)).toEqual(attendu)
})

it('numérote les sous-articles', () => {
  expect(inserer(['scanner', 'irm', null], 'imagerie')).toEqual(['2.1 bis', '2.3', '2.1 A'])
})

it('ne redonne jamais un numéro supprimé', () => {
  const e = base()
  const sans = {
    ...e,
    unites: e.unites.map((u) => (u.identite === 'astreinte' ? { ...u, supprimee: true } : u)),
  }
  const place = { genre: 'article', parent: null, apres: 'astreinte' } as const
  expect(numeroInsere(sans, place).intitule).toBe('Article 6')
  expect(numeroInsere(sans, { ...place, apres: 'suivi' }).intitule).toBe('Article 4 bis')
})

it('saute un numéro qu’un avenant signé a imprimé sans être encore en vigueur', () => {
  const pris = (nu: string, genre: 'article' | 'annexe' = 'article') => ({
    identite: `autre-${nu}`,
    genre,
    nu,
    source: A_BLANC,
  })
  const place = { genre: 'article', parent: null, apres: 'urgences' } as const
  const numero = (...numerosPris: ReturnType<typeof pris>[]) =>
    numeroInsere({ ...base(), numerosPris }, place).intitule
  expect(numero(pris('3 bis'))).toBe('Article 3 ter')
  expect(numero(pris('3 bis'), pris('3 ter'))).toBe('Article 3 quater')
  // Le même numéro d'une annexe n'est pas le sien.
  expect(numero(pris('3 bis', 'annexe'))).toBe('Article 3 bis')
  expect(
    numeroInsere({ ...base(), numerosPris: [pris('6')] }, { ...place, apres: 'astreinte' }).intitule,
  ).toBe('Article 7')
})
