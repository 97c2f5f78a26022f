import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { nouvelId } from '@/lib/bd/identifiants'
import { rouvrirTexte } from '@/lib/cas-usage/acte/reprendre-texte'
import { corrigerDeliberation } from '@/lib/cas-usage/deliberation/corriger-deliberation'
import { direEffetFinancier } from '@/lib/cas-usage/deliberation/dire-effet-financier'
import { enregistrerDeliberation } from '@/lib/cas-usage/deliberation/enregistrer-deliberation'
import { refuserAuVote } from '@/lib/cas-usage/deliberation/refuser-au-vote'
import { remplirMention } from '@/lib/cas-usage/deliberation/remplir-mention'
import { renseignerSignataire } from '@/lib/cas-usage/deliberation/renseigner-signataire'
import { soumettreAuVote } from '@/lib/cas-usage/deliberation/soumettre-au-vote'
import { deposerPiece } from '@/lib/cas-usage/fichier/deposer-piece'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireConstats } from '@/lib/lectures/acte/lire-constats'
import { lireDossierConseil } from '@/lib/lectures/acte/lire-dossier-conseil'
import { unHabilite } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'
import { etatDe, uneDecision, unTexteAccepte, unTexteEnDeliberation, unValideur } from '../../fabriques/vote'

let t: Territoire
let mairie: Acteur
let cms: Acteur
let juridique: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
  juridique = await unValideur(t, 'juridique')
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const codes = async (acteId: string) =>
  (await lireConstats(t.direction, acteId, MAINTENANT))?.map((c) => c.code) ?? []
const journal = (acteId: string, evenement: string) =>
  t.proprietaire.journal.findMany({ where: { acteId, evenement } })
const valeur = async (conventionId: string, cle: string) =>
  (await t.proprietaire.parametre.findUnique({ where: { conventionId_cle: { conventionId, cle } } }))
    ?.valeur ?? null

describe('Ce que l’on signale sans bloquer', () => {
  it('une séance antérieure au partage du texte voté ; le jour même, rien', async () => {
    const { acteId, partieId, empreinte } = await unTexteEnDeliberation(t, mairie)
    const decision = uneDecision({ seanceLe: '2026-11-21', transmiseLe: '2026-11-22', publieeLe: null })
    await agir(mairie, enregistrerDeliberation, { acteId, partieId, empreinte, ...decision })
    const anterieure = async () =>
      (await lireConstats(t.direction, acteId, MAINTENANT))?.find((c) => c.code === 'deliberation-anterieure')
    expect(await anterieure()).toMatchObject({
      niveau: 'previent',
      partieId,
      message: expect.stringMatching(
        /21\u00a0novembre 2026 est antérieure .* partagée le 22\u00a0novembre 2026/,
      ),
    })
    const d = await t.proprietaire.deliberation.findFirstOrThrow({ where: { acteId } })
    const corrigee = { ...decision, seanceLe: '2026-11-22' }
    await agir(mairie, corrigerDeliberation, { deliberationId: d.id, version: d.version, ...corrigee })
    expect(await anterieure()).toBeUndefined()
  })

  it('un signataire que le texte ne nomme pas, jusqu’à ce que l’un des deux noms change', async () => {
    const { acteId, conventionId, partieId } = await unTexteEnDeliberation(t, mairie)
    const nommer = (prenom: string, nom: string) =>
      t.proprietaire.parametre.upsert({
        where: { conventionId_cle: { conventionId, cle: 'gestionnaire_representant' } },
        create: { conventionId, cle: 'gestionnaire_representant', valeur: personne(prenom, nom) },
        update: { valeur: personne(prenom, nom) },
      })
    const personne = (prenom: string, nom: string) => ({
      genre: 'personne',
      civilite: 'MME',
      prenom,
      nom,
      fonction: { masculin: 'Maire', feminin: 'Maire' },
    })
    await nommer('Camille', 'Durand')
    await t.proprietaire.signataire.updateMany({
      where: { partieId },
      data: { prenom: 'Dominique', nom: 'Martin', qualite: 'Maire' },
    })
    const constat = async () =>
      (await lireConstats(t.direction, acteId, MAINTENANT))?.find(
        (c) => c.code === 'signataire-autre-que-le-texte' && c.partieId === partieId,
      )
    expect((await constat())?.message).toMatch(/représentée par Camille Durand, mais Dominique Martin/)
    await nommer('Dominique', 'MARTIN')
    expect(await constat()).toBeUndefined()
  })
})

