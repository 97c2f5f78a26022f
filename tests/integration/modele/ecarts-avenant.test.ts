import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { retoucherUnite } from '@/lib/cas-usage/avenant/retoucher-unite'
import { retoucherValeur } from '@/lib/cas-usage/avenant/retoucher-valeur'
import { supprimerUnite } from '@/lib/cas-usage/avenant/supprimer-unite'
import { abandonnerActe } from '@/lib/cas-usage/convention/abandonner-acte'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import { schemaFiltresEcarts } from '@/lib/lectures/ecarts/filtres'
import { lireEcartsConvention } from '@/lib/lectures/ecarts/lire-ecarts-convention'
import { lireRegistre } from '@/lib/lectures/ecarts/lire-registre'
import { ecartsDeLaConvention } from '@/lib/presentation/ecarts/convention'
import { exporterEcarts } from '@/lib/serveur/ecarts/exporter'
import {
  contenu,
  signerLAvenant,
  uneConventionPrete,
  uneDeliberationCouvrante,
  unProjet,
} from '../../fabriques/avenant'
import { unHabilite } from '../../fabriques/negociation'
import { agir, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

const MODELE = 'convention-cadre-partenariat'
/** L'avenant se signe le 5 décembre 2026, et prend effet le même jour. */
const LA_VEILLE = new Date('2026-12-04T10:00:00Z')
const ENSUITE = new Date('2026-12-20T10:00:00Z')
const MOTS = 'L’objet que l’avenant met en vigueur.'

let t: Territoire
let mairie: Acteur
let c: Awaited<ReturnType<typeof uneConventionPrete>>
let avenant: { acteId: string; reference: string }
let delai: string
let citants: string[]
let supprime: string
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
  c = await uneConventionPrete(t)
  await uneDeliberationCouvrante(t, c)
  const [cle] =
    Object.entries(c.texte.valeurs).find(([, v]) => v?.genre === 'duree' && v.unite === 'heure') ?? []
  delai = cle ?? ''
  citants = c.texte.unites
    .filter((u) => JSON.stringify(u.contenu).includes(`"cle":"${delai}"`))
    .map((u) => u.identite)
  supprime = 'article-reglement-interieur'
  avenant = await unProjet(t, c, 'Objet et délais')
  await retoucher(avenant.acteId, MOTS)
  const valeur: ValeurParametre = { genre: 'duree', nombre: 11, unite: 'heure' }
  await agir(t.direction, retoucherValeur, { acteId: avenant.acteId, cle: delai, version: 0, valeur })
  await agir(t.direction, supprimerUnite, { acteId: avenant.acteId, identite: supprime, version: 0 })
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const retoucher = (acteId: string, mots: string) =>
  agir(t.direction, retoucherUnite, {
    acteId,
    identite: 'article-objet',
    version: 0,
    titre: 'Objet',
    contenu: contenu(mots),
  })
const filtres = (plus = {}) => schemaFiltresEcarts.parse({ modele: MODELE, ...plus })
const cellules = async (quand: Date, plus = {}, qui = t.direction) =>
  (await lireRegistre(qui, filtres(plus), quand))?.lignes.find((l) => l.reference === c.reference)?.cellules
const modifiees = async (quand: Date, plus = {}) =>
  [...((await cellules(quand, plus)) ?? [])].flatMap(([i, x]) => (x.etat === 'avenant' ? [i] : []))
const csv = async (quand: Date) =>
  new TextDecoder().decode((await exporterEcarts(t.direction, filtres(), 'csv', quand))?.octets)

describe('Un avenant dans le registre des écarts', () => {
  it('n’y paraît ni en projet, ni abandonné', async () => {
    expect(await modifiees(ENSUITE)).toEqual([])
    const autre = await unProjet(t, c, 'Sans suite')
    await retoucher(autre.acteId, 'Un objet abandonné.')
    const { version } = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: autre.acteId } })
    await agir(t.direction, abandonnerActe, { acteId: autre.acteId, version, motif: 'Sans suite' })
    expect(await modifiees(ENSUITE)).toEqual([])
    expect(await csv(ENSUITE)).not.toContain('abandonné.')
  })

  it('signé, il y paraît à partir de son effet : texte, valeur citée et suppression, avec son numéro et son motif', async () => {
    expect(citants.length).toBeGreaterThan(0)
    expect(await signerLAvenant(t, mairie, avenant.acteId)).toMatchObject({ signee: true })
    expect(await modifiees(LA_VEILLE)).toEqual([])
    expect(await modifiees(ENSUITE, { jour: '2026-12-04' })).toEqual([])
    const attendues = new Set(['article-objet', supprime, ...citants])
    expect(new Set(await modifiees(ENSUITE))).toEqual(attendues)
    expect(new Set(await modifiees(LA_VEILLE, { jour: '2026-12-05' }))).toEqual(attendues)
    const lues = await cellules(ENSUITE)
    expect(lues?.get('article-objet')).toMatchObject({ avenants: [1], motif: 'Objet et délais', valeurs: [] })
    expect(lues?.get(citants[0] ?? '')?.valeurs).toMatchObject([{ rang: 1, cle: delai }])
    // Le siège lit le même registre, par les versions signées.
    expect((await cellules(ENSUITE, {}, t.siege))?.get('article-objet')).toMatchObject({
      etat: 'avenant',
      motif: 'Objet et délais',
    })
  })

  it('s’exporte avec sa différence, son motif et son numéro, en CSV comme en tableur et dans la matrice', async () => {
    const lignes = (await csv(ENSUITE)).split('\r\n')
    const objet = lignes.find((l) => l.includes(MOTS)) ?? ''
    expect(objet).toMatch(/Modifié par l’avenant n°\s1;Objet et délais/)
    expect(lignes.some((l) => /avenant n°\s1.*48\sheures → 11\sheures|avenant n°\s1.* → 11\sh/.test(l))).toBe(
      true,
    )
    expect((await csv(LA_VEILLE)).includes(MOTS)).toBe(false)

    const xlsx = await exporterEcarts(t.direction, filtres(), 'xlsx', ENSUITE)
    const zip = await JSZip.loadAsync(xlsx?.octets ?? [])
    const mots = (await zip.file('xl/sharedStrings.xml')?.async('string')) ?? ''
    expect(mots).toContain(MOTS)
    expect(mots).toMatch(/Modifié par l’avenant n°\s1/)
    // La seconde feuille est la matrice : la cellule y dit l'avenant.
    const chaines = [...mots.matchAll(/<si>(.*?)<\/si>/gs)].map((m) => (m[1] ?? '').replace(/<[^>]+>/g, ''))
    const matrice = (await zip.file('xl/worksheets/sheet2.xml')?.async('string')) ?? ''
    const lues = [...matrice.matchAll(/<v>(\d+)<\/v>/g)].map((m) => chaines[Number(m[1])] ?? '')
    expect(lues.some((l) => /^Modifié par l’avenant n°\s1$/.test(l))).toBe(true)
  })

  it('se lit sur la page de la convention : les deux textes, ou l’absence dite', async () => {
    const lus = await lireEcartsConvention(t.direction, c.reference, ENSUITE)
    if (!lus) throw new Error('écarts attendus')
    const dits = ecartsDeLaConvention(lus)
    const objet = dits.find((e) => e.identite === 'article-objet')
    expect(objet?.apres.join(' ')).toContain('que l’avenant met en vigueur')
    expect(objet?.avant.length).toBeGreaterThan(0)
    expect(objet?.motif).toBe('Objet et délais')
    expect(dits.find((e) => e.identite === supprime)).toMatchObject({ apres: [] })
    expect(dits.find((e) => e.identite === citants[0])?.etat).toMatch(/avenant n°\s1 – /)
    const avant = await lireEcartsConvention(t.direction, c.reference, LA_VEILLE)
    expect(avant?.ecarts.some((e) => e.etat === 'avenant')).toBe(false)
  })
})
