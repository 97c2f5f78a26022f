import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { reprendreDuModele } from '@/lib/cas-usage/avenant/inserer-unite'
import { supprimerUnite } from '@/lib/cas-usage/avenant/supprimer-unite'
import type { TexteFige } from '@/lib/domaine/acte/version'
import { lireAtelier } from '@/lib/lectures/avenant/lire-atelier'
import { projetDit } from '@/lib/presentation/avenant/projet'
import {
  signerLAvenant,
  uneConventionPrete,
  uneDeliberationCouvrante,
  unProjet,
} from '../../fabriques/avenant'
import { unHabilite } from '../../fabriques/negociation'
import { versionDe } from '../../fabriques/signature'
import { agir, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

const JOUR = new Date('2026-12-11T10:00:00Z')
let t: Territoire
let c: Awaited<ReturnType<typeof uneConventionPrete>>
/** Article que la convention signée n'a pas, avec un sous-article qui cite une valeur qu'elle ne connaissait pas. */
let absent: string

beforeAll(async () => {
  t = await ouvrirTerritoire()
  c = await uneConventionPrete(t)
  absent = await sansUnArticle(c.versionId)
  await uneDeliberationCouvrante(t, c)
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const duModele = (identite: string) =>
  t.proprietaire.uniteModele.findUniqueOrThrow({
    where: { versionId_identite: { versionId: t.version('convention-cadre-partenariat'), identite } },
  })

/** La convention telle qu'elle aurait été signée sans un article du modèle qui a des sous-articles. */
async function sansUnArticle(versionId: string): Promise<string> {
  const { texte } = await t.proprietaire.versionActe.findUniqueOrThrow({ where: { id: versionId } })
  const fige = texte as unknown as TexteFige
  const article = fige.unites.find(
    (u) =>
      u.genre === 'article' && fige.unites.some((e) => e.parent === u.identite && e.genre === 'sous-article'),
  )
  if (!article) throw new Error('aucun article à sous-articles')
  const otees = new Set([
    article.identite,
    ...fige.unites.filter((u) => u.parent === article.identite).map((u) => u.identite),
  ])
  const cites = JSON.stringify(fige.unites.filter((u) => otees.has(u.identite)))
  const restes = JSON.stringify(fige.unites.filter((u) => !otees.has(u.identite)))
  const perdues = fige.definitions.filter(
    (d) => cites.includes(`"cle":"${d.cle}"`) && !restes.includes(`"cle":"${d.cle}"`),
  )
  expect(perdues.length).toBeGreaterThan(0)
  const cles = new Set(perdues.map((d) => d.cle))
  const sans = {
    ...fige,
    unites: fige.unites.filter((u) => !otees.has(u.identite)),
    definitions: fige.definitions.filter((d) => !cles.has(d.cle)),
    valeurs: Object.fromEntries(Object.entries(fige.valeurs).filter(([cle]) => !cles.has(cle))),
  }
  await t.proprietaire.$executeRaw`ALTER TABLE version_acte DISABLE TRIGGER USER`
  await t.proprietaire.versionActe.update({ where: { id: versionId }, data: { texte: sans as never } })
  await t.proprietaire.$executeRaw`ALTER TABLE version_acte ENABLE TRIGGER USER`
  return article.identite
}

const saisie = (acteId: string, identite: string, apres: string | null = 'article-objet') => ({
  acteId,
  modeleVersionId: t.version('convention-cadre-partenariat'),
  identite,
  parent: null,
  apres,
})
const retouches = (acteId: string) =>
  t.proprietaire.retouche.findMany({ where: { acteId }, orderBy: { rang: 'asc' } })
const mots = async (acteId: string) =>
  JSON.stringify(await t.proprietaire.unite.findMany({ where: { acteId } })).replace(/[\u00a0\u202f]/g, ' ')
const dit = async (reference: string, maintenant = JOUR) => {
  const lu = await lireAtelier(t.direction, reference, maintenant)
  if (!lu) throw new Error(reference)
  return projetDit(lu)
}

describe('Reprendre un article du modèle', () => {
  it('absent de la convention signée, il s’insère avec ses sous-articles et les valeurs qu’ils citent', async () => {
    const { acteId, reference } = await unProjet(t, c)
    const propose = (await dit(reference)).reprises.articles.find((a) => a.identite === absent)
    expect(propose?.pourquoi).toBe('Absent de la convention signée')
    const repris = await agir(t.direction, reprendreDuModele, saisie(acteId, absent, propose?.apres))
    expect(repris).toMatchObject({ cible: `unite:${absent}`, version: 1 })
    const posees = await retouches(acteId)
    const cibles = posees.map((r) => r.cible)
    const modele = await duModele(absent)
    expect(posees.find((r) => r.cible === `unite:${absent}`)).toMatchObject({
      depart: null,
      voulu: { titre: modele.titre, contenu: modele.contenu },
    })
    const enfants = await t.proprietaire.uniteModele.findMany({
      where: { versionId: modele.versionId, parent: absent, facultative: false },
    })
    expect(cibles).toEqual(expect.arrayContaining(enfants.map((e) => `unite:${e.identite}`)))
    expect(posees.filter((r) => r.definition !== null).length).toBeGreaterThan(0)
    expect(await mots(acteId)).toContain(`ainsi rédigé :`)
    const journal = await t.proprietaire.journal.findMany({
      where: { acteId, evenement: 'retouche-enregistree', cible: `unite:${absent}` },
    })
    expect(journal).toHaveLength(1)
    expect((await dit(reference)).reprises.articles.map((a) => a.identite)).not.toContain(absent)

    await expect(agir(t.direction, reprendreDuModele, saisie(acteId, absent))).rejects.toMatchObject(
      refus('DEJA_EXISTANT'),
    )
    // Y renoncer emporte les sous-articles et les valeurs que plus rien ne cite.
    await agir(t.direction, supprimerUnite, { acteId, identite: absent, version: 1 })
    expect(await retouches(acteId)).toEqual([])
  })

  it('supprimé par un avenant signé, il est rétabli à sa place, puis laissé si l’on y renonce', async () => {
    const mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
    const un = await unProjet(t, c, 'Suppression')
    await agir(t.direction, supprimerUnite, { acteId: un.acteId, identite: 'article-objet', version: 0 })
    await signerLAvenant(t, mairie, un.acteId)
    const deux = await unProjet(t, c, 'Rétablissement')
    const jouer = <S, R>(cas: Parameters<typeof agir<S, R>>[1], s: S) => agir(t.direction, cas, s, JOUR)
    const propose = (await dit(deux.reference)).reprises.articles.find((a) => a.identite === 'article-objet')
    expect(propose?.pourquoi.replace(/\u00a0/g, ' ')).toMatch(/^Supprimé par l’avenant n° \d+ du .* rétabli/)
    await jouer(reprendreDuModele, saisie(deux.acteId, 'article-objet'))
    const [r] = await retouches(deux.acteId)
    expect(r).toMatchObject({ cible: 'unite:article-objet', depart: null, place: null })
    expect(r?.voulu).toMatchObject({ contenu: (await duModele('article-objet')).contenu })
    expect(await mots(deux.acteId)).toContain('est rétabli dans la rédaction suivante')
    await jouer(supprimerUnite, { acteId: deux.acteId, identite: 'article-objet', version: 1 })
    expect(await retouches(deux.acteId)).toEqual([])
  })

  it('se refuse à un étranger, à l’autre côté, hors de la rédaction, et pour ce que le modèle n’a pas', async () => {
    const mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
    const { acteId } = await unProjet(t, c)
    const jouer = (acteur: Territoire['direction'], change = {}) =>
      agir(acteur, reprendreDuModele, { ...saisie(acteId, absent), ...change })
    await expect(jouer(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(jouer(mairie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(jouer(t.direction, { identite: 'inconnue' })).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(jouer(t.direction, { apres: 'inconnue' })).rejects.toMatchObject(refus('INTROUVABLE'))
    expect(await retouches(acteId)).toEqual([])
    await jouer(t.direction)
    await agir(t.direction, partagerVersion, { acteId, version: await versionDe(t, acteId), message: '' })
    await expect(jouer(t.direction)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await expect(jouer(mairie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
  })
})
