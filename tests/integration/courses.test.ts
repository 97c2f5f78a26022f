import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { demanderReprise } from '@/lib/cas-usage/acte/reprendre-texte'
import { creerConventions } from '@/lib/cas-usage/convention/creer-conventions'
import { modifierUnite } from '@/lib/cas-usage/convention/modifier-unite'
import { ErreurMetier } from '@/lib/domaine/erreurs'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { agir, ouvrirTerritoire, type Territoire, unBrouillon } from '../fabriques/territoire'

/** Tours de chaque course : peu dans les essais, mille par `npm run bancs -- courses`. */
const TOURS = Number(process.env.TOURS ?? 12)
const DELAI = Math.max(60_000, TOURS * 400)

let t: Territoire
beforeAll(async () => {
  t = await ouvrirTerritoire()
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

/** Deux gestes partis ensemble : ce que chacun a rendu, ou le code de son refus. */
async function ensemble<T>(un: () => Promise<T>, deux: () => Promise<T>): Promise<(T | string)[]> {
  const dire = (p: Promise<T>) =>
    p.catch((e: unknown) => {
      if (e instanceof ErreurMetier) return e.code
      throw e
    })
  return Promise.all([dire(un()), dire(deux())])
}

describe(`Deux personnes au même instant, ${TOURS} fois`, () => {
  it(
    'réécrivent le même article : une seule passe, l’autre l’apprend, rien ne se perd',
    async () => {
      const { acteId } = await unBrouillon(t)
      const unite = await t.proprietaire.unite.findFirstOrThrow({ where: { acteId, genre: 'sous-article' } })
      for (let tour = 0; tour < TOURS; tour++) {
        const version = unite.version + tour
        const ecrire = (qui: string) => () =>
          agir(t.direction, modifierUnite, {
            acteId,
            identite: unite.identite,
            version,
            contenu: lireTexteBalise(`${qui} au tour ${tour}.`, 'x'),
          })
        const rendus = await ensemble<unknown>(ecrire('Un'), ecrire('Deux'))
        const gagnant = rendus.findIndex((r) => typeof r !== 'string')
        expect(rendus.filter((r) => r === 'MODIFIE_ENTRE_TEMPS')).toHaveLength(1)
        const lue = await t.proprietaire.unite.findUniqueOrThrow({ where: { id: unite.id } })
        expect(lue.version).toBe(version + 1)
        expect(JSON.stringify(lue.contenu)).toContain(`${gagnant === 0 ? 'Un' : 'Deux'} au tour ${tour}.`)
      }
    },
    DELAI,
  )

  it(
    'ouvrent une convention : deux références, jamais la même, sans trou',
    async () => {
      const avant = await t.proprietaire.convention.count()
      const ouvrir = () =>
        agir(t.direction, creerConventions, {
          modeleVersionId: t.version('convention-cadre-partenariat'),
          groupeId: t.id('hups'),
          centreIds: [t.id('gentilly')],
        })
      for (let tour = 0; tour < TOURS; tour++) await Promise.all([ouvrir(), ouvrir()])
      const lues = await t.proprietaire.convention.findMany({ where: { reference: { contains: '-GEN-' } } })
      const rangs = lues.map((c) => Number(c.reference.split('-').at(-1))).sort((a, b) => a - b)
      expect(await t.proprietaire.convention.count()).toBe(avant + 2 * TOURS)
      expect(rangs).toEqual(Array.from({ length: 2 * TOURS }, (_, i) => i + 1))
    },
    DELAI * 3,
  )

  it(
    'partagent le même texte, puis demandent sa reprise : un seul passage à chaque fois, une ligne au journal',
    async () => {
      const { acteId } = await unBrouillon(t, 'villejuif')
      const centre = { ...t.cms, organisations: [t.id('villejuif')] }
      const cms = {
        ...centre,
        habilitations: centre.habilitations.map((h) => ({ ...h, organisationId: t.id('villejuif') })),
      }
      for (let tour = 0; tour < Math.min(TOURS, 200); tour++) {
        const version = 1 + 2 * tour
        const partager = () => agir(t.direction, partagerVersion, { acteId, version, message: '' })
        const partages = await ensemble<unknown>(partager, partager)
        expect(partages.filter((r) => typeof r !== 'string')).toHaveLength(1)
        const reprendre = () =>
          agir(cms, demanderReprise, { acteId, version: version + 1, motif: `Au tour ${tour}.` })
        const reprises = await ensemble<unknown>(reprendre, reprendre)
        expect(reprises.filter((r) => typeof r !== 'string')).toHaveLength(1)
      }
      const passages = await t.proprietaire.journal.count({
        where: { acteId, evenement: 'reprise-demandee' },
      })
      expect(passages).toBe(Math.min(TOURS, 200))
      expect(await t.proprietaire.versionActe.count({ where: { acteId } })).toBe(1)
    },
    DELAI * 2,
  )
})
