// L'histoire de la démonstration, racontée par les cas d'usage dans une vraie base, interrompue puis reprise.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { avecActeur } from '@/lib/bd/transaction'
import { texteDuDocument } from '@/lib/documents/texte'
import { consolider } from '@/lib/domaine/avenant/consolider'
import { lireChaine } from '@/lib/lectures/avenant/lire-chaine'
import { lireConventionsDuCentre } from '@/lib/lectures/organisation/conventions-centre'
import { documentConsolide } from '@/lib/presentation/avenant/document-consolide'
import { amorcer } from '@/lib/serveur/amorcer/depart'
import { histoireDArcueil } from '@/lib/serveur/amorcer/histoire/arcueil'
import { derouler } from '@/lib/serveur/amorcer/histoire/derouler'
import { compteDe, type Maison, ouvrirDemonstration } from '../../fabriques/demonstration'
import { DE_LA_DEMONSTRATION, MOMENTS, TEXTES_ATTENDUS } from '../../fabriques/histoire-attendue'
import { OUTILS_DU_TEST } from '../../fabriques/signature'
import { MAINTENANT } from '../../fabriques/territoire'

const REFERENCE = 'HUPS-ARC-2024-001'

describe('Une démonstration neuve', () => {
  let m: Maison
  let tentatives: unknown[]
  beforeAll(async () => {
    m = await ouvrirDemonstration({ demonstration: true, histoire: true })
    tentatives = []
    // Coupée pendant la mise en page de la convention, puis entre deux pas, puis menée au bout par deux ouvriers à la fois.
    const coupe = { ...OUTILS_DU_TEST, rendre: () => Promise.reject(new Error('processus tué')) }
    tentatives.push(await derouler(histoireDArcueil(), { outils: coupe }).catch((e: Error) => e.message))
    let restants = 3
    const arrete = () => restants-- <= 0
    tentatives.push(await derouler(histoireDArcueil(), { outils: OUTILS_DU_TEST, arrete }))
    const deux = [0, 1].map(() => derouler(histoireDArcueil(), { outils: OUTILS_DU_TEST }))
    tentatives.push(...(await Promise.all(deux)))
  }, 180_000)
  afterAll(() => m.fermer())

  it('reprend son histoire là où elle a été interrompue, et deux ouvriers ne jouent pas le même pas', () => {
    const [tuee, arretee, a, b] = tentatives as [string, ...{ joues: number; finie: boolean }[]]
    expect(tuee).toBe('processus tué')
    expect(arretee).toEqual({ joues: 3, finie: false })
    const joues = histoireDArcueil().length - 9 - 3 // neuf pas avant la mise en page, trois après
    expect((a?.joues ?? 0) + (b?.joues ?? 0)).toBe(joues)
    expect(a?.finie && b?.finie).toBe(true)
  })

  it('a une convention et quatre avenants signés, chacun à sa date', async () => {
    const actes = await m.proprietaire.acte.findMany({
      orderBy: { rang: 'asc' },
      include: { convention: true, versions: true, envois: true },
    })
    expect(actes.every((a) => a.convention.reference === REFERENCE)).toBe(true)
    const iso = (d: Date | null) => d?.toISOString().slice(0, 10) ?? null
    expect(
      actes.map((a) => [a.etape, iso(a.dateSignature), iso(a.dateEffet), iso(a.dateFin)].join(' ')),
    ).toEqual([
      'SIGNEE 2024-03-01 2024-03-01 2027-02-28',
      'SIGNEE 2024-11-08 2025-01-01 ',
      'SIGNEE 2025-04-24 2025-06-01 ',
      'SIGNEE 2025-11-20 2026-01-01 ',
      'SIGNEE 2026-10-23 2026-10-23 2030-02-28',
    ])
    expect(actes.map((a) => [a.versions.length, a.envois.map((e) => e.etat)])).toEqual(
      actes.map(() => [1, ['SIGNE']]),
    )
  })

  it.each(MOMENTS)('se lit comme écrit à la main : %s', async (moment) => {
    const texte = await texteAu(DE_LA_DEMONSTRATION[moment].le)
    for (const attendu of [TEXTES_ATTENDUS[moment], DE_LA_DEMONSTRATION[moment]]) {
      for (const present of attendu.presents) expect(texte.includes(present), present).toBe(true)
      for (const absent of attendu.absents) expect(texte.includes(absent), absent).toBe(false)
    }
  })

  it('donne à la convention, sur la fiche du centre, le terme que son renouvellement a porté', async () => {
    const acteur = await compteDe(m, 'direction.cms.arcueil')
    const { id } = await m.proprietaire.organisation.findUniqueOrThrow({ where: { code: 'arcueil' } })
    const actes = await avecActeur(acteur, (tx) => lireConventionsDuCentre(tx, id))
    expect(actes.map((a) => a.dateFin)).toEqual(['2030-02-28', null, null, null, '2030-02-28'])
  })

  it('raconte chaque acte à son journal, aux dates de l’histoire, et se dit démonstration', async () => {
    const lignes = await m.proprietaire.journal.findMany({ orderBy: { id: 'asc' } })
    const signees = lignes.filter((l) => l.evenement === 'signature-enregistree')
    expect(signees).toHaveLength(10)
    expect(lignes.every((l) => l.le < MAINTENANT)).toBe(true)
    const projets = await m.proprietaire.projetAvenant.findMany()
    expect(projets.map((p) => p.motif)).toSatisfy((motifs: (string | null)[]) =>
      motifs.every((motif) => motif?.includes('Démonstration')),
    )
    const retours = await m.proprietaire.fichier.findMany({ where: { usage: 'retour' } })
    expect(retours).toHaveLength(5)
    expect(retours.every((f) => f.nom.startsWith('Démonstration'))).toBe(true)
  })

  it('n’a envoyé aucun courriel et ne laisse aucun travail en attente', async () => {
    const etats = await m.proprietaire.courriel.groupBy({ by: ['etat'], _count: true })
    expect(etats.map((e) => e.etat)).toEqual(['GARDE'])
    expect(await m.proprietaire.tache.count()).toBe(0)
  })

  it('ne se raconte pas deux fois, ni par un second démarrage', async () => {
    const avant = await m.proprietaire.journal.count()
    await m.proprietaire.$transaction(
      (tx) => amorcer(tx, { demonstration: true, histoire: true }, MAINTENANT),
      { timeout: 60_000 },
    )
    expect(await derouler(histoireDArcueil(), { outils: OUTILS_DU_TEST })).toEqual({ joues: 0, finie: true })
    expect(await m.proprietaire.journal.count()).toBe(avant)
    expect(await m.proprietaire.acte.count()).toBe(5)
  })

  it('ne se montre ni à un autre groupe, ni à un autre centre', async () => {
    for (const nom of ['partenariats.hupnvs', 'direction.cms.malakoff-1', 'mairie.vitry-sur-seine']) {
      const etranger = await compteDe(m, nom)
      expect(await lireChaine(etranger, REFERENCE, MAINTENANT), nom).toBeNull()
      const vus = await avecActeur(etranger, async (tx) => [
        await tx.acte.count(),
        await tx.versionActe.count(),
        await tx.convention.count(),
        await tx.fichier.count(),
      ])
      expect(vus, nom).toEqual([0, 0, 0, 0])
    }
  })

  async function texteAu(le: string): Promise<string> {
    const lu = await lireChaine(await compteDe(m, 'direction.cms.arcueil'), REFERENCE, MAINTENANT)
    if (!lu) throw new Error('le centre ne lit pas sa convention')
    const document = documentConsolide(
      {
        reference: REFERENCE,
        intitule: lu.convention.titre,
        groupe: lu.convention.groupe.nom,
        signeLe: lu.chaine.initial.signeLe,
        date: le,
        consolidation: consolider(lu.chaine.etat, lu.chaine.avenants, le),
      },
      [],
    )
    return texteDuDocument(document).replace(/\s+/g, ' ')
  }
})

describe('Sans histoire promise', () => {
  it.each([
    ['une base réelle', { demonstration: false, histoire: false }],
    ['une base réelle à qui on la demanderait', { demonstration: false, histoire: true }],
    ['une démonstration réduite aux comptes', { demonstration: true, histoire: false }],
  ])('%s ne reçoit rien', async (_, voulu) => {
    const m = await ouvrirDemonstration(voulu)
    try {
      expect(await derouler(histoireDArcueil(), { outils: OUTILS_DU_TEST })).toEqual({
        joues: 0,
        finie: false,
      })
      expect(await m.proprietaire.convention.count()).toBe(0)
      expect(await m.proprietaire.acte.count()).toBe(0)
      if (!voulu.demonstration)
        expect(await m.proprietaire.utilisateur.count({ where: { demonstration: true } })).toBe(0)
    } finally {
      await m.fermer()
    }
  })
})
