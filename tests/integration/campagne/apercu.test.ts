import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { nouvelId } from '@/lib/bd/identifiants'
import { retoucherUnite } from '@/lib/cas-usage/avenant/retoucher-unite'
import { preparerCampagne } from '@/lib/lectures/campagne/preparer-campagne'
import { nouvelleDite } from '@/lib/presentation/campagne/nouvelle'
import { contenu, uneConventionPrete, unProjet } from '../../fabriques/avenant'
import { agir, MAINTENANT, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

let t: Territoire
type Prete = Awaited<ReturnType<typeof uneConventionPrete>>
let origine: Prete
let voisine: Prete
let modele: { acteId: string; reference: string }
beforeAll(async () => {
  t = await ouvrirTerritoire()
  origine = await uneConventionPrete(t)
  voisine = await uneConventionPrete(t, 'gentilly')
  modele = await unProjet(t, origine)
  await retoucher(modele.acteId, 'article-objet', 'Un nouvel objet, commun à tous.')
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const retoucher = (acteId: string, identite: string, mots: string) =>
  agir(t.direction, retoucherUnite, {
    acteId,
    identite,
    version: 0,
    titre: 'Objet',
    contenu: contenu(mots),
  })
const apercu = async () => {
  const lu = await preparerCampagne(t.direction, modele.reference, MAINTENANT)
  if (!lu) throw new Error('aperçu attendu')
  return lu
}
const ouvertsDe = async (conventionId: string) =>
  (await apercu()).centres.find((c) => c.conventionId === conventionId)?.ouverts

describe('Un centre qui a déjà un avenant ouvert', () => {
  it('est signalé quand cet avenant touche les mêmes passages, jusqu’à ce qu’il soit signé ou abandonné', async () => {
    expect(await ouvertsDe(voisine.conventionId)).toEqual([])
    const ailleurs = await unProjet(t, voisine, 'Ailleurs')
    const identite = voisine.texte.unites.find(
      (u) => u.genre === 'article' && u.identite !== 'article-objet',
    )?.identite
    await retoucher(ailleurs.acteId, identite ?? '', 'Un autre article.')
    expect(await ouvertsDe(voisine.conventionId)).toEqual([])

    const memes = await unProjet(t, voisine, 'Le même article')
    await retoucher(memes.acteId, 'article-objet', 'Un objet que ce centre négocie.')
    expect(await ouvertsDe(voisine.conventionId)).toMatchObject([
      { reference: memes.reference, rang: 2, etape: 'BROUILLON', cibles: ['unite:article-objet'] },
    ])
    const dit = nouvelleDite(await apercu()).centres.find((c) => c.conventionId === voisine.conventionId)
    expect(dit?.ouverts).toEqual([
      {
        reference: memes.reference,
        adresse: `/conventions/${memes.reference}`,
        etat: 'brouillon',
        passages: [expect.stringMatching(/^Article 1er\s–\sObjet$/)],
      },
    ])
    const etape = (e: 'EN_RELECTURE' | 'SIGNEE' | 'ABANDONNEE') =>
      t.proprietaire.acte.update({ where: { id: memes.acteId }, data: { etape: e } })
    await etape('EN_RELECTURE')
    expect(await ouvertsDe(voisine.conventionId)).toMatchObject([{ etape: 'EN_RELECTURE' }])
    for (const e of ['SIGNEE', 'ABANDONNEE'] as const) {
      await etape(e)
      expect(await ouvertsDe(voisine.conventionId)).toEqual([])
    }
  })
})

/** D'autres centres de synthèse, au même texte signé. */
async function semblables(combien: number) {
  const acte = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: voisine.acteId } })
  const version = await t.proprietaire.versionActe.findUniqueOrThrow({ where: { id: voisine.versionId } })
  const convention = await t.proprietaire.convention.findUniqueOrThrow({
    where: { id: voisine.conventionId },
  })
  for (let i = 0; i < combien; i++) {
    const [conventionId, acteId] = [nouvelId(), nouvelId()]
    const reference = `HUPS-TST-2026-${nouvelId().slice(-8)}`
    await t.proprietaire.convention.create({ data: { ...convention, id: conventionId, reference } })
    await t.proprietaire.acte.create({ data: { ...acte, id: acteId, conventionId } })
    await t.proprietaire.versionActe.create({
      data: {
        ...version,
        id: nouvelId(),
        acteId,
        texte: version.texte as object,
        empreintes: version.empreintes as object,
      },
    })
  }
}

describe('L’aperçu de nombreux centres', () => {
  it('se lit en autant de requêtes pour cent centres que pour six', async () => {
    const compter = async () => {
      const requete = vi.spyOn(pg.Client.prototype, 'query')
      const debut = performance.now()
      const { centres } = await apercu()
      const nombre = requete.mock.calls.length
      requete.mockRestore()
      return { centres: centres.length, nombre, ms: Math.round(performance.now() - debut) }
    }
    await semblables(5)
    const six = await compter()
    await semblables(94)
    const cent = await compter()
    process.stdout.write(`aperçu : ${cent.centres} centres, ${cent.nombre} requêtes, ${cent.ms} ms\n`)
    expect([six.centres, cent.centres]).toEqual([6, 100])
    expect(six.nombre).toBeGreaterThan(5)
    expect(cent.nombre).toBe(six.nombre)
  }, 120_000)
})
