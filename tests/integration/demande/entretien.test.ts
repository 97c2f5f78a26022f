import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { entretenirDemandes, moisGardes } from '@/lib/serveur/ouvrier/demandes'
import { inscrire, uneConventionSuivie } from '../../fabriques/demande'
import { declarer } from '../../fabriques/engagement'
import { MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let conventionId: string
beforeAll(async () => {
  t = await ouvrirTerritoire()
  await declarer(t)
  conventionId = (await uneConventionSuivie(t)).conventionId
}, 90_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const mesure = (debut: string) =>
  t.proprietaire.mesure.findFirstOrThrow({
    where: {
      debut: versDate(debut),
      portee: 'scanner',
      engagement: { conventionId, cle: 'reponse-scanner' },
    },
  })

describe('L’entretien des demandes', () => {
  it('compte hors délai une demande dont la limite passe sans que personne n’écrive', async () => {
    await inscrire(t, t.cms, { demandeeLe: '2026-11-22T10:00' })
    expect(await mesure('2026-10-01')).toMatchObject({ denominateur: null, etat: 'ATTENDUE' })
    await entretenirDemandes(new Date('2026-11-24T08:59:00Z'))
    expect(await mesure('2026-10-01')).toMatchObject({ denominateur: null })
    await entretenirDemandes(new Date('2026-11-24T09:01:00Z'))
    expect(await mesure('2026-10-01')).toMatchObject({ numerateur: 0, denominateur: 1, etat: 'SAISIE' })
  })

  it('efface les demandes douze mois après la fin de leur période ; les agrégats restent, figés', async () => {
    await inscrire(t, t.cms, { demandeeLe: '2026-09-10T10:00', repondueLe: '2026-09-11T10:00' })
    const ete = await mesure('2026-07-01')
    expect(ete).toMatchObject({ numerateur: 1, denominateur: 1, mediane: 24 })
    expect(await entretenirDemandes(new Date('2027-09-30T10:00:00Z'))).toEqual({ effacees: 0 })
    expect(await entretenirDemandes(new Date('2027-10-01T10:00:00Z'))).toEqual({ effacees: 1 })
    const restantes = await t.proprietaire.demande.findMany({ select: { demandeeLe: true } })
    expect(restantes).toEqual([{ demandeeLe: new Date('2026-11-22T09:00:00Z') }])
    const apres = await mesure('2026-07-01')
    expect(apres).toMatchObject({
      numerateur: 1,
      denominateur: 1,
      mediane: 24,
      figeeParNom: 'Effacement des demandes',
    })
    expect((await mesure('2026-10-01')).figeeLe).toBeNull()
    expect(
      await t.proprietaire.journal.findFirst({ where: { evenement: 'demandes-effacees' } }),
    ).toMatchObject({
      organisationId: t.id('hups'),
      donnees: { nombre: 1, avant: '2026-10-01' },
    })
    // Rouverte à la main, la mesure ne se recompte plus sur des demandes qui n'y sont plus toutes.
    await t.proprietaire.mesure.update({ where: { id: apres.id }, data: { figeeLe: null } })
    await expect(inscrire(t, t.cms, { demandeeLe: '2026-09-12T10:00' }, MAINTENANT)).rejects.toMatchObject(
      refus('PERIODE_FIGEE'),
    )
  })

  it('lit son délai d’un réglage, et se garde d’un réglage absurde', () => {
    expect([undefined, '', '24', '0', '3,5', '999'].map((v) => moisGardes(v))).toEqual([
      12, 12, 24, 12, 12, 12,
    ])
  })
})
