import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approbationsDemandees } from '@/lib/bd/approbations'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { nouvelId } from '@/lib/bd/identifiants'
import { avecActeur } from '@/lib/bd/transaction'
import { chargerActeEnMain } from '@/lib/cas-usage/acte/charger'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { demanderApprobations } from '@/lib/cas-usage/approbation/demander-approbations'
import { choisirVariante } from '@/lib/cas-usage/convention/choisir-variante'
import { creerConventions } from '@/lib/cas-usage/convention/creer-conventions'
import { modifierUnite } from '@/lib/cas-usage/convention/modifier-unite'
import { motiverAdaptation } from '@/lib/cas-usage/convention/motiver-adaptation'
import { omettreUnite } from '@/lib/cas-usage/convention/omettre-unite'
import { modifierUniteProjet } from '@/lib/cas-usage/modele/modifier-unite-projet'
import { ouvrirProjet } from '@/lib/cas-usage/modele/ouvrir-projet'
import { publierProjet } from '@/lib/cas-usage/modele/publier-projet'
import type { Contenu } from '@/lib/domaine/texte/contenu'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { type FiltresEcarts, schemaFiltresEcarts } from '@/lib/lectures/ecarts/filtres'
import { lireEcartsConvention } from '@/lib/lectures/ecarts/lire-ecarts-convention'
import { lireRegistre } from '@/lib/lectures/ecarts/lire-registre'
import { lireProjet } from '@/lib/lectures/modele/lire-projet'
import { lireVersionsModele } from '@/lib/lectures/modele/lire-versions-modele'
import { exporterEcarts } from '@/lib/serveur/ecarts/exporter'
import { completerLesValeurs, unHabilite } from '../../fabriques/negociation'
import {
  agir,
  MAINTENANT,
  ouvrirTerritoire,
  refus,
  type Territoire,
  unBrouillon,
} from '../../fabriques/territoire'

const CODE = 'convention-cadre-partenariat'
let t: Territoire
let brouillon: Awaited<ReturnType<typeof unBrouillon>>
let adaptee: string
let omise: string
let variante: string
const filtres = (f: Partial<FiltresEcarts> = {}): FiltresEcarts =>
  schemaFiltresEcarts.parse({ modele: CODE, ...f })
const texte = (mots: string): Contenu => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: mots }] }],
})

