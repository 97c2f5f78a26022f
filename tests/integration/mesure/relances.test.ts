import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { contesterMesure } from '@/lib/cas-usage/mesure/contester-mesure'
import { saisirMesure } from '@/lib/cas-usage/mesure/saisir-mesure'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireAccueil } from '@/lib/lectures/accueil/lire-accueil'
import { lireASaisir } from '@/lib/lectures/mesure/lire-a-saisir'
import { lireMesures } from '@/lib/lectures/mesure/lire-mesures'
import { tachesDe } from '@/lib/presentation/accueil'
import { relancerLesMesures } from '@/lib/serveur/ouvrier/relances'
import { uneConventionAMesurer } from '../../fabriques/mesure'
import { unHabilite } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let cms: Acteur
let gentilly: Acteur
let mairie: Acteur
let c: Awaited<ReturnType<typeof uneConventionAMesurer>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
  gentilly = await unHabilite(t, 'DIRECTION_CMS', 'gentilly')
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
  c = await uneConventionAMesurer(t)
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const le = (jour: string) => new Date(`${jour}T10:00:00Z`)
const courriels = () =>
  t.proprietaire.courriel.findMany({
    where: { gabarit: 'mesures-a-saisir' },
    orderBy: { creeLe: 'asc' },
    select: { destinataireNom: true, donnees: true },
  })

describe('Ce qui est à saisir', () => {
  it('du côté du centre : ses périodes finies, puis en cours, et ce qui viendra', async () => {
    const lu = await lireASaisir(cms, MAINTENANT)
    const cle = (p: { libelle: string; debut: string; fin: string }) =>
      `${p.fin} ${p.libelle.slice(0, 8)} ${p.debut}`
    expect(lu.finies.map((p) => p.fin)).toEqual(lu.finies.map((p) => p.fin).sort())
    expect(lu.finies.map(cle).sort()).toEqual([
      '2026-03-31 Accueill 2026-02-01',
      '2026-03-31 Écrire p 2026-02-01',
      '2026-06-30 Accueill 2026-04-01',
      '2026-06-30 Réunir l 2026-02-01',
      '2026-06-30 Écrire p 2026-04-01',
      '2026-09-30 Accueill 2026-07-01',
      '2026-09-30 Écrire p 2026-07-01',
      '2026-10-31 Remettre 2026-02-01',
    ])
    expect(lu.finies[0]).toMatchObject({ ville: 'Arcueil', reference: c.reference, contestation: null })
    expect(lu.enCours.map((p) => p.fin)).toEqual(['2026-12-31', '2026-12-31', '2026-12-31'])
    expect(lu.ensuite[0]).toEqual({ fin: '2026-12-31', nombre: 3 })
    expect((await lireASaisir(mairie, MAINTENANT)).finies).toHaveLength(8)
    const direction = (await lireASaisir(t.direction, MAINTENANT)).finies.map((p) => p.libelle.slice(0, 8))
    expect(direction.sort()).toEqual(['Répondre', 'Répondre', 'Répondre', 'Réunir l'])
  })

  it('rien pour un autre centre, un autre groupe ni le siège', async () => {
    for (const qui of [gentilly, t.exterieur, t.siege])
      expect(await lireASaisir(qui, MAINTENANT)).toMatchObject({
        finies: [],
        enCours: [],
        ensuite: [],
        aValider: [],
      })
    const { engagementId } = await c.mesure('medecins', '2026-04-01')
    for (const qui of [gentilly, t.exterieur])
      expect(await lireMesures(qui, c.reference, engagementId, MAINTENANT)).toBeNull()
    expect(
      (await lireMesures(t.siege, c.reference, engagementId, MAINTENANT))?.mesures.map((m) => m.gestes),
    ).toEqual(Array.from({ length: 4 }, () => []))
  })

  it('ce que l’autre côté a saisi est à valider ; ce qu’il conteste, à corriger ou maintenir', async () => {
    const { id, engagementId } = await c.mesure('medecins', '2026-07-01')
    const constat = {
      constat: { genre: 'nombre' as const, nombre: 4 },
      commentaire: null,
      preuveLien: null,
      fichierId: null,
    }
    await agir(cms, saisirMesure, { mesureId: id, version: 1, ...constat })
    expect((await lireASaisir(t.direction, MAINTENANT)).aValider.map((p) => p.mesureId)).toEqual([id])
    await agir(t.direction, contesterMesure, { mesureId: id, version: 2, motif: 'Deux, pas quatre' })
    const lu = await lireASaisir(cms, MAINTENANT)
    expect(lu.contestees).toMatchObject([{ mesureId: id, contestation: { motif: 'Deux, pas quatre' } }])
    expect((await lireASaisir(t.direction, MAINTENANT)).aValider).toEqual([])
    const accueil = await lireAccueil(cms, 'session-d-essai', MAINTENANT)
    expect(accueil.aMesurer).toEqual({ finies: 7, contestees: 1, aValider: 0 })
    expect(tachesDe(accueil, cms, '2026-11-22').map((x) => x.href)).toEqual(
      expect.arrayContaining(['/a-saisir#contestees', '/a-saisir#finies']),
    )
    expect((await lireAccueil(gentilly, 'session-d-essai', MAINTENANT)).aMesurer.finies).toBe(0)
    const fiche = await lireMesures(cms, c.reference, engagementId, MAINTENANT)
    expect(fiche?.mesures.find((m) => m.mesureId === id)?.gestes).toEqual(['corriger', 'maintenir'])
    const prevenus = await t.proprietaire.courriel.findMany({ where: { gabarit: 'mesure-contestee' } })
    expect(prevenus.map((p) => p.destinataireNom)).toEqual([cms.nom])
  })
})

describe('Les relances', () => {
  it('un seul courriel par personne, quinze jours après la fin, trente jours au moins entre deux', async () => {
    // Le 15 avril 2026, quinze jours exactement après le 31 mars ; la veille, personne.
    expect(await relancerLesMesures(le('2026-04-14'))).toBe(0)
    expect(await relancerLesMesures(le('2026-04-15'))).toBeGreaterThan(0)
    const premiers = await courriels()
    expect(premiers.filter((p) => p.destinataireNom === cms.nom)).toEqual([
      { destinataireNom: cms.nom, donnees: { nombre: 2, conventions: 'Arcueil', fin: '2026-03-31' } },
    ])
    for (const autre of [gentilly, mairie])
      expect(premiers.some((p) => p.destinataireNom === autre.nom)).toBe(false)
    expect(await relancerLesMesures(le('2026-05-14'))).toBe(0)
    expect(await relancerLesMesures(le('2026-05-16'))).toBeGreaterThan(0)
    expect((await courriels()).filter((p) => p.destinataireNom === cms.nom)).toHaveLength(2)
    const m = await c.mesure('medecins', '2026-02-01')
    expect([m.relanceLe, m.version]).toEqual([le('2026-05-16'), 1])
  })
})
