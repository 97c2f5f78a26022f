import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { versDateOuNul } from '../../../lib/bd/dates'
import { nouvelId } from '../../../lib/bd/identifiants'
import { SITUATIONS, situation } from '../../../lib/domaine/acte/situation'
import { schemaFiltresConventions } from '../../../lib/lectures/convention/filtres'
import { listerConventions, TAILLE_PAGE } from '../../../lib/lectures/convention/lister-conventions'
import { rechercherParNom } from '../../../lib/lectures/recherche/rechercher'
import { MAINTENANT, ouvrirTerritoire, type Territoire, unBrouillon } from '../../fabriques/territoire'

let t: Territoire
const JOURS = [null, '2026-11-21', '2026-11-22', '2026-11-23'] as const
const cas = JOURS.flatMap((dateSignature) =>
  JOURS.flatMap((dateEffet) =>
    JOURS.flatMap((dateFin) =>
      JOURS.map((resilieeLe) => ({
        dateSignature,
        dateEffet,
        dateFin,
        resilieeLe,
        etape: 'SIGNEE' as const,
      })),
    ),
  ),
)
const referenceDe = (i: number) => `HUPS-CAS-2020-${String(i + 1).padStart(3, '0')}`

beforeAll(async () => {
  t = await ouvrirTerritoire()
  await unBrouillon(t, 'arcueil')
  await unBrouillon(t, 'ivry-sur-seine')
  const groupeId = t.id('hups')
  const lignes = cas.map((c, i) => ({ ...c, i, acteId: nouvelId(), conventionId: nouvelId() }))
  await t.proprietaire.convention.createMany({
    data: lignes.map((l) => ({ id: l.conventionId, reference: referenceDe(l.i), groupeId })),
  })
  await t.proprietaire.acte.createMany({
    data: lignes.map((l) => ({
      id: l.acteId,
      conventionId: l.conventionId,
      genre: 'CONVENTION' as const,
      etape: 'SIGNEE' as const,
      titre: 'Cas de dates',
      groupeId,
      organisations: [],
      dateSignature: versDateOuNul(l.dateSignature),
      dateEffet: versDateOuNul(l.dateEffet),
      dateFin: versDateOuNul(l.dateFin),
      resilieeLe: versDateOuNul(l.resilieeLe),
      // Beaucoup d'ex æquo : la pagination ne tient que par sa clé complète.
      modifieLe: new Date(Date.UTC(2020, 0, 1 + (l.i % 3))),
      tri: `ville ${l.i % 5}`,
      recherche: 'cas de dates l hay les roses',
    })),
  })
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const lister = (acteur = t.direction, demande: Record<string, string> = {}) =>
  listerConventions(acteur, schemaFiltresConventions.parse(demande), MAINTENANT)

async function tout(demande: Record<string, string>): Promise<string[]> {
  const vues: string[] = []
  let apres: string | null = null
  do {
    const page = await lister(t.direction, apres ? { ...demande, apres } : demande)
    expect(page.lignes.length).toBeLessThanOrEqual(TAILLE_PAGE)
    vues.push(...page.lignes.map((l) => l.reference))
    apres = page.suite
  } while (apres && vues.length < 2_000)
  return vues
}

describe('Chercher', () => {
  it.each(['arceuil', 'Arcueil', 'ARCUEIL', 'commune d’Arcueil', "commune d'arcueil"])(
    '« %s » trouve Arcueil',
    async (q) => {
      const { lignes } = await lister(t.direction, { q })
      expect(lignes.map((l) => l.reference)).toContain('HUPS-ARC-2026-001')
      expect(lignes.find((l) => l.reference === 'HUPS-ARC-2026-001')?.commune).toBe('Arcueil')
    },
  )
  it.each(['L’Haÿ', "l'hay", 'LHAY les roses'.replace('LH', 'L H')])(
    '« %s » ignore accents et apostrophes',
    async (q) => {
      expect((await lister(t.direction, { q })).compte).toBe(cas.length)
    },
  )
  it('ne trouve rien sous un mot étranger, et compte zéro', async () => {
    expect(await lister(t.direction, { q: 'Zanzibar' })).toEqual({ lignes: [], suite: null, compte: 0 })
  })
  it('la palette trouve centres et conventions du périmètre, et rien au-delà', async () => {
    const { centres, conventions } = await rechercherParNom(t.direction, 'arceuil')
    expect(centres.map((c) => c.code)).toEqual(['arcueil'])
    expect(conventions.map((c) => c.reference)).toEqual(['HUPS-ARC-2026-001'])
    expect(await rechercherParNom(t.exterieur, 'arceuil')).toEqual({ centres: [], conventions: [] })
  })
})

describe('Une clé de page écrite à la main', () => {
  it.each([
    ['recent', '2026-11-22T10:00:00.000|------------------------------------'],
    ['recent', '9999-99-99T99:99:99.999|00000000-0000-7000-8000-000000000000'],
    ['recent', 'x|00000000-0000-7000-8000-000000000000'],
    ['commune', 'arcueil|0000000000000000000000000000000000-0'],
    ['reference', 'HUPS|'],
  ])('est ignorée, sans panne (%s, %s)', async (tri, apres) => {
    expect((await lister(t.direction, { tri, apres })).lignes).toEqual(
      (await lister(t.direction, { tri })).lignes,
    )
  })
})

describe('Filtrer par situation', () => {
  it.each(SITUATIONS)('%s rend exactement les conventions que le domaine y range', async (etat) => {
    const attendues = cas.flatMap((c, i) => (situation(c, '2026-11-22') === etat ? [referenceDe(i)] : []))
    expect(attendues.length).toBeGreaterThan(0)
    expect((await tout({ etat, tri: 'reference' })).toSorted()).toEqual(attendues.toSorted())
  })
  it('les brouillons', async () => {
    expect((await tout({ etat: 'BROUILLON' })).toSorted()).toEqual(['HUPS-ARC-2026-001', 'HUPS-IVR-2026-001'])
  })
  it('ignore une valeur inconnue plutôt que de se plaindre', async () => {
    expect((await lister(t.direction, { etat: 'NIMPORTE', tri: 'hasard', apres: '<script>' })).compte).toBe(
      cas.length + 2,
    )
  })
})

describe('Tourner les pages', () => {
  it.each(['recent', 'commune', 'reference'])(
    'l’ordre « %s » ne saute ni ne répète aucune ligne',
    async (tri) => {
      const vues = await tout({ tri })
      expect(vues).toHaveLength(cas.length + 2)
      expect(new Set(vues).size).toBe(cas.length + 2)
    },
  )
  it('compte juste', async () => {
    expect((await lister()).compte).toBe(cas.length + 2)
  })
})

describe('Le cloisonnement', () => {
  it('une direction d’un autre groupe ne voit rien', async () => {
    expect(await lister(t.exterieur)).toEqual({ lignes: [], suite: null, compte: 0 })
  })
  it('le centre ne voit pas le brouillon tant qu’il n’est pas partagé, puis le voit', async () => {
    expect((await lister(t.cms)).compte).toBe(0)
    await t.proprietaire.acte.updateMany({
      where: { convention: { reference: 'HUPS-ARC-2026-001' } },
      data: { partage: true },
    })
    expect((await lister(t.cms)).lignes.map((l) => l.reference)).toEqual(['HUPS-ARC-2026-001'])
  })
  it('le siège voit tout sauf les brouillons', async () => {
    expect((await lister(t.siege)).compte).toBe(cas.length)
  })
})
