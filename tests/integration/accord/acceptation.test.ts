import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { nouvelId } from '@/lib/bd/identifiants'
import { avecActeur } from '@/lib/bd/transaction'
import { accepterArticle } from '@/lib/cas-usage/acceptation/accepter-article'
import { accepterEnsemble } from '@/lib/cas-usage/acceptation/accepter-ensemble'
import { demanderCodeAcceptation } from '@/lib/cas-usage/acceptation/demander-code-acceptation'
import { retirerAccord } from '@/lib/cas-usage/acceptation/retirer-accord'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { demanderReprise, rouvrirTexte } from '@/lib/cas-usage/acte/reprendre-texte'
import { creerConventions } from '@/lib/cas-usage/convention/creer-conventions'
import { modifierUnite } from '@/lib/cas-usage/convention/modifier-unite'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { lireAccords } from '@/lib/lectures/acceptation/lire-accords'
import {
  apres,
  completerLesValeurs,
  dernierCode,
  unHabilite,
  unTextePartage,
  versionPartagee,
} from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let cms: Acteur
let mairie: Acteur
let acteId: string
let versionId: string
let version: number
beforeAll(async () => {
  t = await ouvrirTerritoire()
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
})
beforeEach(async () => {
  ;({ acteId, versionId, version } = await unTextePartage(t))
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const ARTICLE = 'considerant-libre-choix'
const acte = () => t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })
const evenements = async () =>
  (await t.proprietaire.journal.findMany({ where: { acteId }, orderBy: { id: 'asc' } })).map(
    (l) => l.evenement,
  )
const accepterAvecCode = async (qui: Acteur, v = versionId, quand = MAINTENANT) => {
  await agir(qui, demanderCodeAcceptation, { acteId, versionId: v }, quand)
  return agir(qui, accepterEnsemble, { acteId, versionId: v, code: await dernierCode(t, acteId) }, quand)
}
const reecrire = async (texte: string) => {
  const u = await t.proprietaire.unite.findUniqueOrThrow({
    where: { acteId_identite: { acteId, identite: ARTICLE } },
  })
  await agir(t.direction, modifierUnite, {
    acteId,
    identite: ARTICLE,
    version: u.version,
    contenu: lireTexteBalise(texte, 'essai'),
  })
}
/** Demande une reprise, réécrit l'article et partage de nouveau. */
const nouvelleVersion = async (texte: string) => {
  const { version: v } = await agir(t.direction, demanderReprise, { acteId, version, motif: 'À revoir' })
  await reecrire(texte)
  ;({ version } = await agir(t.direction, partagerVersion, { acteId, version: v, message: '' }))
  versionId = await versionPartagee(t, acteId)
}

