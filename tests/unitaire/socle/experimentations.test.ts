import { expect, it } from 'vitest'
import { z } from 'zod'
import { schemaDate } from '@/lib/domaine/calendrier/schema-date'
import { CENTRES, PARTENARIATS } from '@/prisma/demonstration/centres'
import { HOPITAUX } from '@/prisma/demonstration/hopitaux'
import { EXPERIMENTATIONS } from '@/prisma/socle/experimentations'

const code = z.string().regex(/^[a-z0-9-]{2,80}$/)
const phrase = z
  .string()
  .min(5)
  .max(220)
  .regex(/^[^'"]+$/)
/** Strict : ni résultat, ni décision, ni rien que les sources ne disent pas. */
const schema = z.array(
  z.strictObject({
    cle: code,
    intitule: phrase,
    perimetre: z.strictObject({
      groupe: code,
      sites: z.array(code),
      services: z.array(code),
      centres: z.array(code),
    }),
    debutLe: schemaDate.nullable(),
    debutAnnonce: phrase.nullable(),
    dureeMois: z.number().int().positive().nullable(),
    observe: z.array(phrase).min(1),
    note: phrase.nullable(),
    source: phrase,
  }),
)

it('a la forme attendue, sans résultat, avec des clés uniques', () => {
  const lues = schema.parse(EXPERIMENTATIONS)
  expect(new Set(lues.map((e) => e.cle)).size).toBe(lues.length)
})

it('compte les huit expérimentations des sources', () => {
  expect(EXPERIMENTATIONS.map((e) => e.cle)).toEqual([
    'imagerie-bicetre',
    'hdj-pole-i3e',
    'creneaux-medecine-interne-beclere',
    'consultations-avancees-medecine-interne',
    'staffs-medecine-interne',
    'poste-radiologie-arcueil',
    'poste-radiologie-ivry-bagneux',
    'cellule-gennevilliers',
  ])
})

it('nomme des organisations de la démonstration, à leur place', () => {
  const hopitaux = new Map(HOPITAUX.map((o) => [o.code, o]))
  const centres = new Set(CENTRES.map((c) => c.code))
  for (const { cle, perimetre } of EXPERIMENTATIONS) {
    expect(hopitaux.get(perimetre.groupe)?.nature, cle).toBe('GROUPE_HOSPITALIER')
    for (const site of perimetre.sites)
      expect(hopitaux.get(site), cle).toMatchObject({ nature: 'SITE', parent: perimetre.groupe })
    for (const s of perimetre.services) {
      const service = hopitaux.get(s)
      expect(['SERVICE', 'POLE'], cle).toContain(service?.nature)
      expect([perimetre.groupe, ...perimetre.sites], cle).toContain(service?.parent)
    }
    for (const c of perimetre.centres) {
      expect(centres.has(c), cle).toBe(true)
      expect(
        PARTENARIATS.some((p) => p.centre === c && p.groupe === perimetre.groupe),
        cle,
      ).toBe(true)
    }
  }
})

it('n’invente ni jour de début, ni durée : seule la cellule de Gennevilliers a la sienne', () => {
  for (const e of EXPERIMENTATIONS) {
    expect(e.debutLe, e.cle).toBeNull()
    expect(e.debutAnnonce, e.cle).not.toBeNull()
    expect(e.dureeMois, e.cle).toBe(e.cle === 'cellule-gennevilliers' ? 24 : null)
  }
})
