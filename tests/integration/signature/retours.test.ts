import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { versIsoOuNul } from '@/lib/bd/dates'
import { refuserDeSigner } from '@/lib/cas-usage/signature/refuser-de-signer'
import type { DocumentNeutre } from '@/lib/documents/blocs/blocs'
import { rendrePdf } from '@/lib/documents/pdf'
import type { VerificationPdf } from '@/lib/domaine/acte/verification'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { sha256 } from '@/lib/domaine/texte/empreinte'
import { lireFichier } from '@/lib/lectures/fichier/lire-fichier'
import { enregistrerLeRetour, verifierRetour } from '@/lib/serveur/signature/retour'
import { unHabilite } from '../../fabriques/negociation'
import { type Identite, signerPdf, uneIdentite } from '../../fabriques/pdf-signe'
import { OUTILS_DU_TEST, unDepot, unEnvoi } from '../../fabriques/signature'
import { agir, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let mairie: Acteur
let voisine: Acteur
let claire: Identite
let jean: Identite
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
  voisine = await unHabilite(t, 'MAIRIE', 'commune-gentilly')
  claire = await uneIdentite('Claire Exemple')
  jean = await uneIdentite('Jean Modèle')
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const PLUS_TARD = new Date('2026-12-10T10:00:00Z')
type Envoi = Awaited<ReturnType<typeof unEnvoi>>
type Signature = { partieId: string; rang: number; signeLe: string; lue: number | null }
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

async function retour(
  acteur: Acteur,
  e: Envoi,
  octets: Uint8Array,
  signatures: Signature[],
  mode: 'ELECTRONIQUE' | 'PAPIER' = 'ELECTRONIQUE',
) {
  const fichierId = await unDepot(acteur, e.envoiId, octets, 'retour.pdf', PLUS_TARD)
  return enregistrerLeRetour(
    acteur,
    { envoiId: e.envoiId, fichierId, mode, signatures },
    PLUS_TARD,
    OUTILS_DU_TEST,
  )
}
const hopital = (e: Envoi, lue: number | null = 0, signeLe = '2026-12-03'): Signature => ({
  partieId: e.hopital,
  rang: 1,
  signeLe,
  lue,
})
const commune = (e: Envoi, lue: number | null = 0, signeLe = '2026-12-05'): Signature => ({
  partieId: e.gestionnaire,
  rang: 1,
  signeLe,
  lue,
})
const acte = (e: Envoi) =>
  t.proprietaire.acte.findUniqueOrThrow({ where: { id: e.acteId }, include: { parties: true } })
const recues = (e: Envoi) =>
  t.proprietaire.signature.findMany({ where: { envoiId: e.envoiId }, orderBy: { id: 'asc' } })
const faits = async (e: Envoi) =>
  (await t.proprietaire.journal.findMany({ where: { acteId: e.acteId }, orderBy: { id: 'asc' } })).map(
    (l) => l.evenement,
  )

describe('Retours signés', () => {
  it('un PDF signé puis un scan : deux retours partiels, et l’acte est signé avec ses dates', async () => {
    const e = await unEnvoi(t)
    const signe = await signerPdf(e.fige, jean)
    expect(await retour(t.direction, e, signe, [hopital(e, 0, '2026-11-30')])).toEqual({
      signee: false,
      enregistrees: 1,
      manquantes: 1,
    })
    // Le jour est celui que porte la signature, non celui que l'on déclare.
    expect((await recues(e)).map((s) => versIsoOuNul(s.signeLe))).toEqual(['2026-12-03'])
    expect((await acte(e)).etape).toBe('A_SIGNER')
    expect(await retour(mairie, e, PNG, [commune(e, null)], 'PAPIER')).toMatchObject({
      signee: true,
      manquantes: 0,
    })
    const apres = await acte(e)
    expect(apres.etape).toBe('SIGNEE')
    expect([apres.dateSignature, apres.dateEffet, apres.dateFin].map(versIsoOuNul)).toEqual([
      '2026-12-05',
      '2026-12-05',
      '2029-12-04',
    ])
    expect(apres.parties.map((p) => versIsoOuNul(p.signeeLe)).sort()).toEqual(['2026-12-03', '2026-12-05'])
    expect((await faits(e)).filter((f) => f === 'signature-enregistree')).toHaveLength(2)
    expect((await faits(e)).filter((f) => f === 'acte-signe')).toHaveLength(1)
    const [electronique, papier] = await recues(e)
    expect((electronique?.verification as unknown as { signature: { nom: string } }).signature.nom).toBe(
      'Jean Modèle',
    )
    const garde = await lireFichier(mairie, papier?.fichierId ?? '')
    expect(garde && sha256(garde.octets)).toBe(sha256(PNG))
  })

  it('un seul PDF à deux signatures clôt d’un coup', async () => {
    const e = await unEnvoi(t)
    const signe = await signerPdf(await signerPdf(e.fige, jean), claire, {
      date: new Date('2026-12-06T08:00:00Z'),
    })
    const fichierId = await unDepot(t.direction, e.envoiId, signe)
    const lu = (await verifierRetour(
      t.direction,
      { envoiId: e.envoiId, fichierId },
      PLUS_TARD,
      OUTILS_DU_TEST,
    )) as VerificationPdf
    expect(lu.signatures.map((s) => s.nom)).toEqual(['Jean Modèle', 'Claire Exemple'])
    expect(await retour(t.direction, e, signe, [commune(e, 1), hopital(e, 0)])).toMatchObject({
      signee: true,
      enregistrees: 2,
    })
    expect(versIsoOuNul((await acte(e)).dateSignature)).toBe('2026-12-06')
  })

  it('deux retours au même instant sont tous deux gardés, un seul clôt', async () => {
    const e = await unEnvoi(t)
    const [a, b] = [await signerPdf(e.fige, jean), await signerPdf(e.fige, claire)]
    const resultats = await Promise.all([
      retour(t.direction, e, a, [hopital(e)]),
      retour(mairie, e, b, [commune(e)]),
    ])
    expect(resultats.filter((r) => r.signee)).toHaveLength(1)
    expect(await recues(e)).toHaveLength(2)
    expect((await faits(e)).filter((f) => f === 'acte-signe')).toHaveLength(1)
  })

  it('la même signature n’est pas comptée deux fois, même au même instant', async () => {
    const e = await unEnvoi(t)
    const signe = await signerPdf(e.fige, jean)
    const essais = await Promise.allSettled([1, 2].map(() => retour(t.direction, e, signe, [hopital(e)])))
    expect(essais.filter((x) => x.status === 'fulfilled')).toHaveLength(1)
    expect(essais.find((x) => x.status === 'rejected')).toMatchObject({ reason: refus('DEJA_SIGNE') })
    expect(await recues(e)).toHaveLength(1)
  })

  it('refuse un contenu altéré, un autre document, un PDF non signé', async () => {
    const e = await unEnvoi(t)
    const signe = await signerPdf(e.fige, jean)
    const altere = Buffer.from(Uint8Array.from(signe))
    altere.write(
      '(Autre titre que le nôtre)',
      altere.indexOf('/Title (') > 0 ? altere.indexOf('/Title (') + 7 : 1000,
      'latin1',
    )
    await expect(retour(t.direction, e, altere, [hopital(e)])).rejects.toMatchObject({
      code: expect.stringMatching(/SIGNATURE_NON_VALABLE|CONTENU_ETRANGER/),
    })
    const autre = JSON.parse(JSON.stringify(e.envoi.document).replace('2026-84', '2025-11')) as DocumentNeutre
    await expect(
      retour(t.direction, e, await signerPdf(await rendrePdf(autre), jean), [hopital(e)]),
    ).rejects.toMatchObject({
      code: 'CONTENU_ETRANGER',
      details: { lu: expect.stringContaining('2025-11') },
    })
    await expect(retour(t.direction, e, e.fige, [hopital(e)])).rejects.toMatchObject(
      refus('SIGNATURE_NON_VALABLE'),
    )
    expect(await recues(e)).toEqual([])
    expect((await acte(e)).etape).toBe('A_SIGNER')
  })

  it('refuse une date d’avant l’envoi, ou de demain', async () => {
    const e = await unEnvoi(t)
    await expect(
      retour(t.direction, e, PNG, [hopital(e, null, '2026-11-21')], 'PAPIER'),
    ).rejects.toMatchObject(refus('DATE_INCOHERENTE'))
    await expect(
      retour(t.direction, e, PNG, [hopital(e, null, '2026-12-11')], 'PAPIER'),
    ).rejects.toMatchObject(refus('DATE_INCOHERENTE'))
  })

  it('la commune ne peut avoir signé avant la transmission, même découverte après l’envoi', async () => {
    const e = await unEnvoi(t)
    await t.proprietaire.deliberation.updateMany({
      where: { acteId: e.acteId },
      data: { transmiseLe: new Date('2026-12-04') },
    })
    await expect(retour(mairie, e, PNG, [commune(e, null, '2026-12-03')], 'PAPIER')).rejects.toMatchObject({
      code: 'SIGNATURE_BLOQUEE',
      details: { raisons: expect.stringMatching(/4.décembre.2026/) },
    })
    await retour(mairie, e, PNG, [commune(e, null, '2026-12-04')], 'PAPIER')
  })

  it('chacun attend son tour quand l’envoi est ordonné', async () => {
    const e = await unEnvoi(t, { premiere: 'gestionnaire' })
    await expect(retour(t.direction, e, PNG, [hopital(e, null)], 'PAPIER')).rejects.toMatchObject({
      code: 'ORDRE_DES_SIGNATURES',
      details: { nom: 'Exemple' },
    })
    await retour(mairie, e, PNG, [commune(e, null, '2026-12-03')], 'PAPIER')
    expect(await retour(t.direction, e, PNG, [hopital(e, null, '2026-12-03')], 'PAPIER')).toMatchObject({
      signee: true,
    })
  })

  it('chaque côté n’enregistre que les siens ; une autre commune ne voit rien', async () => {
    const e = await unEnvoi(t)
    await expect(retour(mairie, e, PNG, [hopital(e, null)], 'PAPIER')).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(retour(voisine, e, PNG, [commune(e, null)], 'PAPIER')).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    await expect(retour(t.siege, e, PNG, [commune(e, null)], 'PAPIER')).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    const depot = await unDepot(t.direction, e.envoiId, PNG)
    // Le dépôt d'un autre, pas encore enregistré, n'existe pas pour la mairie.
    await expect(
      enregistrerLeRetour(
        mairie,
        { envoiId: e.envoiId, fichierId: depot, mode: 'PAPIER', signatures: [commune(e, null)] },
        PLUS_TARD,
        OUTILS_DU_TEST,
      ),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
  })
})

describe('Refuser de signer', () => {
  it('retire l’envoi avec le motif et remet le texte à reprendre', async () => {
    const e = await unEnvoi(t)
    await retour(t.direction, e, PNG, [hopital(e, null)], 'PAPIER')
    const saisie = {
      envoiId: e.envoiId,
      partieId: e.gestionnaire,
      rang: 1,
      motif: 'Le conseil revient sur l’article 3.',
    }
    await expect(agir(voisine, refuserDeSigner, saisie, PLUS_TARD)).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    await expect(
      agir(mairie, refuserDeSigner, { ...saisie, partieId: e.hopital }, PLUS_TARD),
    ).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await agir(mairie, refuserDeSigner, saisie, PLUS_TARD)
    const apres = await acte(e)
    expect(apres.etape).toBe('A_REPRENDRE')
    expect(apres.parties.every((p) => p.signeeLe === null)).toBe(true)
    expect(await recues(e)).toMatchObject([{ mode: 'PAPIER' }, { mode: 'REFUS', motif: saisie.motif }])
    await expect(agir(mairie, refuserDeSigner, saisie, PLUS_TARD)).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
    expect(await faits(e)).toContain('signature-refusee')
  })
})
