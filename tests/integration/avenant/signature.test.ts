import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { avecActeur } from '@/lib/bd/transaction'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { actualiserBase } from '@/lib/cas-usage/avenant/actualiser-base'
import { ajusterRedaction } from '@/lib/cas-usage/avenant/ajuster-redaction'
import { changerTerme } from '@/lib/cas-usage/avenant/changer-terme'
import { direEffet } from '@/lib/cas-usage/avenant/dire-effet'
import { insererUnite } from '@/lib/cas-usage/avenant/inserer-unite'
import { retoucherUnite } from '@/lib/cas-usage/avenant/retoucher-unite'
import { retoucherValeur } from '@/lib/cas-usage/avenant/retoucher-valeur'
import { abandonnerActe } from '@/lib/cas-usage/convention/abandonner-acte'
import type { TexteFige } from '@/lib/domaine/acte/version'
import { consolider, joursDeChangement } from '@/lib/domaine/avenant/consolider'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireChaine } from '@/lib/lectures/avenant/lire-chaine'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import {
  contenu,
  LE_JOUR_DES_SIGNATURES,
  motsDe,
  signerLAvenant,
  uneConventionPrete,
  uneDeliberationCouvrante,
  unProjet,
} from '../../fabriques/avenant'
import { unHabilite } from '../../fabriques/negociation'
import { versionDe } from '../../fabriques/signature'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let mairie: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const IDENTITE = 'article-objet'
const partager = async (acteId: string, plus = {}) =>
  agir(t.direction, partagerVersion, { acteId, version: await versionDe(t, acteId), message: '', ...plus })
const retoucher = (acteId: string, mots: string, version = 0, identite = IDENTITE) =>
  agir(t.direction, retoucherUnite, { acteId, identite, version, titre: 'Objet', contenu: contenu(mots) })
const faits = async (acteId: string) =>
  (await t.proprietaire.journal.findMany({ where: { acteId }, orderBy: { id: 'asc' } })).map(
    (l) => l.evenement,
  )
const uneChaine = async () => {
  const c = await uneConventionPrete(t)
  await uneDeliberationCouvrante(t, c)
  return c
}

describe('Partager un avenant', () => {
  it('fige avec son texte les modifications qui en sont l’effet, et les fait voter', async () => {
    const c = await uneChaine()
    const a = await unProjet(t, c)
    await expect(partager(a.acteId)).rejects.toMatchObject(refus('AVENANT_VIDE'))
    await retoucher(a.acteId, 'Un nouvel objet.')
    await partager(a.acteId)
    const v = await t.proprietaire.versionActe.findFirstOrThrow({ where: { acteId: a.acteId } })
    const fige = v.texte as unknown as TexteFige
    expect(fige.modifications).toMatchObject([{ genre: 'texte', identite: IDENTITE }])
    expect(fige.titre).toMatch(/^Avenant n°\u00a01 à la convention-cadre/)
    // L'autre côté lit la version, jamais les retouches.
    const lue = await lireConvention(mairie, a.reference, MAINTENANT)
    expect(lue).toMatchObject({ rang: 1, versionLue: 1, initiale: { reference: c.reference } })
    for (const acteur of [mairie, t.cms, t.siege, t.exterieur])
      expect(
        await avecActeur(acteur, async (tx) => [
          await tx.retouche.count(),
          await tx.projetAvenant.count(),
          await tx.unite.count({ where: { acteId: a.acteId } }),
        ]),
      ).toEqual([0, 0, 0])
    expect(await avecActeur(t.direction, (tx) => tx.retouche.count({ where: { acteId: a.acteId } }))).toBe(1)
  })

  it('s’arrête quand une rédaction ajustée ne dit plus l’effet, sauf si la personne le confirme', async () => {
    const a = await unProjet(t, await uneChaine())
    await retoucher(a.acteId, 'Un nouvel objet.')
    const unites = await t.proprietaire.unite.findMany({
      where: { acteId: a.acteId },
      orderBy: { rang: 'asc' },
    })
    const cible = unites.find((u) => JSON.stringify(u.contenu).includes('nouvel objet'))
    await agir(t.direction, ajusterRedaction, {
      acteId: a.acteId,
      identite: cible?.identite ?? '',
      version: cible?.version ?? 0,
      titre: cible?.titre ?? null,
      contenu: contenu('L’article 1er est supprimé.'),
    })
    await expect(partager(a.acteId)).rejects.toMatchObject(refus('REDACTION_EN_DESACCORD'))
    expect(await partager(a.acteId, { malgreLesEcarts: true })).toMatchObject({ numero: 1 })
  })
})

