import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versDate, versIso, versIsoOuNul } from '@/lib/bd/dates'
import type { Contexte } from '@/lib/cas-usage/contexte'
import { ajouterEngagement } from '@/lib/cas-usage/engagement/ajouter-engagement'
import { constaterCondition } from '@/lib/cas-usage/engagement/constater-condition'
import { reglerEngagement } from '@/lib/cas-usage/engagement/regler-engagement'
import { suivreEngagements } from '@/lib/cas-usage/engagement/suivre-engagements'
import { uneConventionPrete } from '../../fabriques/avenant'
import { declarer } from '../../fabriques/engagement'
import { agir, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
beforeAll(async () => {
  t = await ouvrirTerritoire()
  await declarer(t)
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

async function uneChaine() {
  const c = await uneConventionPrete(t)
  await suivre(c.conventionId)
  return c
}
const suivre = (conventionId: string) =>
  agir(t.direction, (c: Contexte, s: Parameters<typeof suivreEngagements>[1]) => suivreEngagements(c, s), {
    conventionId,
    groupeId: t.id('hups'),
  })
const lire = (conventionId: string, cle: string) =>
  t.proprietaire.engagement.findFirstOrThrow({
    where: { conventionId, cle },
    include: { portees: true, mesures: { orderBy: { debut: 'asc' } }, cibles: true },
  })
const dernierFait = (acteId: string) =>
  t.proprietaire.journal.findFirstOrThrow({ where: { acteId }, orderBy: { id: 'desc' } })

describe('Constater qu’une condition est remplie', () => {
  const constat = { portee: null, le: '2026-06-15', preuve: 'Mise en service dite par les deux parties' }

  it('rend l’engagement exigible ce jour-là, ouvre ses périodes et s’inscrit au journal des deux côtés', async () => {
    const c = await uneChaine()
    const e = await lire(c.conventionId, 'comptes-rendus-messagerie')
    expect(e.mesures).toEqual([])
    expect(
      await agir(t.direction, constaterCondition, { engagementId: e.id, version: 1, ...constat }),
    ).toEqual({
      version: 2,
    })
    const apres = await lire(c.conventionId, 'comptes-rendus-messagerie')
    expect([versIsoOuNul(apres.exigibleLe), apres.exigibleParNom]).toEqual(['2026-06-15', t.direction.nom])
    expect(apres.mesures.slice(0, 2).map((m) => [versIso(m.debut), versIso(m.fin)])).toEqual([
      ['2026-06-15', '2026-06-30'],
      ['2026-07-01', '2026-09-30'],
    ])
    expect(await dernierFait(c.acteId)).toMatchObject({
      evenement: 'engagement-exigible',
      partage: true,
      donnees: { le: '2026-06-15', avant: null },
    })
  })

  it('vaut pour une seule portée : l’IRM s’ajoute au scanner', async () => {
    const c = await uneChaine()
    const e = await lire(c.conventionId, 'reponse-scanner')
    await agir(t.direction, constaterCondition, { engagementId: e.id, version: 1, ...constat, portee: 'irm' })
    const apres = await lire(c.conventionId, 'reponse-scanner')
    const premieres = (code: string) => apres.mesures.find((m) => m.portee === code)?.debut
    expect([premieres('scanner'), premieres('irm')].map((d) => d && versIso(d))).toEqual([
      '2026-02-01',
      '2026-06-15',
    ])
  })

  it('refuse demain, avant l’effet, sans condition, une portée inconnue, une version périmée et qui ne rédige pas', async () => {
    const c = await uneChaine()
    const e = await lire(c.conventionId, 'comptes-rendus-messagerie')
    const scanner = await lire(c.conventionId, 'reponse-scanner')
    const essayer = (qui = t.direction, plus = {}) =>
      agir(qui, constaterCondition, { engagementId: e.id, version: 1, ...constat, ...plus })
    await expect(essayer(t.direction, { le: '2026-11-23' })).rejects.toMatchObject(refus('DATE_INCOHERENTE'))
    await expect(essayer(t.direction, { le: '2026-01-31' })).rejects.toMatchObject(refus('DATE_INCOHERENTE'))
    await expect(essayer(t.direction, { engagementId: scanner.id })).rejects.toMatchObject(
      refus('SAISIE_INVALIDE'),
    )
    await expect(
      essayer(t.direction, { engagementId: scanner.id, portee: 'echographie' }),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(essayer(t.direction, { version: 2 })).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await expect(essayer(t.cms)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(essayer(t.siege)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(essayer(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
  })
})

describe('Régler un engagement', () => {
  const reglages = {
    seuil: 80,
    part: 95,
    referentHopital: 'Chef du service d’imagerie',
    referentCentre: 'Secrétariat',
    personneHopital: null,
    personneCentre: null,
  }
  it('change la part visée pour toute la durée et rejuge ce qui est mesuré', async () => {
    const c = await uneChaine()
    const e = await lire(c.conventionId, 'reponse-scanner')
    await t.proprietaire.mesure.updateMany({
      where: { engagementId: e.id, debut: versDate('2026-04-01') },
      data: { etat: 'SAISIE', numerateur: 9, denominateur: 10, jugement: 'respecte' },
    })
    await agir(t.direction, reglerEngagement, { engagementId: e.id, version: 1, ...reglages })
    const apres = await lire(c.conventionId, 'reponse-scanner')
    expect(apres.cibles.map((x) => (x.cible as { part: number }).part)).toEqual([95])
    expect(apres.mesures.find((m) => m.etat === 'SAISIE')?.jugement).toBe('a-surveiller')
    const faits = await t.proprietaire.journal.findMany({
      where: { acteId: c.acteId, evenement: 'engagement-regle' },
    })
    expect(faits).toMatchObject([{ partage: true, donnees: { avant: { part: 90 }, apres: { part: 95 } } }])
  })
  it('refuse une version périmée, un lecteur et un étranger', async () => {
    const c = await uneChaine()
    const e = await lire(c.conventionId, 'reponse-scanner')
    const essayer = (qui: typeof t.direction, version = 1) =>
      agir(qui, reglerEngagement, { engagementId: e.id, version, ...reglages })
    await expect(essayer(t.direction, 9)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await expect(essayer(t.cms)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(essayer(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
  })
})

describe('Ajouter un engagement', () => {
  const ajout = (acteId: string) => ({
    acteId,
    libelle: 'Tenir une permanence téléphonique',
    motif: 'Demandé au comité de suivi',
    theme: 'coordination' as const,
    debiteur: 'hopital' as const,
    promesse: { genre: 'permanent' as const },
    recurrence: 'semestre' as const,
    depuis: '2026-09-01',
  })
  it('l’ouvre avec son motif, ses périodes, et le ferme avec la chaîne', async () => {
    const c = await uneChaine()
    const { engagementId } = await agir(t.direction, ajouterEngagement, ajout(c.acteId))
    const e = await lire(c.conventionId, engagementId)
    expect([e.origine, e.motif, versIsoOuNul(e.fermeLe), e.mesures.length]).toEqual([
      'AJOUT',
      'Demandé au comité de suivi',
      '2029-01-31',
      6,
    ])
    expect(await dernierFait(c.acteId)).toMatchObject({ evenement: 'engagement-ajoute', partage: true })
    await t.proprietaire.acte.update({
      where: { id: c.acteId },
      data: { resilieeLe: versDate('2027-03-31') },
    })
    await suivre(c.conventionId)
    const apres = await lire(c.conventionId, engagementId)
    expect([versIsoOuNul(apres.fermeLe), apres.mesures.length]).toEqual(['2027-03-31', 2])
  })
  it('refuse un début hors de la convention, une promesse sans cible, une convention non signée, un lecteur, un étranger', async () => {
    const c = await uneChaine()
    const essayer = (plus = {}, qui = t.direction) =>
      agir(qui, ajouterEngagement, { ...ajout(c.acteId), ...plus })
    await expect(essayer({ depuis: '2026-01-31' })).rejects.toMatchObject(refus('DATE_INCOHERENTE'))
    await expect(essayer({ depuis: '2029-02-01' })).rejects.toMatchObject(refus('DATE_INCOHERENTE'))
    const promesse = { genre: 'taux', parametre: null, pourcent: null, sens: 'au-moins' }
    await expect(essayer({ promesse })).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await expect(essayer({}, t.cms)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(essayer({}, t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await t.proprietaire.acte.update({ where: { id: c.acteId }, data: { etape: 'A_SIGNER' } })
    await expect(essayer()).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
})
