import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versIso, versIsoOuNul } from '@/lib/bd/dates'
import { avecActeur } from '@/lib/bd/transaction'
import { direEffet } from '@/lib/cas-usage/avenant/dire-effet'
import { retoucherValeur } from '@/lib/cas-usage/avenant/retoucher-valeur'
import { supprimerUnite } from '@/lib/cas-usage/avenant/supprimer-unite'
import type { Contexte } from '@/lib/cas-usage/contexte'
import { suivreEngagements } from '@/lib/cas-usage/engagement/suivre-engagements'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import {
  signerLAvenant,
  uneConventionPrete,
  uneDeliberationCouvrante,
  unProjet,
} from '../../fabriques/avenant'
import { DECLARATIONS, declarer } from '../../fabriques/engagement'
import { unHabilite } from '../../fabriques/negociation'
import { agir, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let mairie: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
  await declarer(t)
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const suivre = (conventionId: string) =>
  agir(t.direction, (c: Contexte, s: Parameters<typeof suivreEngagements>[1]) => suivreEngagements(c, s), {
    conventionId,
    groupeId: t.id('hups'),
  })
const engagements = (conventionId: string) =>
  t.proprietaire.engagement.findMany({
    where: { conventionId },
    include: { cibles: { orderBy: { depuis: 'asc' } }, portees: { orderBy: { rang: 'asc' } } },
    orderBy: { cle: 'asc' },
  })
const ciblesDe = async (conventionId: string, cle: string) =>
  (await engagements(conventionId))
    .find((e) => e.cle === cle)
    ?.cibles.map((c) => [
      versIso(c.depuis),
      versIsoOuNul(c.jusqua),
      (c.cible as { nombre?: number } | null)?.nombre,
      c.rang,
    ])
const faits = async (acteId: string) =>
  (await t.proprietaire.journal.findMany({ where: { acteId }, orderBy: { id: 'asc' } })).filter((l) =>
    l.evenement.startsWith('engagements'),
  )

async function uneChaine() {
  const c = await uneConventionPrete(t)
  await uneDeliberationCouvrante(t, c)
  await suivre(c.conventionId)
  return c
}

/** Un avenant signé par les deux côtés, le 10 décembre 2026, qui prend effet à ce jour. */
async function signer(c: { acteId: string }, effetLe: string, faire: (acteId: string) => Promise<unknown>) {
  const a = await unProjet(t, c)
  await faire(a.acteId)
  await agir(t.direction, direEffet, { acteId: a.acteId, version: 0, date: effetLe })
  await signerLAvenant(t, mairie, a.acteId)
  return a
}
const raccourcir = (nombre: number) => (acteId: string) =>
  agir(t.direction, retoucherValeur, {
    acteId,
    cle: 'delai_reponse_scanner',
    version: 0,
    valeur: { genre: 'duree', nombre, unite: 'heure' },
  })

describe('Les engagements d’une convention signée', () => {
  it('naissent une fois de ses articles, avec leur cible, leurs portées et ce qui n’est pas encore exigible', async () => {
    const c = await uneChaine()
    const nes = await engagements(c.conventionId)
    expect(nes.map((e) => [e.cle, versIsoOuNul(e.exigibleLe), versIsoOuNul(e.fermeLe)])).toEqual([
      ['comite-de-suivi', '2026-02-01', '2029-01-31'],
      ['comptes-rendus-messagerie', null, '2029-01-31'],
      ['reponse-scanner', '2026-02-01', '2029-01-31'],
    ])
    expect(nes[2]?.portees.map((p) => [p.code, versIsoOuNul(p.exigibleLe)])).toEqual([
      ['scanner', '2026-02-01'],
      ['irm', null],
    ])
    expect(await ciblesDe(c.conventionId, 'reponse-scanner')).toEqual([['2026-02-01', '2029-01-31', 48, 0]])
    expect(await suivre(c.conventionId)).toEqual({ nes: 0, cibles: 0, fermes: 0 })
    expect((await engagements(c.conventionId)).map((e) => e.id)).toEqual(nes.map((e) => e.id))
    expect((await faits(c.acteId)).map((f) => [f.evenement, f.partage])).toEqual([['engagements-nes', true]])
  })

  it('un avenant signé change la cible au jour de son effet, même quand la mairie signe la dernière', async () => {
    const c = await uneChaine()
    await signer(c, '2027-03-15', raccourcir(24))
    expect(await ciblesDe(c.conventionId, 'reponse-scanner')).toEqual([
      ['2026-02-01', '2027-03-14', 48, 0],
      ['2027-03-15', '2029-01-31', 24, 1],
    ])
    expect(await faits(c.acteId)).toMatchObject([
      { evenement: 'engagements-nes', donnees: { nombre: 3 } },
      { evenement: 'engagements-suivis', donnees: { cibles: 1, fermes: null } },
    ])
  })

  it('un avenant qui supprime l’article les ferme, histoire gardée', async () => {
    const c = await uneChaine()
    await signer(c, '2027-06-01', (acteId) =>
      agir(t.direction, supprimerUnite, { acteId, identite: 'article-imagerie', version: 0 }),
    )
    const apres = await engagements(c.conventionId)
    expect(apres.map((e) => [e.cle, versIsoOuNul(e.fermeLe)])).toEqual([
      ['comite-de-suivi', '2029-01-31'],
      ['comptes-rendus-messagerie', '2027-05-31'],
      ['reponse-scanner', '2027-05-31'],
    ])
    expect(await ciblesDe(c.conventionId, 'reponse-scanner')).toEqual([['2026-02-01', '2027-05-31', 48, 0]])
  })

  it('gardent la déclaration de leur naissance quand le modèle en publie une autre', async () => {
    const c = await uneChaine()
    const autre = DECLARATIONS.map((d) => ({ ...d, libelle: `${d.libelle}, autrement` }))
    expect(await declarer(t, autre)).toEqual({ ajoutes: 1 })
    await suivre(c.conventionId)
    expect((await engagements(c.conventionId)).some((e) => e.libelle.includes('autrement'))).toBe(false)
    const nouvelle = await uneConventionPrete(t)
    await suivre(nouvelle.conventionId)
    expect((await engagements(nouvelle.conventionId)).every((e) => e.libelle.includes('autrement'))).toBe(
      true,
    )
    await declarer(t)
  })

  it('n’existent pas tant que rien n’est signé', async () => {
    const c = await uneConventionPrete(t)
    await t.proprietaire.acte.update({ where: { id: c.acteId }, data: { etape: 'A_SIGNER' } })
    expect(await suivre(c.conventionId)).toEqual({ nes: 0, cibles: 0, fermes: 0 })
  })
})

const mesures = async (conventionId: string, cle: string) =>
  (
    await t.proprietaire.mesure.findMany({
      where: { engagement: { conventionId, cle } },
      orderBy: [{ portee: 'asc' }, { debut: 'asc' }],
    })
  ).map((m) => [m.portee, versIso(m.debut), versIso(m.fin), m.etat, m.jugement])

describe('Les périodes à mesurer', () => {
  it('s’ouvrent par portée exigible, jusqu’au terme, et se recoupent quand la cible change', async () => {
    const c = await uneChaine()
    const avant = await mesures(c.conventionId, 'reponse-scanner')
    expect(avant[0]).toEqual(['scanner', '2026-02-01', '2026-03-31', 'ATTENDUE', 'non-mesure'])
    expect(avant).toHaveLength(13)
    expect(avant.at(-1)?.slice(1, 3)).toEqual(['2029-01-01', '2029-01-31'])
    expect(await mesures(c.conventionId, 'comptes-rendus-messagerie')).toEqual([])
    expect((await mesures(c.conventionId, 'comite-de-suivi')).map((m) => m[1])).toEqual([
      '2026-02-01',
      '2027-01-01',
      '2028-01-01',
      '2029-01-01',
    ])
    await signer(c, '2027-02-15', raccourcir(24))
    const apres = (await mesures(c.conventionId, 'reponse-scanner')).map((m) => m.slice(1, 3))
    expect(apres).toHaveLength(14)
    expect(apres).toEqual(
      expect.arrayContaining([
        ['2027-01-01', '2027-02-14'],
        ['2027-02-15', '2027-03-31'],
      ]),
    )
  })

  it('une mesure saisie ne se recoupe pas et se rejuge par la cible de son premier jour', async () => {
    const c = await uneChaine()
    const p = t.proprietaire
    const ou = { engagement: { conventionId: c.conventionId, cle: 'reponse-scanner' } }
    const saisir = (debut: string, numerateur: number) =>
      p.mesure.updateMany({
        where: { ...ou, debut: new Date(`${debut}T00:00:00Z`) },
        data: { etat: 'SAISIE', numerateur, denominateur: 10, jugement: 'non-mesure' },
      })
    await saisir('2027-01-01', 9)
    await saisir('2027-04-01', 8)
    await signer(c, '2027-02-15', raccourcir(24))
    const apres = await mesures(c.conventionId, 'reponse-scanner')
    expect(apres).toHaveLength(13)
    expect(apres.filter((m) => m[3] === 'SAISIE')).toEqual([
      ['scanner', '2027-01-01', '2027-03-31', 'SAISIE', 'respecte'],
      ['scanner', '2027-04-01', '2027-06-30', 'SAISIE', 'a-surveiller'],
    ])
  })
})

describe('Le cloisonnement des engagements', () => {
  it('les deux côtés et le siège les lisent ; un autre groupe et un autre centre, jamais', async () => {
    const c = await uneChaine()
    const gentilly = await unHabilite(t, 'DIRECTION_CMS', 'gentilly')
    const vus = (qui: Acteur) =>
      avecActeur(qui, async (tx) => [
        await tx.engagement.count({ where: { conventionId: c.conventionId } }),
        await tx.cibleEngagement.count({ where: { engagement: { conventionId: c.conventionId } } }),
        await tx.porteeEngagement.count({ where: { engagement: { conventionId: c.conventionId } } }),
      ])
    for (const qui of [t.direction, t.cms, mairie, t.siege]) expect(await vus(qui)).toEqual([3, 3, 2])
    for (const qui of [t.exterieur, gentilly]) expect(await vus(qui)).toEqual([0, 0, 0])
  })

  it('l’autre côté ne les ouvre ni ne les règle, quoi que fasse le domaine', async () => {
    const c = await uneChaine()
    const change = await avecActeur(t.cms, (tx) =>
      tx.engagement.updateMany({ where: { conventionId: c.conventionId }, data: { seuil: 1 } }),
    )
    expect(change.count).toBe(0)
    const efface = await avecActeur(t.cms, (tx) =>
      tx.cibleEngagement.deleteMany({ where: { engagement: { conventionId: c.conventionId } } }),
    )
    expect(efface.count).toBe(0)
  })
})