describe('Le gestionnaire associatif', () => {
  const nature = (natureGestionnaire: 'COMMUNE' | 'ASSOCIATION') =>
    t.proprietaire.organisation.update({
      where: { id: t.id('commune-arcueil') },
      data: { natureGestionnaire },
    })
  it('décide par son organe : nulle transmission n’est attendue, d’une commune si', async () => {
    const a = await unTexteEnDeliberation(t, mairie)
    const { acteId, partieId, empreinte } = a
    const sansTransmission = { organe: 'conseil d’administration', transmiseLe: null, publieeLe: null }
    await agir(mairie, enregistrerDeliberation, {
      acteId,
      partieId,
      empreinte,
      ...uneDecision(sansTransmission),
    })
    const partie = async () =>
      (await lireConstats(t.direction, acteId, MAINTENANT))?.filter((c) => c.partieId === partieId) ?? []
    const transmission = async () => (await partie()).filter((c) => /transmi/i.test(c.message))
    expect(await transmission()).not.toEqual([])
    await nature('ASSOCIATION')
    try {
      expect(await transmission()).toEqual([])
      expect((await lireDossierConseil(mairie, acteId, MAINTENANT))?.gestionnaire.nature).toBe('ASSOCIATION')
    } finally {
      await nature('COMMUNE')
    }
  })
})

