import { describe, expect, it } from 'vitest'
import {
  type Accord,
  accordsAttendus,
  etatDeLUnite,
  garantsDe,
  groupesDAccord,
} from '@/lib/domaine/acte/accords'

const accord = (organisationId: string, identite: string, empreinte: string, retire = false): Accord => ({
  organisationId,
  identite,
  empreinte,
  retire,
})
const DEUX_CENTRES = { centres: ['c1', 'c2'], gestionnaires: ['ville'] }

describe('L’état d’une unité pour une organisation', () => {
  it.each([
    ['jamais acceptée', [], 'a-relire'],
    ['acceptée dans ces mots', [accord('c1', 'a', 'x')], 'accepte'],
    ['acceptée dans d’autres mots', [accord('c1', 'a', 'y')], 'modifie'],
    ['acceptée puis changée puis revenue', [accord('c1', 'a', 'x'), accord('c1', 'a', 'y')], 'accepte'],
    ['acceptée puis retirée', [accord('c1', 'a', 'x', true)], 'a-relire'],
    ['acceptée par le centre voisin', [accord('c2', 'a', 'x')], 'a-relire'],
    ['acceptée par la mairie', [accord('ville', 'a', 'x')], 'accepte'],
    ['une autre unité acceptée', [accord('c1', 'b', 'x')], 'a-relire'],
    ['l’ensemble accepté ne vaut pas pour une unité', [accord('c1', '', 'x')], 'a-relire'],
  ] as const)('%s', (_, accords, etat) => {
    expect(etatDeLUnite(accords, garantsDe('c1', DEUX_CENTRES), 'a', 'x')).toBe(etat)
  })
  it('l’accord d’un centre ne vaut pas pour la mairie', () => {
    expect(garantsDe('ville', DEUX_CENTRES)).toEqual(['ville'])
  })
})

describe('L’accord sur l’ensemble', () => {
  it.each([
    ['personne', [], ['c1', 'c2']],
    ['un centre sur deux', [accord('c1', '', 'x')], ['c2']],
    ['chaque centre', [accord('c1', '', 'x'), accord('c2', '', 'x')], []],
    ['la mairie pour les deux', [accord('ville', '', 'x')], []],
    ['un texte d’avant', [accord('ville', '', 'y')], ['c1', 'c2']],
    ['un accord retiré', [accord('ville', '', 'x', true)], ['c1', 'c2']],
    ['tous les articles sans l’ensemble', [accord('c1', 'a', 'x'), accord('c2', 'a', 'x')], ['c1', 'c2']],
  ] as const)('%s', (_, accords, reste) => {
    expect(accordsAttendus(accords, DEUX_CENTRES, 'x')).toEqual(reste)
  })
  it('sans centre nommé, c’est le gestionnaire qui accepte', () => {
    expect(accordsAttendus([], { centres: [], gestionnaires: ['ville'] }, 'x')).toEqual(['ville'])
  })
})

describe('Ce qui s’accepte d’un geste', () => {
  const u = (
    identite: string,
    genre: 'visa' | 'preambule' | 'considerant' | 'article' | 'sous-article' | 'annexe',
    rang: number,
    parent: string | null = null,
  ) => ({ identite, genre, rang, parent })
  it('un article va avec ses sous-articles, le préambule avec les visas', () => {
    const groupes = groupesDAccord([
      u('v', 'visa', 1),
      u('p', 'preambule', 2),
      u('k', 'considerant', 1, 'p'),
      u('a', 'article', 3),
      u('a1', 'sous-article', 1, 'a'),
      u('b', 'article', 4),
      u('x', 'annexe', 5),
    ])
    expect(groupes).toEqual([
      { identite: 'v', genre: 'preambule', membres: ['v', 'p', 'k'] },
      { identite: 'a', genre: 'article', membres: ['a', 'a1'] },
      { identite: 'b', genre: 'article', membres: ['b'] },
      { identite: 'x', genre: 'annexe', membres: ['x'] },
    ])
  })
})
