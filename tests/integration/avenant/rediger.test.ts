import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { actualiserBase } from '@/lib/cas-usage/avenant/actualiser-base'
import { ajusterRedaction, reprendreRedaction } from '@/lib/cas-usage/avenant/ajuster-redaction'
import { changerPartie } from '@/lib/cas-usage/avenant/changer-partie'
import { changerQualite } from '@/lib/cas-usage/avenant/changer-qualite'
import { changerTerme } from '@/lib/cas-usage/avenant/changer-terme'
import { choisirForme } from '@/lib/cas-usage/avenant/choisir-forme'
import { direEffet } from '@/lib/cas-usage/avenant/dire-effet'
import { direObjet } from '@/lib/cas-usage/avenant/dire-objet'
import { insererUnite, reprendreDuModele } from '@/lib/cas-usage/avenant/inserer-unite'
import { ouvrirAvenant } from '@/lib/cas-usage/avenant/ouvrir-avenant'
import { retoucherUnite } from '@/lib/cas-usage/avenant/retoucher-unite'
import { retoucherValeur } from '@/lib/cas-usage/avenant/retoucher-valeur'
import { retablirUnite, supprimerUnite } from '@/lib/cas-usage/avenant/supprimer-unite'
import type { Contexte } from '@/lib/cas-usage/contexte'
import { modifierParametre } from '@/lib/cas-usage/convention/modifier-parametre'
import { contenu, uneConventionPrete, unProjet } from '../../fabriques/avenant'
import { unHabilite } from '../../fabriques/negociation'
import { versionDe } from '../../fabriques/signature'
import { agir, ouvrirTerritoire, refus, type Territoire, unBrouillon } from '../../fabriques/territoire'

let t: Territoire
let c: Awaited<ReturnType<typeof uneConventionPrete>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  c = await uneConventionPrete(t)
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const projet = () => unProjet(t, c)
const retouches = (acteId: string) =>
  t.proprietaire.retouche.findMany({ where: { acteId }, orderBy: { rang: 'asc' } })
const unites = (acteId: string) =>
  t.proprietaire.unite.findMany({ where: { acteId }, orderBy: { rang: 'asc' } })
const faits = async (acteId: string) =>
  (await t.proprietaire.journal.findMany({ where: { acteId } })).map((l) => l.evenement)
const unDelai = () => {
  const [cle, valeur] =
    Object.entries(c.texte.valeurs).find(([, v]) => v?.genre === 'duree' && v.unite === 'heure') ?? []
  if (!cle || valeur?.genre !== 'duree') throw new Error('aucun délai en heures')
  return { cle, valeur }
}
const objet = (acteId: string, mots = 'Un nouvel objet.', version = 0) => ({
  acteId,
  identite: 'article-objet',
  version,
  titre: 'Objet',
  contenu: contenu(mots),
})

describe('Ouvrir un avenant', () => {
  const saisie = (acteId = c.acteId) => ({ acteId, objet: 'Délais', motif: '' })

  it('prend le numéro suivant, recopie parties et centres, et rédige déjà son texte', async () => {
    const a = await agir(t.direction, ouvrirAvenant, saisie())
    expect(a.reference).toBe(`${c.reference}-A${a.rang}`)
    const acte = await t.proprietaire.acte.findUniqueOrThrow({
      where: { id: a.acteId },
      include: { parties: true, centres: true },
    })
    expect(acte).toMatchObject({ genre: 'AVENANT', etape: 'BROUILLON', partage: false })
    expect(acte.parties).toHaveLength(2)
    expect(acte.centres).toHaveLength(1)
    expect((await unites(a.acteId)).length).toBeGreaterThan(2)
    expect(await faits(a.acteId)).toContain('avenant-ouvert')
  })

  it('ouverts au même instant, deux avenants ont deux numéros', async () => {
    const ouverts = await Promise.all([1, 2, 3].map(() => agir(t.direction, ouvrirAvenant, saisie())))
    expect(new Set(ouverts.map((a) => a.rang)).size).toBe(3)
  })

  it('se refuse à un étranger, à l’autre côté, à une convention non signée ou finie', async () => {
    const mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
    await expect(agir(t.exterieur, ouvrirAvenant, saisie())).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(mairie, ouvrirAvenant, saisie())).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    const brouillon = await unBrouillon(t, 'gentilly')
    await expect(agir(t.direction, ouvrirAvenant, saisie(brouillon.acteId))).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
    const apres = new Date('2029-02-15T10:00:00Z')
    await expect(agir(t.direction, ouvrirAvenant, saisie(), apres)).rejects.toMatchObject({
      code: 'CONVENTION_FINIE',
      details: { fin: '2029-01-31' },
    })
  })
})

