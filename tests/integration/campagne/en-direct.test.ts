import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { nouvelId } from '@/lib/bd/identifiants'
import { retoucherUnite } from '@/lib/cas-usage/avenant/retoucher-unite'
import { ouvrirCampagne } from '@/lib/cas-usage/campagne/ouvrir-campagne'
import { lireCampagne } from '@/lib/lectures/campagne/lire-campagne'
import { lireTache } from '@/lib/lectures/tache/lire-tache'
import { campagneDite } from '@/lib/presentation/campagne/tableau'
import { contenu, uneConventionPrete, unProjet } from '../../fabriques/avenant'
import { lancerOuvrier, type OuvrierLance, tuerOuvrier } from '../../fabriques/ouvrier'
import { agir, MAINTENANT, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

const { empaqueter } = (await import('../../../scripts/construire.mjs')) as {
  empaqueter: () => Promise<boolean>
}
const CENTRES = ['gentilly', 'villejuif', 'ivry-sur-seine', 'bagneux']

let t: Territoire
let acteId: string
let autres: string[]
const ouvriers: OuvrierLance[] = []
const lancer = async () => {
  const ouvrier = await lancerOuvrier(process.env.DATABASE_URL_EXECUTION ?? '', { SMTP_URL: '' })
  ouvriers.push(ouvrier)
  return ouvrier
}

beforeAll(async () => {
  await empaqueter()
  t = await ouvrirTerritoire()
  await t.proprietaire.habilitation.create({
    data: {
      id: nouvelId(),
      utilisateurId: t.direction.utilisateurId,
      organisationId: t.id('hups'),
      role: 'DIRECTION_PARTENARIATS',
      depuis: versDate('2020-01-01'),
    },
  })
  const origine = await uneConventionPrete(t)
  autres = []
  for (const c of CENTRES) autres.push((await uneConventionPrete(t, c)).conventionId)
  acteId = (await unProjet(t, origine)).acteId
  await agir(t.direction, retoucherUnite, {
    acteId,
    identite: 'article-objet',
    version: 0,
    titre: 'Objet',
    contenu: contenu('Un nouvel objet, commun à tous.'),
  })
}, 120_000)
afterAll(async () => {
  for (const o of ouvriers) o.enfant.kill('SIGKILL')
  await fermerBase()
  await t.fermer()
})

describe('Le tableau d’une campagne pendant sa préparation', () => {
  it('avance centre par centre, garde ce qui est fait après un kill -9, et reprend sans rien doubler', async () => {
    const { campagneId, tacheId } = await agir(t.direction, ouvrirCampagne, {
      acteId,
      titre: 'Objet commun',
      centres: autres.map((conventionId) => ({ conventionId, valeurs: [], ecartees: [] })),
    })
    const ecran = async () => {
      const lue = await lireCampagne(t.direction, campagneId, MAINTENANT)
      if (!lue) throw new Error('campagne attendue')
      const dite = campagneDite(lue, MAINTENANT)
      return { tache: lue.tacheId, attendent: dite.lignes.filter((l) => l.avancee === 'attend').length }
    }
    expect(await ecran()).toEqual({ tache: tacheId, attendent: CENTRES.length })

    // Le troisième centre est retenu : ce qui le précède doit déjà se lire, la tâche n'étant pas finie.
    const ordre = await t.proprietaire.campagneCentre.findMany({
      where: { campagneId, etat: 'A_PREPARER' },
      select: { conventionId: true, convention: { select: { actes: { where: { rang: 0 } } } } },
    })
    const tri = (c: (typeof ordre)[number]) => c.convention.actes[0]?.tri ?? ''
    const troisieme = ordre.sort((a, b) => (tri(a) < tri(b) ? -1 : 1))[2]?.conventionId ?? ''
    const premier = await lancer()
    await t.proprietaire.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM campagne_centre
          WHERE campagne_id = ${campagneId}::uuid AND convention_id = ${troisieme}::uuid FOR UPDATE`
        await expect
          .poll(async () => (await ecran()).attendent, { timeout: 30_000, interval: 50 })
          .toBe(CENTRES.length - 2)
        expect(await lireTache(t.direction, tacheId)).toMatchObject({ etat: 'EN_COURS' })
        await tuerOuvrier(premier)
      },
      { timeout: 45_000 },
    )
    expect(await ecran()).toEqual({ tache: tacheId, attendent: CENTRES.length - 2 })

    // L'ouvrier mort n'a plus donné signe de vie ; le temps est avancé pour ne pas l'attendre.
    await t.proprietaire.tache.update({ where: { id: tacheId }, data: { vueLe: new Date(0) } })
    const avancees: number[] = []
    await lancer()
    await expect
      .poll(
        async () => {
          const tache = await lireTache(t.direction, tacheId)
          avancees.push(tache?.avancement ?? 0)
          return tache?.etat
        },
        { timeout: 60_000, interval: 50 },
      )
      .toBe('FAITE')
    // La reprise compte ce qui était fait : la barre repart de la moitié, pas de zéro.
    expect(avancees).toContain(50)
    expect(await ecran()).toEqual({ tache: null, attendent: 0 })
    const avenants = await t.proprietaire.acte.groupBy({
      by: ['conventionId'],
      where: { conventionId: { in: autres }, rang: { gt: 0 } },
      _count: true,
    })
    expect(avenants.map((a) => a._count)).toEqual(CENTRES.map(() => 1))
  }, 120_000)
})