beforeAll(async () => {
  t = await ouvrirTerritoire()
  brouillon = await unBrouillon(t)
  const { acteId } = brouillon
  const modele = await t.proprietaire.uniteModele.findMany({
    where: { versionId: t.version(CODE), facultative: false },
    orderBy: { rang: 'asc' },
  })
  const articles = modele.filter((u) => u.genre === 'article')
  const avecVariante = modele.find((u) => (u.variantes as unknown[]).length > 0)
  variante = avecVariante?.identite ?? ''
  adaptee = articles.find((u) => u.identite !== variante)?.identite ?? ''
  omise =
    articles.find((u) => ![variante, adaptee, avecVariante?.parent].includes(u.identite))?.identite ?? ''
  await agir(t.direction, modifierUnite, {
    acteId,
    identite: adaptee,
    version: 1,
    contenu: texte('Rédigé pour Arcueil.'),
  })
  await agir(t.direction, omettreUnite, { acteId, identite: omise, version: 1, motif: 'Sans objet ici' })
  const [premiere] = (avecVariante?.variantes ?? []) as unknown as { code: string }[]
  await agir(t.direction, choisirVariante, {
    acteId,
    identite: variante,
    version: 1,
    variante: premiere?.code ?? null,
  })
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

describe('Le motif d’une adaptation', () => {
  const motiver = (qui = t.direction, identite = adaptee, version = 2) =>
    agir(qui, motiverAdaptation, { acteId: brouillon.acteId, identite, version, motif: 'Locaux partagés' })
  it('se garde avec l’article, sa ligne au journal, et reste au groupe', async () => {
    await expect(motiver(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(motiver(t.direction, adaptee, 1)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    expect(await motiver()).toEqual({ version: 3 })
    const lignes = await t.proprietaire.journal.findMany({ where: { evenement: 'adaptation-motivee' } })
    expect(lignes).toMatchObject([{ cible: adaptee, partage: false, donnees: { motif: 'Locaux partagés' } }])
    const lue = await lireConvention(t.direction, brouillon.reference, MAINTENANT)
    expect(lue?.unites.find((u) => u.identite === adaptee)?.motifAdaptation).toBe('Locaux partagés')
  })
  it('ne se donne ni à un article conforme, ni par qui ne rédige pas, ni hors de la rédaction', async () => {
    await expect(motiver(t.direction, variante)).rejects.toMatchObject(refus('ADAPTATION_ABSENTE'))
    await t.proprietaire.acte.update({
      where: { id: brouillon.acteId },
      data: { etape: 'EN_RELECTURE', partage: true },
    })
    await expect(motiver(t.direction, adaptee, 3)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await expect(motiver(t.cms, adaptee, 3)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await t.proprietaire.acte.update({ where: { id: brouillon.acteId }, data: { etape: 'SIGNEE' } })
    const vue = await lireConvention(t.cms, brouillon.reference, MAINTENANT)
    expect(vue?.unites.find((u) => u.identite === adaptee)?.motifAdaptation).toBeNull()
    await t.proprietaire.acte.update({
      where: { id: brouillon.acteId },
      data: { etape: 'BROUILLON', partage: false },
    })
  })
})

describe('Le registre des écarts', () => {
  it('dit de chaque article s’il est conforme, variante, adapté ou supprimé, avec son motif', async () => {
    const r = await lireRegistre(t.direction, filtres(), MAINTENANT)
    const cellules = r?.lignes.find((l) => l.reference === brouillon.reference)?.cellules
    expect(cellules?.get(adaptee)).toMatchObject({ etat: 'adapte', motif: 'Locaux partagés' })
    expect(cellules?.get(omise)).toMatchObject({ etat: 'supprime', motif: 'Sans objet ici' })
    expect(cellules?.get(variante)?.etat).toBe('variante')
    expect(cellules?.get(variante)?.variante).toBeTruthy()
    expect(r?.comptes['non-repris']).toBeGreaterThan(0)
  })
  it('se filtre par état, article, centre et groupe', async () => {
    const lire = async (f: Partial<FiltresEcarts>) =>
      (await lireRegistre(t.direction, filtres(f), MAINTENANT))?.lignes ?? []
    const [ligne] = await lire({ etat: 'adapte' })
    expect([...(ligne?.cellules.keys() ?? [])]).toEqual([adaptee])
    expect(await lire({ article: adaptee, etat: 'supprime' })).toEqual([])
    expect(await lire({ centre: 'arcueil' })).toHaveLength(1)
    expect(await lire({ centre: 'villejuif' })).toHaveLength(0)
    expect(await lire({ groupe: 'hupnvs' })).toHaveLength(1) // un groupe hors du périmètre s'ignore
  })
  it('n’existe que pour la direction du groupe et le siège, qui ne lit que le signé', async () => {
    for (const qui of [t.cms, t.juridique]) {
      expect(await lireRegistre(qui, filtres(), MAINTENANT)).toBeNull()
      expect(await lireEcartsConvention(qui, brouillon.reference, MAINTENANT)).toBeNull()
      expect(await exporterEcarts(qui, filtres(), 'csv')).toBeNull()
    }
    expect((await lireRegistre(t.exterieur, filtres(), MAINTENANT))?.lignes).toEqual([])
    expect(await lireEcartsConvention(t.exterieur, brouillon.reference, MAINTENANT)).toBeNull()
    expect((await lireRegistre(t.siege, filtres(), MAINTENANT))?.lignes).toEqual([])
    expect(await lireEcartsConvention(t.siege, brouillon.reference, MAINTENANT)).toBeNull()
    await t.proprietaire.acte.update({
      where: { id: brouillon.acteId },
      data: { etape: 'SIGNEE', partage: true },
    })
    expect((await lireRegistre(t.siege, filtres(), MAINTENANT))?.lignes).toHaveLength(1)
    expect(
      (await lireEcartsConvention(t.siege, brouillon.reference, MAINTENANT))?.ecarts.map((e) => e.identite),
    ).toContain(adaptee)
    await t.proprietaire.acte.update({
      where: { id: brouillon.acteId },
      data: { etape: 'BROUILLON', partage: false },
    })
  })
  it('donne la différence de chaque écart', async () => {
    const lus = await lireEcartsConvention(t.direction, brouillon.reference, MAINTENANT)
    const e = lus?.ecarts.find((x) => x.identite === adaptee)
    expect(JSON.stringify(e?.apres)).toContain('Rédigé pour Arcueil.')
    expect(e?.avant).not.toBeNull()
    expect(lus?.ecarts.find((x) => x.identite === omise)?.apres).toBeNull()
  })
  it('connaît les avenants signés par leurs modifications figées, et ignore une forme inconnue', async () => {
    const avenant = await t.proprietaire.acte.findFirstOrThrow({ where: { id: brouillon.acteId } })
    const id = nouvelId()
    const { id: _, ...commun } = avenant
    await t.proprietaire.acte.create({
      data: {
        ...commun,
        id,
        genre: 'AVENANT',
        rang: 1,
        etape: 'SIGNEE',
        partage: true,
        dateSignature: versDate('2026-01-10'),
      },
    })
    await t.proprietaire.versionActe.create({
      data: {
        id: nouvelId(),
        acteId: id,
        numero: 1,
        empreinte: 'x',
        empreintes: {},
        creeParNom: 'Essai',
        texte: {
          modifications: [
            { genre: 'texte', identite: adaptee, blocs: [] },
            { genre: 'valeur', cle: 'x' },
            { genre: 'nouveau', identite: variante },
            null,
            'x',
          ],
        },
      },
    })
    const r = await lireRegistre(t.direction, filtres(), MAINTENANT)
    const cellules = r?.lignes.find((l) => l.reference === brouillon.reference)?.cellules
    expect(cellules?.get(adaptee)).toMatchObject({ etat: 'avenant', avenants: [1] })
    expect(cellules?.get(variante)?.etat).toBe('variante')
    expect(await lireEcartsConvention(t.direction, brouillon.reference, MAINTENANT)).not.toBeNull()
    await t.proprietaire.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.versionActe.deleteMany({ where: { acteId: id } })
      await tx.acte.delete({ where: { id } })
    })
  })
  it('s’exporte en tableur et en CSV, une ligne par convention et par article', async () => {
    const csv = await exporterEcarts(t.direction, filtres(), 'csv')
    const lu = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv?.octets)
    expect(lu.startsWith('\ufeffRéférence;Groupe;')).toBe(true)
    expect(lu).toContain('Locaux partagés')
    expect(lu).toContain('Rédigé pour Arcueil.')
    const xlsx = await exporterEcarts(t.direction, filtres(), 'xlsx')
    expect(Buffer.from(xlsx?.octets.slice(0, 2) ?? []).toString()).toBe('PK')
  })
})

describe('L’accord d’une fonction quand un article soumis est adapté', () => {
  it('joint la fonction à la suite du circuit, avec la raison ; une variante ou le texte du modèle n’appelle rien', async () => {
    await agir(t.direction, ouvrirProjet, { versionId: t.version(CODE), groupeId: t.id('hups') })
    const p = await lireProjet(t.direction, CODE)
    const u = p?.unites.find((x) => x.identite === adaptee)
    if (!p || !u) throw new Error('projet attendu')
    await agir(t.direction, modifierUniteProjet, {
      projetId: p.projetId,
      identite: adaptee,
      version: u.version,
      titre: u.titre,
      contenu: u.contenu,
      facultative: false,
      visa: null,
      accordAdaptation: { fonction: 'finances', objet: 'argent' },
      variantes: [{ code: '', libelle: 'Courte', contenu: texte('Rédaction prévue.') }],
    })
    const { versionId } = await agir(t.direction, publierProjet, {
      projetId: p.projetId,
      version: p.version,
      note: 'L’article engage de l’argent',
    })
    const { references } = await agir(t.direction, creerConventions, {
      modeleVersionId: versionId,
      groupeId: t.id('hups'),
      centreIds: [t.id('arcueil')],
    })
    const acte = await t.proprietaire.acte.findFirstOrThrow({
      where: { convention: { reference: references[0] } },
    })
    await completerLesValeurs(t, acte.conventionId, acte.id)
    const partager = async () => {
      const { version } = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acte.id } })
      await agir(t.direction, partagerVersion, { acteId: acte.id, version, message: '' })
    }
    const demandees = (qui = t.direction) =>
      avecActeur(qui, (tx) => approbationsDemandees(tx, { id: acte.id, modeleVersionId: versionId }))
    const reprendre = () =>
      t.proprietaire.acte.update({ where: { id: acte.id }, data: { etape: 'A_REPRENDRE' } })
    const ecrire = async (mots: string) => {
      const { version } = await t.proprietaire.unite.findUniqueOrThrow({
        where: { acteId_identite: { acteId: acte.id, identite: adaptee } },
      })
      await agir(t.direction, modifierUnite, {
        acteId: acte.id,
        identite: adaptee,
        version,
        contenu: texte(mots),
      })
    }
    await partager()
    expect((await demandees()).map((a) => a.fonction)).toEqual(['juridique', 'cme'])
    await reprendre()
    await ecrire('Rédaction prévue.')
    await partager()
    expect((await demandees()).map((a) => a.fonction)).toEqual(['juridique', 'cme'])
    await reprendre()
    await ecrire('Quinze mille euros par an.')
    await partager()
    const mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
    for (const qui of [t.direction, mairie])
      expect(await demandees(qui)).toMatchObject([
        { fonction: 'juridique' },
        { fonction: 'cme' },
        { fonction: 'finances', nature: 'accord', adaptations: [{ identite: adaptee, objet: 'argent' }] },
      ])
    const { valideurs } = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acte.id } })
    expect(valideurs).toContain(`${t.id('hups')}:finances`)
    const version = await t.proprietaire.versionActe.findFirstOrThrow({
      where: { acteId: acte.id },
      orderBy: { numero: 'desc' },
    })
    await agir(
      t.direction,
      async (c) => demanderApprobations(c, await chargerActeEnMain(c.tx, c.acteur, acte.id), version),
      null,
    )
    const lignes = await t.proprietaire.approbation.findMany({
      where: { acteId: acte.id },
      orderBy: { rang: 'asc' },
    })
    expect(lignes.map((l) => [l.fonction, l.nature])).toContainEqual(['finances', 'accord'])
    expect(lignes.at(-1)?.fonction).toBe('finances')
  })
  it('dit qui est sur quelle version, et ce qui changerait pour chacun', async () => {
    const lues = await lireVersionsModele(t.direction, CODE)
    const deux = lues?.versions.map((v) => [v.numero, v.conventions.map((c) => c.effets?.length ?? null)])
    expect(deux).toEqual([
      [2, [null]],
      [1, [0]],
    ])
    expect((await lireVersionsModele(t.cms, CODE))?.versions.every((v) => v.conventions.length === 0)).toBe(
      true,
    )
    expect((await lireVersionsModele(t.exterieur, CODE))?.versions).toHaveLength(1)
  })
})