describe('Accepter un article', () => {
  it('garde qui, quand, pour qui, et l’empreinte lue ; le redire ne change rien', async () => {
    expect(await agir(cms, accepterArticle, { acteId, versionId, identites: [ARTICLE] })).toEqual({
      acceptes: 1,
    })
    expect(await agir(cms, accepterArticle, { acteId, versionId, identites: [ARTICLE] })).toEqual({
      acceptes: 0,
    })
    const v = await t.proprietaire.versionActe.findUniqueOrThrow({ where: { id: versionId } })
    const lignes = await t.proprietaire.acceptation.findMany({ where: { acteId } })
    expect(lignes).toHaveLength(1)
    expect(lignes[0]).toMatchObject({
      organisationId: t.id('arcueil'),
      identite: ARTICLE,
      empreinte: (v.empreintes as Record<string, string>)[ARTICLE],
      auteurId: cms.utilisateurId,
      le: MAINTENANT,
    })
    expect((await evenements()).filter((e) => e === 'article-accepte')).toHaveLength(1)
  })
  it('refuse une personne extérieure, la direction, le siège, une unité inconnue et une autre étape', async () => {
    const saisie = { acteId, versionId, identites: [ARTICLE] }
    await expect(agir(t.exterieur, accepterArticle, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(t.direction, accepterArticle, saisie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.siege, accepterArticle, saisie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    for (const identite of ['inconnue', 'constructor'])
      await expect(agir(cms, accepterArticle, { ...saisie, identites: [identite] })).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
    await agir(cms, demanderReprise, { acteId, version, motif: 'À revoir' })
    await expect(agir(cms, accepterArticle, saisie)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
  it('refuse une version dépassée, et vaut dans la suivante tant que l’article est le même', async () => {
    const premiere = versionId
    const identites = [ARTICLE, 'objet']
    const [deux] = await t.proprietaire.unite.findMany({
      where: { acteId, omise: false, genre: 'article' },
      orderBy: { rang: 'asc' },
      take: 1,
    })
    identites[1] = deux?.identite ?? ''
    await agir(cms, accepterArticle, { acteId, versionId, identites })
    await nouvelleVersion('Un alinéa récrit.')
    await expect(
      agir(cms, accepterArticle, { acteId, versionId: premiere, identites }),
    ).rejects.toMatchObject(refus('VERSION_DEPASSEE'))
    const lus = await lireAccords(cms, acteId)
    const etat = (identite: string) =>
      lus?.unites[identite]?.find((o) => o.organisationId === t.id('arcueil'))?.etat
    expect(etat(ARTICLE)).toBe('modifie')
    expect(etat(identites[1])).toBe('accepte')
    expect(await lireAccords(t.exterieur, acteId)).toBeNull()
  })
  it('se retire, reste gardé, et ne se change ni ne s’efface dans la base', async () => {
    await agir(cms, accepterArticle, { acteId, versionId, identites: [ARTICLE] })
    await expect(
      avecActeur(cms, (tx) => tx.acceptation.updateMany({ where: { acteId }, data: { auteurNom: 'Autre' } })),
    ).rejects.toThrow(/Un accord garde/)
    await expect(
      avecActeur(t.direction, (tx) =>
        tx.acceptation.createMany({
          data: [
            {
              id: nouvelId(),
              acteId,
              versionId,
              organisationId: t.id('arcueil'),
              identite: 'faux',
              empreinte: 'x',
              auteurNom: 'x',
            },
          ],
        }),
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await agir(cms, retirerAccord, { acteId, identites: [ARTICLE] })).toEqual({ retires: 1 })
    expect(await agir(cms, retirerAccord, { acteId, identites: [ARTICLE] })).toEqual({ retires: 0 })
    await expect(agir(t.direction, retirerAccord, { acteId, identites: [ARTICLE] })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    expect((await t.proprietaire.acceptation.findFirstOrThrow({ where: { acteId } })).retireeLe).toEqual(
      MAINTENANT,
    )
    expect(await evenements()).toContain('accord-retire')
  })
})

describe('Accepter l’ensemble', () => {
  it('par un code : le texte est accepté, les avis du modèle demandés, la direction prévenue', async () => {
    const approbations = [{ fonction: 'juridique', libelle: 'Affaires juridiques', nature: 'avis' }]
    await t.proprietaire.$executeRaw`ALTER TABLE modele_version DISABLE TRIGGER USER`
    const avant = await acte()
    await t.proprietaire.modeleVersion.update({
      where: { id: avant.modeleVersionId ?? '' },
      data: { approbations },
    })
    expect(await accepterAvecCode(cms)).toEqual({ numero: 1, complet: true })
    expect((await acte()).etape).toBe('TEXTE_ACCEPTE')
    const demandees = await t.proprietaire.approbation.findMany({ where: { acteId } })
    expect(demandees).toMatchObject([{ rang: 1, fonction: 'juridique', nature: 'avis', etat: 'ATTENDUE' }])
    expect((await evenements()).slice(-2)).toEqual(['ensemble-accepte', 'texte-accepte'])
    expect(
      await t.proprietaire.courriel.count({ where: { acteId, gabarit: 'texte-accepte' } }),
    ).toBeGreaterThan(0)
    const lignes = await t.proprietaire.acceptation.findMany({ where: { acteId } })
    const v = await t.proprietaire.versionActe.findUniqueOrThrow({ where: { id: versionId } })
    expect(lignes).toHaveLength(Object.keys(v.empreintes as object).length + 1)
    expect(lignes.every((l) => l.codeId !== null)).toBe(true)
    await t.proprietaire.modeleVersion.update({
      where: { id: avant.modeleVersionId ?? '' },
      data: { approbations: [] },
    })
  })
  it('la mairie accepte pour ses centres', async () => {
    expect(await accepterAvecCode(mairie)).toEqual({ numero: 1, complet: true })
  })
  it('à deux centres, chacun accepte ; le premier ne suffit pas', async () => {
    await deuxCentres()
    const un = await unHabilite(t, 'DIRECTION_CMS', CENTRES[0])
    const deux = await unHabilite(t, 'DIRECTION_CMS', CENTRES[1])
    expect(await accepterAvecCode(un)).toEqual({ numero: 1, complet: false })
    expect((await acte()).etape).toBe('EN_RELECTURE')
    const lus = await lireAccords(deux, acteId)
    expect(lus?.organisations.filter((o) => o.mienne).map((o) => o.ensemble)).toEqual([null])
    expect(await accepterAvecCode(deux)).toEqual({ numero: 1, complet: true })
    expect((await acte()).etape).toBe('TEXTE_ACCEPTE')
  })
  it('refuse un texte auquel il manque une valeur, en la nommant', async () => {
    ;({ acteId, versionId } = await unTextePartage(t, { complet: false }))
    await expect(agir(cms, demanderCodeAcceptation, { acteId, versionId })).rejects.toMatchObject({
      code: 'TEXTE_INCOMPLET',
      details: { manques: expect.arrayContaining([expect.any(String)]) },
    })
    expect(await t.proprietaire.codeAccord.count({ where: { acteId } })).toBe(0)
  })
  it('refuse tant qu’une contre-proposition partagée est ouverte ; une note interne n’empêche rien', async () => {
    const remarque = (interne: boolean) =>
      t.proprietaire.remarque.create({
        data: {
          id: nouvelId(),
          acteId,
          nature: 'CONTRE_PROPOSITION',
          interne,
          cote: interne ? 'HOPITAL' : 'GESTIONNAIRE',
          auteurNom: 'x',
        },
      })
    await remarque(true)
    await agir(cms, demanderCodeAcceptation, { acteId, versionId })
    const { id } = await remarque(false)
    const code = await dernierCode(t, acteId)
    await expect(agir(cms, accepterEnsemble, { acteId, versionId, code })).rejects.toMatchObject(
      refus('CONTRE_PROPOSITION_OUVERTE'),
    )
    await t.proprietaire.remarque.update({ where: { id }, data: { etat: 'CLOSE' } })
    expect(await agir(cms, accepterEnsemble, { acteId, versionId, code })).toMatchObject({ complet: true })
  })
  it('refuse une personne extérieure, la direction et une version dépassée', async () => {
    const saisie = { acteId, versionId, code: '000000' }
    await expect(agir(t.exterieur, accepterEnsemble, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(t.direction, accepterEnsemble, saisie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await agir(cms, demanderCodeAcceptation, { acteId, versionId })
    const premiere = versionId
    const code = await dernierCode(t, acteId)
    await nouvelleVersion('Un alinéa récrit autrement.')
    await expect(agir(cms, accepterEnsemble, { acteId, versionId: premiere, code })).rejects.toMatchObject(
      refus('VERSION_DEPASSEE'),
    )
    expect(await agir(cms, accepterEnsemble, { acteId, versionId, code })).toMatchObject({
      code: 'CODE_REFUSE',
      details: { raison: 'autre-texte' },
    })
  })
  it('rouvrir fait tomber l’accord sur l’ensemble, et garde celui des articles inchangés', async () => {
    await accepterAvecCode(cms)
    version = (await acte()).version
    const { version: v } = await agir(t.direction, rouvrirTexte, { acteId, version, motif: 'Un oubli' })
    await reecrire('Un alinéa oublié.')
    await agir(t.direction, partagerVersion, { acteId, version: v, message: '' })
    const lus = await lireAccords(cms, acteId)
    expect(lus?.organisations.every((o) => o.ensemble === null)).toBe(true)
    const etats = Object.entries(lus?.unites ?? {}).map(([identite, o]) => [identite, o[0]?.etat])
    expect(etats.filter(([, e]) => e !== 'accepte')).toEqual([[ARTICLE, 'modifie']])
  })
  it('rouvert puis repartagé sans un mot changé, l’ensemble est à accepter de nouveau', async () => {
    await accepterAvecCode(cms)
    version = (await acte()).version
    const { version: v } = await agir(cms, rouvrirTexte, { acteId, version, motif: 'Un doute' })
    await agir(t.direction, partagerVersion, { acteId, version: v, message: '' })
    expect(await versionPartagee(t, acteId)).toBe(versionId)
    expect(await accepterAvecCode(cms, versionId, apres(30))).toEqual({ numero: 1, complet: true })
  })
})

const CENTRES = ['malakoff-1', 'malakoff-2'] as const
async function deuxCentres() {
  const codes = await t.proprietaire.organisation.findMany({
    where: { nature: 'CENTRE', code: { startsWith: 'malakoff' } },
    orderBy: { code: 'asc' },
  })
  expect(codes.map((c) => c.code)).toEqual([...CENTRES])
  const { references } = await agir(t.direction, creerConventions, {
    modeleVersionId: t.version('convention-cadre-partenariat'),
    groupeId: t.id('hups'),
    centreIds: codes.map((c) => c.id),
  })
  const lu = await t.proprietaire.acte.findFirstOrThrow({
    where: { genre: 'CONVENTION', convention: { reference: references[0] } },
  })
  acteId = lu.id
  await completerLesValeurs(t, lu.conventionId, lu.id)
  await agir(t.direction, partagerVersion, { acteId, version: 1, message: '' })
  versionId = await versionPartagee(t, acteId)
}
