import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { avecActeur } from '@/lib/bd/transaction'
import { accepterEnsemble } from '@/lib/cas-usage/acceptation/accepter-ensemble'
import { demanderCodeAcceptation } from '@/lib/cas-usage/acceptation/demander-code-acceptation'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { apres, dernierCode, unHabilite, unTextePartage } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let cms: Acteur
let mairie: Acteur
let acteId: string
let versionId: string
beforeAll(async () => {
  t = await ouvrirTerritoire()
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
})
beforeEach(async () => {
  ;({ acteId, versionId } = await unTextePartage(t))
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const demander = (qui = cms, quand = MAINTENANT) =>
  agir(qui, demanderCodeAcceptation, { acteId, versionId }, quand)
const accepter = (code: string, qui = cms, quand = MAINTENANT) =>
  agir(qui, accepterEnsemble, { acteId, versionId, code }, quand)
const faux = (code: string) => (code === '000000' ? '111111' : '000000')
const refuse = (raison: string) => ({ code: 'CODE_REFUSE', details: { raison } })
const etape = async () => (await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })).etape
const refusNotes = async () =>
  (
    await t.proprietaire.journal.findMany({
      where: { acteId, evenement: 'code-refuse' },
      orderBy: { id: 'asc' },
    })
  ).map((l) => (l.donnees as { raison: string }).raison)

describe('Le code à usage unique', () => {
  it('part à l’adresse du compte ; la base n’en garde que l’empreinte', async () => {
    const { courriel, expireLe } = await demander()
    expect(courriel).toMatch(/^p•••@ville\.test$/)
    expect(expireLe).toBe(apres(10).toISOString())
    const code = await dernierCode(t, acteId)
    expect(code).toMatch(/^\d{6}$/)
    const ligne = await t.proprietaire.codeAccord.findFirstOrThrow({ where: { acteId } })
    expect(JSON.stringify(ligne)).not.toContain(code)
    expect(ligne.empreinte).toMatch(/^\$argon2id\$/)
    const journal = await t.proprietaire.journal.findMany({ where: { acteId } })
    expect(JSON.stringify(journal.map((l) => l.donnees))).not.toContain(code)
  })
  it('faux : compté et noté, le bon marche encore ; cinq essais et plus rien', async () => {
    await demander()
    const code = await dernierCode(t, acteId)
    expect(await accepter(faux(code))).toMatchObject({
      code: 'CODE_REFUSE',
      details: { raison: 'faux', restants: 4 },
    })
    for (let i = 0; i < 3; i++) await accepter(faux(code))
    expect(await accepter(faux(code))).toMatchObject(refuse('epuise'))
    expect(await accepter(code)).toMatchObject(refuse('epuise'))
    expect(await etape()).toBe('EN_RELECTURE')
    expect(await refusNotes()).toEqual(['faux', 'faux', 'faux', 'faux', 'epuise', 'epuise'])
  })
  it('douze essais à la fois n’en font que cinq', async () => {
    await demander()
    const code = await dernierCode(t, acteId)
    const essais = await Promise.all(Array.from({ length: 12 }, () => accepter(faux(code)).catch(() => null)))
    expect(essais.filter((e) => e && 'details' in e && e.details.raison === 'faux')).toHaveLength(4)
    expect((await t.proprietaire.codeAccord.findFirstOrThrow({ where: { acteId } })).essais).toBe(5)
  })
  it('périmé après dix minutes, bon juste avant', async () => {
    await demander()
    const code = await dernierCode(t, acteId)
    expect(await accepter(code, cms, apres(10))).toMatchObject(refuse('perime'))
    expect(await accepter(code, cms, new Date(apres(10).getTime() - 1))).toMatchObject({ complet: true })
  })
  it('rejoué : refusé et noté, l’accord n’est pas redonné', async () => {
    await demander()
    const code = await dernierCode(t, acteId)
    await accepter(code)
    const avant = await t.proprietaire.acceptation.count({ where: { acteId } })
    expect(await accepter(code)).toMatchObject(refuse('rejoue'))
    expect(await t.proprietaire.acceptation.count({ where: { acteId } })).toBe(avant)
    expect(await refusNotes()).toEqual(['rejoue'])
  })
  it('joué deux fois à la même seconde : un seul accord', async () => {
    await demander()
    const code = await dernierCode(t, acteId)
    const rendus = await Promise.all([accepter(code), accepter(code)])
    expect(rendus.filter((r) => 'complet' in r)).toHaveLength(1)
    expect(await t.proprietaire.acceptation.count({ where: { acteId, identite: '' } })).toBe(1)
  })
  it('un nouveau code annule le précédent ; le quatrième en dix minutes attend', async () => {
    await demander()
    const premier = await dernierCode(t, acteId)
    await demander(cms, apres(1))
    const second = await dernierCode(t, acteId)
    if (premier !== second)
      expect(await accepter(premier, cms, apres(1))).toMatchObject({ code: 'CODE_REFUSE' })
    await demander(cms, apres(2))
    await expect(demander(cms, apres(3))).rejects.toMatchObject({
      code: 'TROP_DE_CODES',
      details: { minutes: 7 },
    })
    await demander(cms, apres(11))
  })
  it('ne sert qu’à qui l’a reçu, et ne se lit de personne d’autre', async () => {
    await demander(cms)
    const code = await dernierCode(t, acteId)
    expect(await accepter(code, mairie)).toMatchObject(refuse('aucun'))
    expect(await avecActeur(mairie, (tx) => tx.codeAccord.count())).toBe(0)
    expect(await avecActeur(t.direction, (tx) => tx.codeAccord.count())).toBe(0)
    expect(await avecActeur(cms, (tx) => tx.courriel.count())).toBe(0)
  })
  it('ne s’envoie ni à l’extérieur, ni à la direction', async () => {
    await expect(demander(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(demander(t.direction)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
  })
})
