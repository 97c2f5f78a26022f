import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { schemaModifierParametre } from '@/lib/cas-usage/convention/saisies'
import { messageChamp } from '@/lib/presentation/erreurs'
import { relire } from '@/lib/serveur/relire'

const champsDe = (schema: z.ZodType, brut: unknown) => {
  const lu = relire(schema, brut)
  return lu.ok ? null : lu.erreur.champs
}
const GENERALE = messageChamp('forme')

describe('La porte des écritures', () => {
  it.each([
    ['requis', z.string(), undefined],
    ['requis', z.string(), null],
    ['requis', z.string().min(1), ''],
    ['requis', z.array(z.string()).min(1), []],
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
    ['choix', z.uuid(), 'x'],
    ['date', z.iso.date(), 'x'],
    ['lien', z.url(), 'x'],
    ['forme', z.string().regex(/^a$/), 'b'],
    ['forme', z.union([z.string(), z.number()]), {}],
    ['forme', z.string(), 3],
  ] as const)('répond « %s » quand le schéma ne dit rien', (code, schema, valeur) => {
    expect(champsDe(z.strictObject({ a: schema }), { a: valeur })).toEqual({ a: code })
    if (code !== 'forme') expect(messageChamp(code)).not.toBe(GENERALE)
  })

  it('garde le code que le schéma a posé, le premier pour chaque champ', () => {
    const schema = z.strictObject({ a: z.string().min(3, { message: 'motif' }).regex(/^z/), b: z.number() })
    expect(champsDe(schema, { a: 'x', b: 'y' })).toEqual({ a: 'motif', b: 'nombre' })
  })

  it('ne laisse voyager aucune phrase, même d’un champ de trop ou d’une valeur imbriquée', () => {
    const brut = { acteId: 'x', cle: 'Prix', version: 1.2, valeur: { genre: 'inconnu' }, deTrop: 1 }
    const codes = Object.values(champsDe(schemaModifierParametre, brut) ?? {})
    expect(codes.length).toBeGreaterThan(3)
    for (const code of codes) expect(code).toMatch(/^[a-z-]+$/)
  })

  it('refuse avant le schéma un texte illisible', () => {
    expect(champsDe(z.any(), { a: { b: '\u0000' } })).toEqual({ 'a.b': 'illisible' })
  })
})