describe('Retoucher le texte en vigueur', () => {
  it('prend le départ du texte en vigueur, rédige l’article, et s’efface quand on y revient', async () => {
    const { acteId } = await projet()
    const avant = (await unites(acteId)).length
    expect(await agir(t.direction, retoucherUnite, objet(acteId))).toEqual({
      cible: 'unite:article-objet',
      version: 1,
    })
    const [r] = await retouches(acteId)
    const signee = c.texte.unites.find((u) => u.identite === 'article-objet')
    expect(r?.depart).toMatchObject({ titre: signee?.titre, contenu: signee?.contenu })
    expect((await unites(acteId)).length).toBe(avant + 1)
    expect(JSON.stringify(await unites(acteId))).toContain('nouvel objet')
    await expect(agir(t.direction, retoucherUnite, objet(acteId, 'Autre.', 0))).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    const retour = {
      ...objet(acteId, '', 1),
      titre: signee?.titre ?? null,
      contenu: signee?.contenu ?? contenu(''),
    }
    expect(await agir(t.direction, retoucherUnite, retour)).toMatchObject({ version: 0 })
    expect(await retouches(acteId)).toEqual([])
    expect((await unites(acteId)).length).toBe(avant)
    expect(await faits(acteId)).toContain('retouche-enregistree')
  })

  it('change une valeur, refuse une mention, un nom, une date de la convention et un autre genre', async () => {
    const { acteId } = await projet()
    const { cle, valeur } = unDelai()
    const saisie = { acteId, cle, version: 0, valeur: { ...valeur, nombre: 24 } }
    await agir(t.direction, retoucherValeur, saisie)
    expect((await retouches(acteId))[0]).toMatchObject({ cible: `valeur:${cle}`, depart: valeur })
    for (const interdite of ['deliberation_numero', 'duree'])
      await expect(agir(t.direction, retoucherValeur, { ...saisie, cle: interdite })).rejects.toMatchObject(
        refus('TEXTE_VOTE_INTANGIBLE'),
      )
    await expect(
      agir(t.direction, retoucherValeur, { ...saisie, version: 1, valeur: { genre: 'nombre', nombre: 2 } }),
    ).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    // La valeur de la convention signée, elle, ne s'écrit pas depuis l'avenant.
    await expect(
      agir(t.direction, modifierParametre, { acteId, cle, version: 1, valeur: saisie.valeur }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })

  it('insère après un article, numérote à la suite, ôte l’insertion et refuse une place inconnue', async () => {
    const { acteId } = await projet()
    const saisie = {
      acteId,
      genre: 'article' as const,
      parent: null,
      apres: 'article-objet',
      titre: 'Consultations',
      contenu: contenu('Le texte inséré.'),
    }
    const un = await agir(t.direction, insererUnite, saisie)
    expect(un.numero).toMatch(/ bis$/)
    const deux = await agir(t.direction, insererUnite, { ...saisie, apres: un.identite })
    expect(deux.numero).toMatch(/ ter$/)
    await agir(t.direction, supprimerUnite, { acteId, identite: un.identite, version: 1 })
    const [reste] = await retouches(acteId)
    expect(reste?.place).toMatchObject({ apres: 'article-objet' })
    await expect(agir(t.direction, insererUnite, { ...saisie, apres: 'inconnue' })).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    await expect(agir(t.direction, insererUnite, { ...saisie, genre: 'sous-article' })).rejects.toMatchObject(
      refus('SAISIE_INVALIDE'),
    )
    await expect(
      agir(t.direction, reprendreDuModele, {
        acteId,
        modeleVersionId: t.version('convention-cadre-partenariat'),
        identite: 'article-objet',
        parent: null,
        apres: null,
      }),
    ).rejects.toMatchObject(refus('DEJA_EXISTANT'))
  })

  it('supprime un article, puis le rétablit', async () => {
    const { acteId } = await projet()
    const cible = { acteId, identite: 'article-objet' }
    await agir(t.direction, supprimerUnite, { ...cible, version: 0 })
    expect((await retouches(acteId))[0]?.voulu).toBeNull()
    await expect(agir(t.direction, supprimerUnite, { ...cible, version: 0 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await agir(t.direction, retablirUnite, { ...cible, version: 1 })
    expect(await retouches(acteId)).toEqual([])
    await expect(agir(t.direction, retablirUnite, { ...cible, version: 0 })).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
  })

  it('renouvelle pour trois ans, prolonge dans cette limite, et n’y touche plus', async () => {
    const { acteId } = await projet()
    const dire = (
      version: number,
      nature: 'prolongation' | 'renouvellement' | null,
      date: string | null = null,
    ) => agir(t.direction, changerTerme, { acteId, version, nature, date })
    await dire(0, 'renouvellement')
    expect((await retouches(acteId))[0]).toMatchObject({ depart: '2029-01-31', voulu: '2032-01-31' })
    await dire(1, 'prolongation', '2029-06-30')
    expect((await retouches(acteId))[0]).toMatchObject({ nature: 'prolongation', voulu: '2029-06-30' })
    for (const date of ['2029-01-31', '2040-01-01'])
      await expect(dire(2, 'prolongation', date)).rejects.toMatchObject(refus('DATE_INCOHERENTE'))
    expect(await dire(2, null)).toMatchObject({ version: 0 })
  })

  it('dit son objet et son effet, entre la signature et la fin de la convention', async () => {
    const { acteId } = await projet()
    await agir(t.direction, direObjet, {
      acteId,
      version: await versionDe(t, acteId),
      objet: 'Imagerie',
      motif: 'Les délais se sont allongés.',
    })
    expect(JSON.stringify(await unites(acteId))).toContain('délais se sont allongés')
    for (const date of ['2025-12-31', '2029-02-01'])
      await expect(agir(t.direction, direEffet, { acteId, version: 0, date })).rejects.toMatchObject(
        refus('DATE_INCOHERENTE'),
      )
    await agir(t.direction, direEffet, { acteId, version: 0, date: '2027-01-01' })
    await expect(
      agir(t.direction, direEffet, { acteId, version: 0, date: '2027-02-01' }),
    ).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    expect(await faits(acteId)).toEqual(expect.arrayContaining(['avenant-objet', 'effet-dit']))
  })
})

describe('La rédaction', () => {
  it('change de forme parmi celles qui disent le même effet', async () => {
    const { acteId } = await projet()
    const { cle, valeur } = unDelai()
    await agir(t.direction, retoucherValeur, { acteId, cle, version: 0, valeur: { ...valeur, nombre: 24 } })
    const cible = `valeur:${cle}`
    const avant = JSON.stringify(await unites(acteId))
    await agir(t.direction, choisirForme, { acteId, cible, version: 1, forme: 'unite' })
    expect(JSON.stringify(await unites(acteId))).not.toBe(avant)
    await expect(
      agir(t.direction, choisirForme, { acteId, cible, version: 2, forme: 'completer' }),
    ).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await expect(
      agir(t.direction, choisirForme, { acteId, cible, version: 1, forme: null }),
    ).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
  })

  it('ajustée à la main, reste quand l’effet change, puis se reprend', async () => {
    const { acteId } = await projet()
    await agir(t.direction, retoucherUnite, objet(acteId))
    const u = (await unites(acteId)).find((x) => JSON.stringify(x.contenu).includes('nouvel objet'))
    const identite = u?.identite ?? ''
    const ajustee = {
      acteId,
      identite,
      version: u?.version ?? 0,
      titre: 'Ajusté',
      contenu: contenu('À la main.'),
    }
    const { version } = await agir(t.direction, ajusterRedaction, ajustee)
    await expect(agir(t.direction, ajusterRedaction, ajustee)).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await agir(t.direction, retoucherUnite, objet(acteId, 'Encore un autre objet.', 1))
    const lire = () => t.proprietaire.unite.findFirst({ where: { acteId, identite } })
    expect(await lire()).toMatchObject({ titre: 'Ajusté' })
    expect((await lire())?.genere).not.toBeNull()
    await agir(t.direction, reprendreRedaction, { acteId, identite, version })
    expect(JSON.stringify(await lire())).toContain('Encore un autre objet')
    expect((await lire())?.genere).toBeNull()
    expect(await faits(acteId)).toEqual(expect.arrayContaining(['redaction-ajustee', 'redaction-reprise']))
  })
})

/** Toutes les écritures d'un projet, avec une saisie acceptable. */
const ecritures = (acteId: string) => {
  const { cle, valeur } = unDelai()
  const jouer =
    <S>(cas: (c: Contexte, s: S) => Promise<unknown>, saisie: S) =>
    (acteur: Territoire['direction']) =>
      agir(acteur, cas, saisie)
  return {
    retoucher: jouer(retoucherUnite, objet(acteId)),
    inserer: jouer(insererUnite, {
      acteId,
      genre: 'article' as const,
      parent: null,
      apres: 'article-objet',
      titre: null,
      contenu: contenu('x'),
    }),
    supprimer: jouer(supprimerUnite, { acteId, identite: 'article-objet', version: 0 }),
    retablir: jouer(retablirUnite, { acteId, identite: 'article-objet', version: 0 }),
    valeur: jouer(retoucherValeur, { acteId, cle, version: 0, valeur }),
    terme: jouer(changerTerme, { acteId, version: 0, nature: 'renouvellement' as const, date: null }),
    partie: jouer(changerPartie, {
      acteId,
      version: 0,
      role: 'GESTIONNAIRE' as const,
      rang: 1,
      organisationId: t.id('commune-gentilly'),
      nom: 'Commune',
      adresse: null,
    }),
    qualite: jouer(changerQualite, {
      acteId,
      version: 0,
      role: 'GESTIONNAIRE' as const,
      rang: 1,
      civilite: 'MME' as const,
      prenom: 'Claire',
      nom: 'Exemple',
      qualite: 'adjointe déléguée',
    }),
    forme: jouer(choisirForme, { acteId, cible: 'terme', version: 1, forme: null }),
    ajuster: jouer(ajusterRedaction, {
      acteId,
      identite: 'x',
      version: 1,
      titre: null,
      contenu: contenu('x'),
    }),
    reprendre: jouer(reprendreRedaction, { acteId, identite: 'x', version: 1 }),
    effet: jouer(direEffet, { acteId, version: 0, date: null }),
    objet: jouer(direObjet, { acteId, version: 1, objet: 'Autre', motif: '' }),
    base: jouer(actualiserBase, { acteId }),
    modele: jouer(reprendreDuModele, {
      acteId,
      modeleVersionId: t.version('convention-cadre-partenariat'),
      identite: 'article-objet',
      parent: null,
      apres: null,
    }),
  }
}

it('aucune écriture ne s’ouvre à un étranger, à l’autre côté, ni hors de la rédaction, ni sur une convention', async () => {
  const mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
  const { acteId } = await projet()
  for (const [nom, jouer] of Object.entries(ecritures(acteId))) {
    await expect(jouer(t.exterieur), nom).rejects.toMatchObject(refus('INTROUVABLE'))
    // Jamais partagé, le projet n'existe pas pour l'autre côté.
    await expect(jouer(mairie), nom).rejects.toMatchObject(refus('INTROUVABLE'))
  }
  await agir(t.direction, retoucherUnite, objet(acteId))
  await agir(t.direction, partagerVersion, { acteId, version: await versionDe(t, acteId), message: '' })
  for (const [nom, jouer] of Object.entries(ecritures(acteId))) {
    await expect(jouer(t.direction), nom).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    await expect(jouer(mairie), nom).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
  }
  await t.proprietaire.acte.update({ where: { id: acteId }, data: { etape: 'A_REPRENDRE' } })
  const brouillon = await unBrouillon(t, 'gentilly')
  for (const [nom, jouer] of Object.entries(ecritures(brouillon.acteId)))
    await expect(jouer(t.direction), nom).rejects.toMatchObject(refus('INTROUVABLE'))
})

it('un projet suit le texte en vigueur à sa date d’effet', async () => {
  const { acteId } = await projet()
  await agir(t.direction, retoucherUnite, objet(acteId))
  await t.proprietaire.acte.update({ where: { id: c.acteId }, data: { dateFin: versDate('2028-12-31') } })
  await agir(t.direction, changerTerme, { acteId, version: 0, nature: 'prolongation', date: '2029-01-31' })
  const terme = (await retouches(acteId)).find((r) => r.cible === 'terme')
  expect(terme?.depart).toBe('2028-12-31')
  await t.proprietaire.acte.update({ where: { id: c.acteId }, data: { dateFin: versDate('2029-01-31') } })
  // Le terme voulu est déjà celui d'aujourd'hui : la retouche tombe sans bruit.
  expect(await agir(t.direction, actualiserBase, { acteId })).toMatchObject({ arretees: [] })
  expect((await retouches(acteId)).map((r) => r.cible)).toEqual(['unite:article-objet'])
  expect(await faits(acteId)).toContain('base-actualisee')
})
