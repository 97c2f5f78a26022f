import { describe, expect, it } from 'vitest'
import { suiteInterne } from '../../../lib/serveur/suite'

describe('Suite après la connexion', () => {
  it.each([
    '/',
    '/conventions/abc',
    '/administration/utilisateurs?etat=ferme#bas',
    '/recherche?q=https://ailleurs.fr',
  ])('garde le chemin interne %s', (chemin) => expect(suiteInterne(chemin)).toBe(chemin))

  it.each([
    'https://mal.example',
    '//mal.example',
    '/\\mal.example',
    '\\\\mal.example',
    '/\t/mal.example',
    '/\n//mal.example',
    ' /conventions',
    'javascript:alert(1)',
    '/x\\..\\..//mal.example',
    '/.//mal.example',
    '/a/..//mal.example',
    '/connexion?suite=/connexion',
    '/api/auth/signout',
    `/${'a'.repeat(2_000)}`,
    undefined,
    ['/a', '/b'],
  ])('écarte %j', (chemin) => expect(suiteInterne(chemin)).toBe('/'))
})