/** Le texte en vigueur tel que cette personne le lit ce jour-là. */
async function enVigueur(qui: Acteur, reference: string, jour: string) {
  const lu = await lireChaine(qui, reference, MAINTENANT)
  if (!lu) return null
  const { initial, etat, avenants } = lu.chaine
  return { ...consolider(etat, avenants, jour), jours: joursDeChangement(initial.effetLe, avenants) }
}

describe('Signer un avenant', () => {
  it('couvert par la délibération de la convention, il s’envoie et se signe sans nouveau vote, et change le texte', async () => {
    const c = await uneChaine()
    const a = await unProjet(t, c)
    const avant = await enVigueur(mairie, c.reference, '2026-12-31')
    await retoucher(a.acteId, 'Un nouvel objet.')
    expect(await signerLAvenant(t, mairie, a.acteId)).toMatchObject({ signee: true })
    expect(await faits(a.acteId)).toContain('couverture-portee')
    const acte = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: a.acteId } })
    expect(acte.dateSignature).toEqual(versDate('2026-12-05'))
    expect(acte.dateEffet).toEqual(versDate('2026-12-05'))
    expect(acte.dateFin).toBeNull()
    const objet = (e: typeof avant) => e?.etat.unites.find((u) => u.identite === IDENTITE)
    for (const qui of [t.direction, mairie, t.cms]) {
      const veille = await enVigueur(qui, c.reference, '2026-12-04')
      expect(objet(veille)?.contenu).toEqual(objet(avant)?.contenu)
      expect(veille?.aVenir.map((x) => x.rang)).toEqual([1])
      const apres = await enVigueur(qui, c.reference, '2026-12-05')
      const u = objet(apres)
      expect(u && motsDe(u.contenu)).toBe('Un nouvel objet.')
      expect(u?.traces).toMatchObject([{ rang: 1, effet: 'modifie', effetLe: '2026-12-05' }])
      expect(apres?.conflits).toEqual([])
      expect(apres?.jours).toEqual(['2026-02-01', '2026-12-05'])
      // Rien d'autre n'a bougé.
      const autres = (e: typeof avant) => e?.etat.unites.filter((x) => x.identite !== IDENTITE)
      expect(autres(apres)).toEqual(autres(avant))
    }
    expect(await enVigueur(t.exterieur, c.reference, '2026-12-05')).toBeNull()
  })

  it('reprend l’autre projet du même article ou l’arrête, l’écrit au journal et prévient son rédacteur', async () => {
    const c = await uneChaine()
    const premier = await unProjet(t, c)
    const second = await unProjet(t, c)
    const loin = await unProjet(t, c)
    await retoucher(premier.acteId, 'Le premier objet.')
    await retoucher(second.acteId, 'Le second objet.')
    await agir(t.direction, retoucherUnite, {
      acteId: loin.acteId,
      identite: 'article-duree',
      version: 0,
      titre: 'Durée retouchée',
      contenu: contenu('Autre chose.'),
    }).catch(() => null)
    await signerLAvenant(t, mairie, premier.acteId)
    const retouche = await t.proprietaire.retouche.findFirstOrThrow({ where: { acteId: second.acteId } })
    expect(retouche.arretee).not.toBeNull()
    expect(await faits(second.acteId)).toContain('projet-atteint')
    expect(await faits(loin.acteId)).not.toContain('projet-atteint')
    const ligne = await t.proprietaire.journal.findFirstOrThrow({
      where: { acteId: second.acteId, evenement: 'projet-atteint' },
    })
    expect(ligne).toMatchObject({ partage: false, auteurId: null })
    // Le jour où le premier est en vigueur.
    const partagerApres = async () =>
      agir(
        t.direction,
        partagerVersion,
        { acteId: second.acteId, version: await versionDe(t, second.acteId), message: '' },
        LE_JOUR_DES_SIGNATURES,
      )
    await expect(partagerApres()).rejects.toMatchObject(refus('RETOUCHES_ARRETEES'))
    // Reprise sur le nouveau texte, à la version laissée par l'arrêt, elle repart.
    await agir(
      t.direction,
      retoucherUnite,
      {
        acteId: second.acteId,
        identite: IDENTITE,
        version: retouche.version,
        titre: 'Objet',
        contenu: contenu('Le second objet, repris.'),
      },
      LE_JOUR_DES_SIGNATURES,
    )
    expect(await partagerApres()).toMatchObject({ numero: 1 })
    expect(await agir(t.direction, actualiserBase, { acteId: loin.acteId })).toMatchObject({ arretees: [] })
  })

  it('ne laisse pas signer deux fois le même numéro : le projet prend le suivant, le texte figé est arrêté', async () => {
    const c = await uneChaine()
    const [signe, brouillon, fige] = [await unProjet(t, c), await unProjet(t, c), await unProjet(t, c)]
    for (const a of [signe, brouillon, fige])
      await agir(t.direction, insererUnite, {
        acteId: a.acteId,
        genre: 'article',
        parent: null,
        apres: IDENTITE,
        titre: `Article de l’avenant ${a.rang}`,
        contenu: contenu('Le texte inséré.'),
      })
    // Signé, il ne prendra effet que plus tard : le texte d'aujourd'hui n'a pas encore son article.
    await agir(t.direction, direEffet, { acteId: signe.acteId, version: 0, date: '2027-06-01' })
    await partager(fige.acteId)
    await signerLAvenant(t, mairie, signe.acteId)
    const [r] = await t.proprietaire.retouche.findMany({ where: { acteId: brouillon.acteId } })
    expect(r).toMatchObject({ arretee: null, place: { numero: { intitule: 'Article 1er ter' } } })
    await expect(signerLAvenant(t, mairie, fige.acteId, { partager: false })).rejects.toMatchObject({
      code: 'NUMERO_PRIS',
      details: { numero: '1 bis', avenant: signe.rang },
    })
  })

  it('refuse d’envoyer un avenant déjà accepté quand un autre a changé le même passage', async () => {
    const c = await uneChaine()
    const premier = await unProjet(t, c)
    const second = await unProjet(t, c)
    await retoucher(premier.acteId, 'Le premier objet.')
    await retoucher(second.acteId, 'Le second objet.')
    await partager(second.acteId)
    await signerLAvenant(t, mairie, premier.acteId)
    await expect(signerLAvenant(t, mairie, second.acteId, { partager: false })).rejects.toMatchObject(
      refus('TEXTE_CHANGE_DEPUIS'),
    )
  })

  it('renouvelle la chaîne de trois ans, et refuse un renouvellement signé après l’échéance', async () => {
    const c = await uneChaine()
    const a = await unProjet(t, c, 'Renouvellement')
    await agir(t.direction, changerTerme, {
      acteId: a.acteId,
      version: 0,
      nature: 'renouvellement',
      date: null,
    })
    await signerLAvenant(t, mairie, a.acteId)
    const lue = await lireConvention(mairie, c.reference, MAINTENANT)
    expect(lue?.dates.fin).toBe('2032-01-31')
    expect((await enVigueur(mairie, c.reference, '2026-12-31'))?.etat.fin).toBe('2032-01-31')
    expect((await enVigueur(mairie, c.reference, '2026-12-01'))?.etat.fin).toBe('2029-01-31')

    const echue = await uneChaine()
    const tard = await unProjet(t, echue, 'Renouvellement tardif')
    await agir(t.direction, changerTerme, {
      acteId: tard.acteId,
      version: 0,
      nature: 'renouvellement',
      date: null,
    })
    const jour = new Date('2029-03-10T10:00:00Z')
    await expect(signerLAvenant(t, mairie, tard.acteId, { jour })).rejects.toMatchObject(
      refus('CONVENTION_FINIE'),
    )
    expect((await t.proprietaire.acte.findUniqueOrThrow({ where: { id: tard.acteId } })).etape).toBe(
      'A_SIGNER',
    )
  })

  it('un avenant change ce qu’un avenant antérieur a changé, valeur et article', async () => {
    const c = await uneChaine()
    const [cle, valeur] =
      Object.entries(c.texte.valeurs).find(([, v]) => v?.genre === 'duree' && v.unite === 'heure') ?? []
    if (!cle || valeur?.genre !== 'duree') throw new Error('aucun délai en heures')
    const un = await unProjet(t, c)
    await agir(t.direction, retoucherValeur, {
      acteId: un.acteId,
      cle,
      version: 0,
      valeur: { ...valeur, nombre: 24 },
    })
    await signerLAvenant(t, mairie, un.acteId)
    const deux = await unProjet(t, c)
    await agir(
      t.direction,
      retoucherValeur,
      { acteId: deux.acteId, cle, version: 0, valeur: { ...valeur, nombre: 12 } },
      LE_JOUR_DES_SIGNATURES,
    )
    const r = await t.proprietaire.retouche.findFirstOrThrow({ where: { acteId: deux.acteId } })
    expect(r.depart).toMatchObject({ nombre: 24 })
  })
})

it('un avenant abandonné garde son numéro, qui se voit et ne resert pas', async () => {
  const c = await uneChaine()
  const un = await unProjet(t, c)
  await agir(t.direction, abandonnerActe, {
    acteId: un.acteId,
    version: await versionDe(t, un.acteId),
    motif: 'Sans objet',
  })
  const deux = await unProjet(t, c)
  expect([un.rang, deux.rang]).toEqual([1, 2])
  const lue = await lireConvention(t.direction, c.reference, MAINTENANT)
  expect(lue?.avenants.map((a) => [a.rang, a.etape])).toEqual([
    [1, 'ABANDONNEE'],
    [2, 'BROUILLON'],
  ])
})