describe('Soumettre au vote', () => {
  let a: Awaited<ReturnType<typeof unTexteAccepte>>
  beforeEach(async () => {
    a = await unTexteAccepte(t, mairie)
  })
  const soumettre = (qui: Acteur, version = a.version) =>
    agir(qui, soumettreAuVote, { acteId: a.acteId, version })

  it('ouvre la délibération, par la mairie ou la direction, et l’écrit au journal', async () => {
    await soumettre(t.direction)
    expect(await etatDe(t, a.acteId)).toMatchObject({ etape: 'EN_DELIBERATION' })
    expect(await journal(a.acteId, 'vote-ouvert')).toMatchObject([{ partage: true }])
  })
  it('refuse un étranger, un centre, un valideur, le siège, une version périmée, une autre étape', async () => {
    await expect(soumettre(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    for (const qui of [cms, juridique, t.siege])
      await expect(soumettre(qui)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(soumettre(mairie, a.version - 1)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await soumettre(mairie)
    await expect(soumettre(mairie, a.version + 1)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
})

describe('Enregistrer une délibération', () => {
  let a: Awaited<ReturnType<typeof unTexteEnDeliberation>>
  beforeEach(async () => {
    a = await unTexteEnDeliberation(t, mairie)
  })
  const enregistrer = (qui: Acteur, d: Record<string, unknown> = {}) =>
    agir(qui, enregistrerDeliberation, {
      acteId: a.acteId,
      partieId: a.partieId,
      empreinte: a.empreinte,
      ...uneDecision(d),
    })

  it('remplit les mentions du texte sans en changer l’empreinte ni rouvrir quoi que ce soit', async () => {
    expect(await codes(a.acteId)).toContain('mention-manquante')
    await enregistrer(mairie)
    expect(await valeur(a.conventionId, 'deliberation_numero')).toEqual({ genre: 'texte', texte: '2026-45' })
    expect(await valeur(a.conventionId, 'deliberation_date')).toEqual({ genre: 'date', date: '2026-11-10' })
    expect(await valeur(a.conventionId, 'deliberation_transmission')).toEqual({
      genre: 'date',
      date: '2026-11-12',
    })
    expect(await etatDe(t, a.acteId)).toMatchObject({ etape: 'EN_DELIBERATION', empreinte: a.empreinte })
    const restants = await codes(a.acteId)
    expect(restants).not.toContain('mention-manquante')
    expect(restants).not.toContain('deliberation-manquante')
    expect(await journal(a.acteId, 'deliberation-enregistree')).toMatchObject([{ partage: true }])
  })
  it('le numéro et la transmission peuvent suivre : rien n’est rouvert, ce qui bloquait se lève', async () => {
    const { deliberationId } = await enregistrer(t.direction, {
      numero: null,
      transmiseLe: null,
      publieeLe: null,
    })
    expect(await codes(a.acteId)).toEqual(
      expect.arrayContaining(['transmission-manquante', 'publication-manquante', 'mention-manquante']),
    )
    const saisie = { deliberationId, version: 1, ...uneDecision() }
    expect(await agir(mairie, corrigerDeliberation, saisie)).toEqual({ version: 2 })
    const restants = await codes(a.acteId)
    for (const code of ['transmission-manquante', 'publication-manquante', 'mention-manquante'])
      expect(restants).not.toContain(code)
    expect(await etatDe(t, a.acteId)).toMatchObject({ etape: 'EN_DELIBERATION', empreinte: a.empreinte })
    await expect(agir(mairie, corrigerDeliberation, saisie)).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    for (const [qui, code] of [
      [cms, 'ROLE_INSUFFISANT'],
      [juridique, 'ROLE_INSUFFISANT'],
      [t.exterieur, 'INTROUVABLE'],
    ] as const)
      await expect(agir(qui, corrigerDeliberation, { ...saisie, version: 2 })).rejects.toMatchObject(
        refus(code),
      )
    expect(await journal(a.acteId, 'deliberation-corrigee')).toHaveLength(1)
  })
  it('envoyée à la signature, seules la publication et la copie se complètent encore', async () => {
    const { deliberationId } = await enregistrer(mairie, { publieeLe: null })
    await t.proprietaire.acte.update({ where: { id: a.acteId }, data: { etape: 'A_SIGNER' } })
    const corriger = (d: Record<string, unknown>) =>
      agir(mairie, corrigerDeliberation, { deliberationId, version: 1, ...uneDecision(d) })
    await expect(corriger({ numero: '2026-46' })).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    expect(await corriger({})).toEqual({ version: 2 })
  })
  it('refuse un étranger, un autre rôle, une autre partie, un autre texte, deux votes, des dates impossibles', async () => {
    await expect(enregistrer(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    for (const qui of [cms, juridique, t.siege])
      await expect(enregistrer(qui)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(enregistrer(mairie, { empreinte: 'f'.repeat(64) })).rejects.toMatchObject(
      refus('VERSION_DEPASSEE'),
    )
    const hopital = await t.proprietaire.partie.findFirstOrThrow({
      where: { acteId: a.acteId, role: 'HOPITAL' },
    })
    await expect(enregistrer(mairie, { partieId: hopital.id })).rejects.toMatchObject(refus('INTROUVABLE'))
    for (const d of [
      { seanceLe: '2026-11-23' },
      { transmiseLe: '2026-11-09' },
      { publieeLe: '2026-11-09' },
      { transmiseLe: '2026-12-01' },
    ])
      await expect(enregistrer(mairie, d)).rejects.toMatchObject(refus('DATE_INCOHERENTE'))
    await enregistrer(mairie)
    await expect(enregistrer(mairie)).rejects.toMatchObject(refus('DEJA_EXISTANT'))
  })
  it('joint la copie que la mairie a déposée, et pas celle d’un autre', async () => {
    const pdf = new File([Buffer.from('%PDF-1.4 essai')], 'deliberation.pdf')
    const sienne = await agir(mairie, deposerPiece, pdf)
    const autre = await agir(t.exterieur, deposerPiece, pdf)
    await expect(agir(cms, deposerPiece, pdf)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(enregistrer(mairie, { fichierId: autre.id })).rejects.toMatchObject(refus('INTROUVABLE'))
    await enregistrer(mairie, { fichierId: sienne.id })
    expect(await t.proprietaire.fichier.findUnique({ where: { id: sienne.id } })).toMatchObject({
      acteId: a.acteId,
      usage: 'deliberation',
    })
  })
  it('une décision sur un autre texte ne vaut plus, et un texte voté ne se revote pas', async () => {
    await enregistrer(mairie)
    await t.proprietaire.acte.update({ where: { id: a.acteId }, data: { etape: 'TEXTE_ACCEPTE' } })
    const { version } = await etatDe(t, a.acteId)
    await expect(agir(mairie, soumettreAuVote, { acteId: a.acteId, version })).rejects.toMatchObject(
      refus('VOTE_INUTILE'),
    )
    await t.proprietaire.versionActe.create({
      data: {
        id: nouvelId(),
        acteId: a.acteId,
        numero: 2,
        texte:
          (await t.proprietaire.versionActe.findFirstOrThrow({ where: { acteId: a.acteId } })).texte ?? {},
        empreinte: 'e'.repeat(64),
        empreintes: {},
        creeParNom: 'essai',
      },
    })
    expect(await codes(a.acteId)).toContain('deliberation-autre-texte')
  })
  it('le refus de l’organe se motive et renvoie le texte à la rédaction', async () => {
    const { version } = await etatDe(t, a.acteId)
    const saisie = {
      acteId: a.acteId,
      version,
      partieId: a.partieId,
      empreinte: a.empreinte,
      organe: 'conseil municipal',
      numero: null,
      seanceLe: '2026-11-10',
      motif: 'Charge financière imprécise',
    }
    await expect(agir(cms, refuserAuVote, saisie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.exterieur, refuserAuVote, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(mairie, refuserAuVote, { ...saisie, version: 1 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await agir(mairie, refuserAuVote, saisie)
    expect(await etatDe(t, a.acteId)).toMatchObject({ etape: 'A_REPRENDRE' })
    expect(await codes(a.acteId)).toContain('deliberation-refusee')
    expect(await journal(a.acteId, 'vote-refuse')).toMatchObject([{ partage: true }])
    await expect(agir(mairie, refuserAuVote, { ...saisie, version: version + 1 })).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
  })
})

describe('Remplir une mention du texte arrêté', () => {
  let a: Awaited<ReturnType<typeof unTexteAccepte>>
  beforeEach(async () => {
    a = await unTexteAccepte(t, mairie)
  })
  const remplir = (qui: Acteur, cle: string, v: Parameters<typeof remplirMention>[1]['valeur']) =>
    agir(qui, remplirMention, { acteId: a.acteId, cle, valeur: v })
  const NUMERO = { genre: 'texte', texte: '2026-9' } as const

  it('par la direction, sans rien rouvrir, avec sa ligne au journal', async () => {
    await remplir(t.direction, 'deliberation_numero', NUMERO)
    expect(await etatDe(t, a.acteId)).toMatchObject({ etape: 'TEXTE_ACCEPTE', version: a.version })
    expect(await journal(a.acteId, 'mention-remplie')).toMatchObject([{ cible: 'deliberation_numero' }])
  })
  it('refuse toute valeur votée, un autre genre, une clé inconnue', async () => {
    await expect(
      remplir(t.direction, 'preavis', { genre: 'duree', nombre: 1, unite: 'mois' }),
    ).rejects.toMatchObject(refus('TEXTE_VOTE_INTANGIBLE'))
    await expect(remplir(t.direction, 'deliberation_date', NUMERO)).rejects.toMatchObject(
      refus('SAISIE_INVALIDE'),
    )
    await expect(remplir(t.direction, 'constructor', NUMERO)).rejects.toMatchObject(refus('INTROUVABLE'))
  })
  it('refuse un étranger, la mairie, un valideur, une autre étape', async () => {
    await expect(remplir(t.exterieur, 'deliberation_numero', NUMERO)).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    for (const qui of [mairie, cms, juridique])
      await expect(remplir(qui, 'deliberation_numero', NUMERO)).rejects.toMatchObject(
        refus('ROLE_INSUFFISANT'),
      )
    await agir(t.direction, rouvrirTexte, { acteId: a.acteId, version: a.version, motif: 'À revoir' })
    await expect(remplir(t.direction, 'deliberation_numero', NUMERO)).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
  })
})

describe('Pouvoirs des signataires', () => {
  let a: Awaited<ReturnType<typeof unTexteAccepte>>
  let sien: { id: string; partieId: string }
  let hospitalier: { id: string }
  beforeEach(async () => {
    a = await unTexteAccepte(t, mairie)
    const parties = await t.proprietaire.partie.findMany({
      where: { acteId: a.acteId },
      include: { signataires: true },
    })
    const de = (role: string) => parties.find((p) => p.role === role)?.signataires[0]
    const [s, h] = [de('GESTIONNAIRE'), de('HOPITAL')]
    if (!s || !h) throw new Error('signataires absents')
    sien = s
    hospitalier = h
  })
  const renseigner = (qui: Acteur, d: Record<string, unknown> = {}) =>
    agir(qui, renseignerSignataire, {
      signataireId: sien.id,
      version: 1,
      civilite: 'MME' as const,
      prenom: 'Camille',
      nom: 'Durand',
      qualite: 'Adjointe au maire',
      nature: 'DELEGATION' as const,
      reference: 'A-2026-12',
      date: '2026-03-02',
      autorite: 'par délégation du maire',
      fichierId: null,
      ...d,
    })

  it('la mairie renseigne les siens, la direction tous, sans rien rouvrir', async () => {
    expect(await renseigner(mairie)).toEqual({ version: 2 })
    expect(await t.proprietaire.signataire.findUnique({ where: { id: sien.id } })).toMatchObject({
      autoriteNature: 'DELEGATION',
      autoriteReference: 'A-2026-12',
      nom: 'Durand',
    })
    await renseigner(t.direction, { signataireId: hospitalier.id, qualite: 'Directeur des partenariats' })
    expect(await codes(a.acteId)).not.toContain('delegation-hopital')
    expect(await journal(a.acteId, 'signataire-renseigne')).toHaveLength(2)
    expect(await etatDe(t, a.acteId)).toMatchObject({ etape: 'TEXTE_ACCEPTE', empreinte: a.empreinte })
  })
  it('un pouvoir de droit oublie la délégation d’avant', async () => {
    await renseigner(mairie)
    await renseigner(mairie, { version: 2, nature: 'DROIT', qualite: 'Maire' })
    expect(await t.proprietaire.signataire.findUnique({ where: { id: sien.id } })).toMatchObject({
      autoriteReference: null,
      autoriteDate: null,
      autorite: null,
    })
  })
  it('refuse un étranger, un autre côté, un centre, une version périmée, un acte envoyé', async () => {
    await expect(renseigner(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    for (const qui of [cms, juridique])
      await expect(renseigner(qui)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(renseigner(mairie, { signataireId: hospitalier.id })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(renseigner(mairie, { version: 9 })).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await t.proprietaire.acte.update({ where: { id: a.acteId }, data: { etape: 'A_SIGNER' } })
    await expect(renseigner(mairie)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
})

describe('Effet financier d’un avenant', () => {
  it('décide de la couverture ; une convention n’en a pas à dire', async () => {
    const a = await unTexteAccepte(t, mairie)
    const dire = (qui: Acteur, version: number, effetFinancier = false) =>
      agir(qui, direEffetFinancier, { acteId: a.acteId, version, effetFinancier })
    await expect(dire(t.direction, a.version)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    // Un acte antérieur de la même chaîne a voté, pour lui et ses avenants sans effet financier.
    const base = await t.proprietaire.acte.findUniqueOrThrow({
      where: { id: a.acteId },
      include: { parties: true, versions: true },
    })
    await t.proprietaire.acte.update({ where: { id: a.acteId }, data: { genre: 'AVENANT', rang: 1 } })
    const { parties, versions, id: _, ...copie } = base
    const gestionnaire = parties.find((p) => p.role === 'GESTIONNAIRE')
    const signee = nouvelId()
    await t.proprietaire.acte.create({
      data: {
        ...copie,
        id: signee,
        genre: 'CONVENTION',
        rang: 0,
        etape: 'SIGNEE',
        parties: {
          create: {
            id: nouvelId(),
            role: 'GESTIONNAIRE',
            rang: 1,
            organisationId: gestionnaire?.organisationId ?? '',
            designation: {},
          },
        },
      },
    })
    const partie = await t.proprietaire.partie.findFirstOrThrow({ where: { acteId: signee } })
    const version = await t.proprietaire.versionActe.create({
      data: {
        id: nouvelId(),
        acteId: signee,
        numero: 1,
        texte: versions[0]?.texte ?? {},
        empreinte: 'a'.repeat(64),
        empreintes: {},
        creeParNom: 'essai',
      },
    })
    await t.proprietaire.deliberation.create({
      data: {
        id: nouvelId(),
        conventionId: a.conventionId,
        acteId: signee,
        partieId: partie.id,
        versionId: version.id,
        empreinte: 'a'.repeat(64),
        organe: 'conseil municipal',
        seanceLe: new Date('2025-01-15'),
        transmiseLe: new Date('2025-01-16'),
        publieeLe: new Date('2025-01-16'),
        portee: 'AVENANTS_SANS_EFFET_FINANCIER',
        auteurNom: 'essai',
      },
    })
    expect(await codes(a.acteId)).toEqual(
      expect.arrayContaining(['deliberation-manquante', 'effet-financier-inconnu']),
    )
    await expect(dire(mairie, a.version)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(dire(t.exterieur, a.version)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(dire(t.direction, a.version + 1)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await dire(t.direction, a.version)
    expect(await codes(a.acteId)).not.toContain('deliberation-manquante')
    await expect(
      agir(mairie, soumettreAuVote, { acteId: a.acteId, version: a.version + 1 }),
    ).rejects.toMatchObject(refus('VOTE_INUTILE'))
    expect(await journal(a.acteId, 'effet-financier-dit')).toHaveLength(1)
  })
})
