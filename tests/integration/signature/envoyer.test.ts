import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { avecActeur } from '@/lib/bd/transaction'
import { rouvrirTexte } from '@/lib/cas-usage/acte/reprendre-texte'
import { rappelerEnvoi } from '@/lib/cas-usage/signature/rappeler-envoi'
import { abandonnerEnvoi } from '@/lib/cas-usage/signature/refuser-envoi'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { sha256 } from '@/lib/domaine/texte/empreinte'
import { lireFichier } from '@/lib/lectures/fichier/lire-fichier'
import { envoyerALaSignature, fabriquerEnvoi, reprendreEnvoi } from '@/lib/serveur/signature/envoyer'
import { unHabilite } from '../../fabriques/negociation'
import {
  envoyer as envoyerEtFabriquer,
  OUTILS_DU_TEST,
  unEnvoi,
  unTexteASigner,
  versionDe,
} from '../../fabriques/signature'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let mairie: Acteur
let texte: Awaited<ReturnType<typeof unTexteASigner>>
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
})
beforeEach(async () => {
  texte = await unTexteASigner(t)
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const acte = () => t.proprietaire.acte.findUniqueOrThrow({ where: { id: texte.acteId } })
const envois = () =>
  t.proprietaire.envoiSignature.findMany({ where: { acteId: texte.acteId }, orderBy: { numero: 'asc' } })
const faits = async () =>
  (await t.proprietaire.journal.findMany({ where: { acteId: texte.acteId }, orderBy: { id: 'asc' } })).map(
    (l) => l.evenement,
  )
const envoyer = async (acteur: Acteur = t.direction, outils = OUTILS_DU_TEST, version?: number) =>
  envoyerEtFabriquer(
    acteur,
    { acteId: texte.acteId, version: version ?? (await versionDe(t, texte.acteId)), premiere: null },
    outils,
  )
const reserver = async () =>
  agir(t.direction, envoyerALaSignature, {
    acteId: texte.acteId,
    version: await versionDe(t, texte.acteId),
    premiere: null,
  })
const fabriquer = (acteur: Acteur, envoiId: string) =>
  fabriquerEnvoi(acteur, envoiId, MAINTENANT, undefined, OUTILS_DU_TEST)

describe('Envoyer à la signature', () => {
  it('fige le PDF relu et sa page accessible, avec leurs empreintes, et passe à signer', async () => {
    await envoyer()
    const [envoi] = await envois()
    expect(envoi).toMatchObject({ etat: 'PRET', numero: 1, relecture: { etat: 'identique' }, ordonne: false })
    expect((await acte()).etape).toBe('A_SIGNER')
    const pdf = await lireFichier(mairie, envoi?.pdfId ?? '')
    expect(pdf && sha256(pdf.octets)).toBe(pdf?.empreinte)
    expect(Buffer.from(pdf?.octets ?? []).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
    const html = await lireFichier(mairie, envoi?.htmlId ?? '')
    const page = Buffer.from(html?.octets ?? []).toString('utf8')
    expect(page).toContain('<html lang="fr-FR">')
    expect(page).toContain('2026-84')
    expect(page).toContain('Madame Claire Exemple')
    expect(page).not.toMatch(/PROJET|à compléter|<script/)
    expect(await faits()).toEqual(expect.arrayContaining(['envoi-prepare', 'envoi-a-la-signature']))
  })

  it('ne change rien au PDF figé quand un signataire change ensuite de nom', async () => {
    await envoyer()
    await t.proprietaire.signataire.updateMany({ where: { partieId: texte.hopital }, data: { nom: 'Autre' } })
    const [envoi] = await envois()
    expect(JSON.stringify(envoi?.signataires)).toContain('Modèle')
  })

  it('est refusé à une personne extérieure, à l’autre côté, à la mauvaise étape, sur une version périmée', async () => {
    await expect(envoyer(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(envoyer(mairie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(envoyer(t.direction, OUTILS_DU_TEST, 1)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await t.proprietaire.acte.update({ where: { id: texte.acteId }, data: { etape: 'EN_RELECTURE' } })
    await expect(envoyer()).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    expect(await envois()).toEqual([])
  })

  it('est bloqué tant que la délibération n’est pas transmise, avec la source', async () => {
    texte = await unTexteASigner(t, { transmise: null })
    await expect(envoyer()).rejects.toMatchObject({
      code: 'SIGNATURE_BLOQUEE',
      details: { raisons: expect.stringContaining('10 juin 1996, n° 176873') },
    })
  })

  it('refuse une partie sans signataire nommé', async () => {
    await t.proprietaire.signataire.updateMany({ where: { partieId: texte.gestionnaire }, data: { nom: '' } })
    await expect(envoyer()).rejects.toMatchObject(refus('SIGNATAIRE_MANQUANT'))
  })

  it('n’ouvre pas deux envois, même demandés au même instant', async () => {
    const version = await versionDe(t, texte.acteId)
    const essais = await Promise.allSettled([1, 2].map(() => envoyer(t.direction, OUTILS_DU_TEST, version)))
    expect(essais.filter((e) => e.status === 'fulfilled')).toHaveLength(1)
    expect(await envois()).toHaveLength(1)
  })
})

describe('Un envoi qui ne va pas au bout', () => {
  it('un PDF qui ne porte pas le texte ne fige rien, et dit où', async () => {
    const faux = {
      ...OUTILS_DU_TEST,
      rendre: (d: Parameters<typeof OUTILS_DU_TEST.rendre>[0]) =>
        OUTILS_DU_TEST.rendre(JSON.parse(JSON.stringify(d).replace('2026-84', '2026-48'))),
    }
    await expect(envoyer(t.direction, faux)).rejects.toMatchObject({
      code: 'ECART_PDF',
      details: { attendu: expect.stringContaining('2026-84'), lu: expect.stringContaining('2026-48') },
    })
    expect(await envois()).toMatchObject([{ etat: 'RETIRE', pdfId: null, relecture: { etat: 'different' } }])
    expect((await acte()).etape).toBe('TEXTE_ACCEPTE')
    expect(await faits()).toContain('envoi-refuse')
    await envoyer()
    expect((await envois()).map((e) => e.etat)).toEqual(['RETIRE', 'PRET'])
  })

  it('un processus mort entre les deux temps laisse un envoi à reprendre', async () => {
    const { envoiId } = await reserver()
    await expect(envoyer()).rejects.toMatchObject(refus('ENVOI_EN_COURS'))
    await expect(agir(mairie, reprendreEnvoi, { envoiId })).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.exterieur, reprendreEnvoi, { envoiId })).rejects.toMatchObject(refus('INTROUVABLE'))
    const { tacheId } = await agir(t.direction, reprendreEnvoi, { envoiId })
    expect(await t.proprietaire.tache.findUnique({ where: { id: tacheId } })).toMatchObject({
      genre: 'figer',
    })
    // L'ouvrier peut recommencer, ou deux ouvriers se croiser : un seul passage, un seul PDF.
    await Promise.allSettled([fabriquer(t.direction, envoiId), fabriquer(t.direction, envoiId)])
    await fabriquer(t.direction, envoiId)
    expect(await envois()).toMatchObject([{ id: envoiId, etat: 'PRET' }])
    expect((await faits()).filter((f) => f === 'envoi-a-la-signature')).toHaveLength(1)
    expect(await t.proprietaire.fichier.count({ where: { acteId: texte.acteId, usage: 'envoi' } })).toBe(2)
    await expect(agir(t.direction, reprendreEnvoi, { envoiId })).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
  })

  it('ou à abandonner, sans rien perdre', async () => {
    const { envoiId } = await reserver()
    const saisie = { envoiId, motif: 'Un nom est faux.' }
    await expect(agir(t.exterieur, abandonnerEnvoi, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(mairie, abandonnerEnvoi, saisie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await agir(t.direction, abandonnerEnvoi, saisie)
    expect(await envois()).toMatchObject([{ etat: 'RETIRE', motif: 'Un nom est faux.' }])
    expect(await faits()).toContain('envoi-abandonne')
    await envoyer()
  })

  it.each([
    [
      'un signataire',
      () =>
        t.proprietaire.signataire.updateMany({
          where: { partieId: texte.gestionnaire },
          data: { nom: 'Autre' },
        }),
    ],
    [
      'une mention',
      () =>
        t.proprietaire.parametre.updateMany({
          where: { conventionId: texte.conventionId, cle: 'deliberation_numero' },
          data: { valeur: { genre: 'texte', texte: '2026-85' } },
        }),
    ],
  ])('%s changé pendant la fabrication empêche de confirmer', async (_nom, changer) => {
    const pendant = {
      ...OUTILS_DU_TEST,
      html: async (d: Parameters<typeof OUTILS_DU_TEST.html>[0]) => {
        await changer()
        return OUTILS_DU_TEST.html(d)
      },
    }
    await expect(envoyer(t.direction, pendant)).rejects.toMatchObject(refus('ENVOI_PERIME'))
    expect(await envois()).toMatchObject([{ etat: 'RETIRE', pdfId: null }])
    expect((await acte()).etape).toBe('TEXTE_ACCEPTE')
  })

  it('le texte rouvert pendant la fabrication empêche de confirmer', async () => {
    const pendant = {
      ...OUTILS_DU_TEST,
      html: async (d: Parameters<typeof OUTILS_DU_TEST.html>[0]) => {
        await agir(mairie, rouvrirTexte, {
          acteId: texte.acteId,
          version: await versionDe(t, texte.acteId),
          motif: 'Le conseil demande un ajout.',
        })
        return OUTILS_DU_TEST.html(d)
      },
    }
    await expect(envoyer(t.direction, pendant)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    expect(await envois()).toMatchObject([{ etat: 'RETIRE' }])
    expect((await acte()).etape).toBe('A_REPRENDRE')
  })
})

describe('Rappeler', () => {
  it('retire l’envoi avec son motif, sans rouvrir le texte', async () => {
    const e = await unEnvoi(t)
    const saisie = { acteId: e.acteId, version: await versionDe(t, e.acteId), motif: 'La maire a changé.' }
    await expect(agir(mairie, rappelerEnvoi, saisie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.exterieur, rappelerEnvoi, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await agir(t.direction, rappelerEnvoi, saisie)
    const apres = await t.proprietaire.acte.findUniqueOrThrow({
      where: { id: e.acteId },
      include: { envois: true },
    })
    expect(apres).toMatchObject({
      etape: 'TEXTE_ACCEPTE',
      envois: [{ etat: 'RETIRE', motif: 'La maire a changé.' }],
    })
    // Ce qui a été figé reste lisible, tel quel.
    expect(await lireFichier(mairie, e.envoi.pdfId ?? '')).not.toBeNull()
  })

  it('la base refuse de changer un envoi figé', async () => {
    const e = await unEnvoi(t)
    await expect(
      avecActeur(t.direction, (tx) =>
        tx.envoiSignature.updateMany({ where: { id: e.envoiId }, data: { document: {} } }),
      ),
    ).rejects.toThrow(/ne change pas/)
  })
})
