import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { conformite } from '@/lib/domaine/engagement/conformite'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import {
  schemaFiltresComite,
  schemaFiltresMesures,
  schemaFiltresTableau,
} from '@/lib/lectures/tableau/filtres'
import { lireCentre } from '@/lib/lectures/tableau/lire-centre'
import { lireComite } from '@/lib/lectures/tableau/lire-comite'
import { lireSiege } from '@/lib/lectures/tableau/lire-siege'
import { lireTableau } from '@/lib/lectures/tableau/lire-tableau'
import { listerMesures } from '@/lib/lectures/tableau/lister-mesures'
import { desEngagements } from '../../fabriques/mesures'
import { unHabilite } from '../../fabriques/negociation'
import { MAINTENANT, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let gentilly: Acteur
const T1 = { debut: '2026-01-01', fin: '2026-03-31' }
const T2 = { debut: '2026-04-01', fin: '2026-06-30' }
const T3 = { debut: '2026-07-01', fin: '2026-09-30' }
const T4 = { debut: '2026-10-01', fin: '2026-12-31' }

beforeAll(async () => {
  t = await ouvrirTerritoire()
  gentilly = await unHabilite(t, 'DIRECTION_CMS', 'gentilly')
  await desEngagements(t, 'arcueil', [
    {
      cle: 'scanner',
      mesures: [
        { ...T1, jugement: 'respecte', rapport: [9, 10] },
        { ...T2, jugement: 'non-respecte', rapport: [2, 10] },
        { ...T3, jugement: 'a-surveiller', etat: 'CONTESTEE', rapport: [8, 10] },
        T4,
      ],
    },
    {
      cle: 'formation',
      theme: 'formation',
      debiteur: 'centre',
      mesures: [{ ...T2, jugement: 'sans-objet' }, T3, T4],
    },
    { cle: 'messagerie', theme: 'echange-de-donnees', exigibleLe: null, mesures: [] },
    {
      cle: 'rapport',
      theme: 'gouvernance',
      debiteur: 'parties',
      genre: 'livrable',
      mesures: [{ debut: '2026-01-01', fin: '2027-01-31', jugement: 'respecte' }],
    },
  ])
  await desEngagements(t, 'gentilly', [
    { cle: 'scanner', mesures: [{ ...T2, jugement: 'respecte', rapport: [10, 10] }, T3] },
  ])
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const filtres = (f: object = {}) => schemaFiltresTableau.parse(f)
const tableau = (qui: Acteur, f: object = {}) => lireTableau(qui, filtres(f), MAINTENANT)

describe('Le tableau de la direction', () => {
  it('compte à la main : jugées, non mesurées finies, contestées ; ni ce qui court, ni ce qui n’est pas exigible', async () => {
    const lu = await tableau(t.direction)
    const total = lu?.agregats.total.get('')
    // Arcueil : T1 respecté, T2 non respecté, T3 à surveiller (contesté), rapport remis ; Gentilly : T2 respecté.
    expect(total).toEqual({
      decompte: { respecte: 3, 'a-surveiller': 1, 'non-respecte': 1, 'non-mesure': 2, 'sans-objet': 1 },
      contestees: 1,
    })
    expect(total && conformite(total.decompte)).toMatchObject({
      respectees: 3,
      jugees: 5,
      nonMesurees: 2,
      taux: 60,
    })
    expect(lu?.agregats.theme.get('formation')?.decompte).toMatchObject({ 'non-mesure': 1, 'sans-objet': 1 })
    expect(lu?.agregats.theme.has('echange-de-donnees')).toBe(false)
    expect(lu?.agregats.debiteur.get('parties')?.decompte.respecte).toBe(1)
    expect(lu?.suivi).toMatchObject({ engagements: 5, pasEncore: 1, bientot: 0 })
  })

  it('montre la dernière période finie de chaque case, et rien pour ce qui n’est pas encore dû', async () => {
    const lu = await tableau(t.direction)
    const ligne = (cle: string) => lu?.matrice.find((l) => l.cle === cle)?.cellules
    expect(ligne('scanner')?.get('arcueil')).toEqual({
      jugement: 'a-surveiller',
      contestee: true,
      fin: '2026-09-30',
    })
    expect(ligne('scanner')?.get('gentilly')).toMatchObject({ jugement: 'non-mesure', contestee: false })
    expect(ligne('messagerie')?.get('arcueil')).toEqual({ jugement: null, contestee: false, fin: null })
    expect(ligne('formation')?.has('gentilly')).toBe(false)
  })

  it('suit les filtres de l’adresse : centre, thème, débiteur, trimestre', async () => {
    const juge = async (f: object) => (await tableau(t.direction, f))?.agregats.total.get('')?.decompte
    expect(await juge({ centre: 'gentilly' })).toMatchObject({
      respecte: 1,
      'non-mesure': 1,
      'non-respecte': 0,
    })
    expect(await juge({ theme: 'formation' })).toMatchObject({
      respecte: 0,
      'non-mesure': 1,
      'sans-objet': 1,
    })
    expect(await juge({ debiteur: 'centre' })).toMatchObject({ 'non-mesure': 1 })
    expect(await juge({ periode: '2026-T2' })).toMatchObject({
      respecte: 1,
      'non-respecte': 1,
      'sans-objet': 1,
    })
    expect(await juge({ periode: '2025' })).toMatchObject({ respecte: 0, 'non-mesure': 0 })
    expect(await juge({ centre: 'inconnu' })).toMatchObject({ respecte: 0, 'non-mesure': 0 })
  })

  it('dit la tendance par trimestre fini, même quand un seul trimestre est choisi', async () => {
    const lu = await tableau(t.direction, { periode: '2026-T3' })
    expect(lu?.tendance.map((p) => [p.trimestre, p.decompte.respecte, p.decompte['non-mesure']])).toEqual([
      ['2026-T1', 1, 0],
      ['2026-T2', 1, 0],
      ['2026-T3', 0, 2],
    ])
  })

  it('n’a rien à montrer à un autre groupe, et n’existe pas pour un centre', async () => {
    const autre = await tableau(t.exterieur)
    expect(autre?.agregats.total.get('')?.decompte).toMatchObject({ respecte: 0, 'non-mesure': 0 })
    expect(autre?.options.centres).toEqual([])
    expect(await tableau(t.cms)).toBeNull()
    expect((await tableau(t.siege))?.agregats.total.get('')?.decompte.respecte).toBe(3)
  })
})

describe('Les mesures derrière un chiffre', () => {
  const lister = async (qui: Acteur, f: object) =>
    listerMesures(qui, schemaFiltresMesures.parse(f), MAINTENANT)
  it('sont autant que le chiffre, avec leur cible et leur jugement', async () => {
    expect((await lister(t.direction, {})).total).toBe(8)
    expect((await lister(t.direction, { jugement: 'non-mesure' })).total).toBe(2)
    expect((await lister(t.direction, { contestees: 'oui' })).mesures).toMatchObject([
      {
        libelle: 'Promesse scanner',
        numerateur: 8,
        denominateur: 10,
        cible: { pourcent: 90 },
        motif: 'Nos chiffres diffèrent',
      },
    ])
    expect((await lister(t.direction, { engagement: 'scanner', centre: 'gentilly' })).total).toBe(2)
  })
  it('restent celles que l’acteur lit', async () => {
    expect((await lister(t.cms, {})).total).toBe(6)
    expect((await lister(gentilly, {})).total).toBe(2)
    expect((await lister(gentilly, { centre: 'arcueil' })).total).toBe(0)
    expect((await lister(t.exterieur, {})).total).toBe(0)
    expect((await lister(t.juridique, {})).total).toBe(0)
  })
})

describe('Le tableau d’un centre', () => {
  const centre = (qui: Acteur, code = 'arcueil') => lireCentre(qui, code, filtres(), MAINTENANT)
  it('range promesses, période précédente, à saisir et prochaine date', async () => {
    const lu = await centre(t.cms)
    expect(lu?.sien).toBe(true)
    expect(lu?.promesses.find((p) => p.cle === 'scanner')).toMatchObject({
      jugement: 'a-surveiller',
      avant: 'non-respecte',
      contestee: true,
      numerateur: 8,
      denominateur: 10,
      prochaine: '2026-12-31',
    })
    expect(lu?.promesses.find((p) => p.cle === 'messagerie')).toMatchObject({
      jugement: null,
      exigibleLe: null,
    })
    expect(lu?.aSaisir.map((a) => [a.libelle, a.fin])).toEqual([['Promesse formation', '2026-09-30']])
    expect(lu?.textes).toHaveLength(1)
  })
  it('n’existe ni pour un autre centre, ni pour un groupe sans lien', async () => {
    expect(await centre(gentilly)).toBeNull()
    expect(await centre(t.exterieur)).toBeNull()
    expect(await centre(t.direction, 'inconnu')).toBeNull()
    expect((await centre(t.siege))?.sien).toBe(false)
    expect((await centre(t.siege))?.besoins).toEqual([])
  })
})

describe('Le siège et le comité', () => {
  it('le siège lit la coopération de chaque couple ; personne d’autre n’a ce tableau', async () => {
    const lu = await lireSiege(t.siege, filtres(), MAINTENANT)
    const arcueil = lu?.centres.find((c) => c.code === 'arcueil')
    expect(arcueil?.groupes.get('hups')).toBe('structuree')
    expect(lu?.centres.find((c) => c.code === 'fontenay-aux-roses')?.groupes.get('hups')).toBe('aucune')
    expect(lu?.agregats.couple.get('hups/arcueil')?.decompte.respecte).toBe(2)
    expect(await lireSiege(t.direction, filtres(), MAINTENANT)).toBeNull()
    expect(await lireSiege(t.cms, filtres(), MAINTENANT)).toBeNull()
  })
  it('le comité compare l’avant et l’après d’une date, et nomme ce qui a changé', async () => {
    const f = schemaFiltresComite.parse({ depuis: '2026-07-01', du: '2026-01-01' })
    const lu = await lireComite(t.direction, f, MAINTENANT)
    expect(lu.comptes.avant.total.get('')?.decompte).toMatchObject({
      respecte: 2,
      'non-respecte': 1,
      'non-mesure': 0,
    })
    expect(lu.comptes.apres.total.get('')?.decompte).toMatchObject({
      respecte: 1,
      'a-surveiller': 1,
      'non-mesure': 2,
    })
    expect(lu.changements.map((c) => [c.centre, c.cle, c.avant, c.apres])).toEqual([
      ['arcueil', 'scanner', 'non-respecte', 'a-surveiller'],
      ['arcueil', 'formation', 'sans-objet', 'non-mesure'],
      ['gentilly', 'scanner', 'respecte', 'non-mesure'],
    ])
    expect((await lireComite(gentilly, f, MAINTENANT)).changements.map((c) => c.centre)).toEqual(['gentilly'])
  })
})

describe('Le nombre de requêtes', () => {
  it('ne suit ni les mesures ni les centres', async () => {
    const espion = vi.spyOn(pg.Client.prototype, 'query')
    const compter = async () => {
      espion.mockClear()
      await tableau(t.direction)
      return espion.mock.calls.length
    }
    const avant = await compter()
    await desEngagements(t, 'fontenay-aux-roses', [
      { cle: 'scanner', mesures: [T1, T2, T3] },
      { cle: 'autre', theme: 'sortie', mesures: [T1, T2, T3] },
    ])
    expect(await compter()).toBe(avant)
    expect(avant).toBeGreaterThan(8)
    expect(avant).toBeLessThan(20)
    espion.mockRestore()
  })
})