describe('À deux cents conventions', () => {
  it('la matrice se lit en moins de trois secondes, en un nombre constant de requêtes', async () => {
    const acte = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: brouillon.acteId } })
    const unites = await t.proprietaire.unite.findMany({ where: { acteId: acte.id } })
    for (let i = 0; i < 200; i++) {
      const [conventionId, acteId] = [nouvelId(), nouvelId()]
      await t.proprietaire.convention.create({
        data: {
          id: conventionId,
          reference: `HUPS-TST-2026-${String(i + 1).padStart(3, '0')}`,
          groupeId: acte.groupeId,
          modeleCode: CODE,
        },
      })
      await t.proprietaire.acte.create({ data: { ...acte, id: acteId, conventionId } })
      await t.proprietaire.unite.createMany({
        data: unites.map((u) => ({
          ...u,
          id: nouvelId(),
          acteId,
          contenu: u.contenu as object,
          annexe: u.annexe as object,
        })),
      })
    }
    const debut = performance.now()
    const r = await lireRegistre(t.direction, filtres(), MAINTENANT)
    const lecture = performance.now() - debut
    expect(r?.lignes.length).toBeGreaterThan(200)
    expect(lecture).toBeLessThan(3_000)
    const avantExport = performance.now()
    await exporterEcarts(t.direction, filtres(), 'xlsx')
    process.stdout.write(
      `registre : ${Math.round(lecture)} ms pour ${r?.lignes.length} × ${unites.length} ; export : ${Math.round(performance.now() - avantExport)} ms\n`,
    )
  }, 120_000)
})
