import { expect, it } from 'vitest'
import { lireReglages } from '../../../scripts/reglages.mjs'

const AUTH_SECRET = 'q7Zt0vN2mXc8Lb5RkYw1Ha9GdPs4EfUj6'
const EXTERNE = { DATABASE_URL: 'postgresql://a@b/c', AUTH_SECRET }
const lu = (env: Record<string, string>) => {
  const { demonstration, histoire } = lireReglages({ NODE_ENV: 'test', ...env })
  return { demonstration, histoire }
}

it.each([
  ['la base embarquée a la démonstration et son histoire', {}, true, true],
  ['une base réelle n’a ni l’une ni l’autre', EXTERNE, false, false],
  ['une base réelle l’a si on la demande', { ...EXTERNE, DEMONSTRATION: '1' }, true, true],
  ['« comptes » laisse l’histoire de côté', { DEMONSTRATION: 'comptes' }, true, false],
  ['« 0 » n’a rien', { DEMONSTRATION: '0', AUTH_SECRET }, false, false],
])('%s', (_, env, demonstration, histoire) => {
  expect(lu(env)).toEqual({ demonstration, histoire })
})

it('refuse une autre valeur en une phrase', () => {
  expect(() => lu({ DEMONSTRATION: 'oui' })).toThrow(/^DEMONSTRATION vaut « oui »/)
})
