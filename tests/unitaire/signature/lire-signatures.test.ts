import { beforeAll, describe, expect, it, vi } from 'vitest'
import { rendrePdf } from '@/lib/documents/pdf'
import { lireSignatures } from '@/lib/documents/signature-pdf/lire'
import { datePdf } from '@/lib/documents/signature-pdf/reperer'
import { estValable, instantDe, porteNotreTexte } from '@/lib/domaine/acte/verification'
import { documentTypique } from '../../fabriques/document-neutre'
import { type Identite, signerPdf, uneIdentite } from '../../fabriques/pdf-signe'

vi.setConfig({ testTimeout: 30_000 })
const document = { ...documentTypique(), filigrane: null, lacunes: [] }
let fige: Buffer
let claire: Identite
let jean: Identite
beforeAll(async () => {
  fige = await rendrePdf(document)
  claire = await uneIdentite('Claire Exemple')
  jean = await uneIdentite('Jean Modèle')
}, 30_000)
const lire = (octets: Uint8Array) => lireSignatures(octets, fige, document)

describe('Lecture d’un PDF signé', () => {
  it('dit qui a signé, quand, avec quel certificat, et que le contenu est le nôtre', async () => {
    const v = await lire(await signerPdf(fige, claire))
    expect(v).toMatchObject({ commenceParLeFige: true, texte: { etat: 'identique' } })
    expect(v.signatures).toHaveLength(1)
    const [s] = v.signatures
    expect(s).toMatchObject({
      genre: 'signature',
      nom: 'Claire Exemple',
      dateDeclaree: '2026-12-03T09:30:00.000Z',
      horodatage: null,
      integrite: 'intacte',
      cryptographie: 'valable',
      suite: 'rien',
      couvreLeFige: true,
      certificatEnCours: true,
      certificat: { sujet: 'Claire Exemple', emetteur: 'Claire Exemple', autoSigne: true },
    })
    expect(s?.certificat?.empreinte).toMatch(/^[0-9a-f]{64}$/)
    expect(s && estValable(s) && porteNotreTexte(v)).toBe(true)
    expect(s && instantDe(s)).toBe('2026-12-03T09:30:00.000Z')
  })

  it('lit deux signatures posées l’une après l’autre : la seconde couvre la première', async () => {
    const v = await lire(
      await signerPdf(await signerPdf(fige, claire), jean, { date: new Date('2026-12-05T08:00:00Z') }),
    )
    expect(v.signatures.map((s) => [s.nom, s.integrite, s.cryptographie, s.suite])).toEqual([
      ['Claire Exemple', 'intacte', 'valable', 'couverte'],
      ['Jean Modèle', 'intacte', 'valable', 'rien'],
    ])
    expect(v.texte).toEqual({ etat: 'identique' })
  })

  it('voit un octet changé dans la partie signée', async () => {
    const signe = await signerPdf(fige, claire)
    signe[Math.floor(fige.length / 2)] = (signe[Math.floor(fige.length / 2)] ?? 0) ^ 1
    const v = await lire(signe)
    expect(v.commenceParLeFige).toBe(false)
    expect(v.signatures[0]).toMatchObject({
      integrite: 'alteree',
      cryptographie: 'valable',
      couvreLeFige: false,
    })
    expect(v.signatures.some(estValable)).toBe(false)
  })

  it('voit une signature faite sur d’autres octets', async () => {
    const v = await lire(await signerPdf(fige, claire, { autresOctets: new Uint8Array(10) }))
    expect(v.signatures[0]).toMatchObject({ integrite: 'alteree' })
  })

  it('voit un autre document, même bien signé, et montre où il diffère', async () => {
    const autre = structuredClone(document)
    const paragraphe = autre.sections.flatMap((s) => s.blocs).findLast((b) => b.genre === 'paragraphe')
    if (paragraphe?.genre !== 'paragraphe') throw new Error('paragraphe attendu')
    paragraphe.fragments = [{ texte: 'Le groupe hospitalier ne s’engage à rien.' }]
    const v = await lire(await signerPdf(await rendrePdf(autre), claire))
    expect(v).toMatchObject({ commenceParLeFige: false, texte: { etat: 'different' } })
    expect(v.texte.etat === 'different' && v.texte.ecart.lu).toContain('ne s’engage à rien')
    expect(v.signatures[0]).toMatchObject({ integrite: 'intacte', couvreLeFige: false })
    expect(porteNotreTexte(v)).toBe(false)
  })

  it('dit qu’un fichier a été complété après la signature', async () => {
    const signe = await signerPdf(fige, claire)
    const v = await lire(Buffer.concat([Uint8Array.from(signe), Uint8Array.from(Buffer.from('% suite\n'))]))
    expect(v.signatures[0]).toMatchObject({ integrite: 'intacte', suite: 'non-couverte' })
  })

  it('dit qu’un certificat ne valait plus le jour de la signature', async () => {
    const ancien = await uneIdentite('Ancienne Clé', {
      du: '2020-01-01T00:00:00Z',
      au: '2022-01-01T00:00:00Z',
    })
    expect((await lire(await signerPdf(fige, ancien))).signatures[0]).toMatchObject({
      certificatEnCours: false,
    })
  })

  it('ne trouve rien dans un PDF non signé', async () => {
    expect((await lire(fige)).signatures).toEqual([])
  })
})

describe('Fichiers hostiles', () => {
  it.each([
    ['vide', () => Buffer.alloc(0)],
    ['qui n’est pas un PDF', () => Buffer.from('bonjour')],
    ['tronqué', async () => (await signerPdf(fige, claire)).subarray(0, 20_000)],
    [
      'au /ByteRange impossible',
      () => Buffer.from('%PDF-1.7\n1 0 obj <</ByteRange [0 99999999 999999999 12]>> endobj'),
    ],
    ['au /ByteRange négatif', () => Buffer.from('%PDF-1.7\n1 0 obj <</ByteRange [0 -5 10 12]>> endobj')],
    ['plein de /ByteRange', () => Buffer.from(`%PDF-1.7\n${'/ByteRange [0 1 2 3]'.repeat(20_000)}`)],
  ])('un fichier %s est un constat, pas une panne', async (_nom, fabriquer) => {
    const v = await lire(Uint8Array.from(await fabriquer()))
    expect(v.signatures.some(estValable)).toBe(false)
    expect(porteNotreTexte(v)).toBe(false)
  })

  it('un conteneur de signature cassé se dit illisible', async () => {
    const signe = await signerPdf(fige, claire)
    const ici = signe.lastIndexOf('/Contents <') + 11
    signe.write('ff'.repeat(400), ici, 'latin1')
    const v = await lire(signe)
    expect(v.signatures[0]).toMatchObject({ integrite: 'illisible', cryptographie: 'illisible' })
    expect(v.signatures[0]?.probleme).toBeTruthy()
  })

  it('une étendue qui ne couvre pas la signature ne prouve rien', async () => {
    const signe = await signerPdf(fige, claire)
    const texte = signe.toString('latin1')
    const m = /\/ByteRange \[0 (\d{10}) (\d{10}) (\d{10})\]/.exec(texte)
    const reduite = `/ByteRange [0 ${String(Number(m?.[1]) - 500).padStart(10, '0')} ${m?.[2]} ${m?.[3]}]`
    signe.write(reduite, m?.index ?? 0, 'latin1')
    expect((await lire(signe)).signatures[0]).toMatchObject({ integrite: 'illisible' })
  })
})

it('lit les dates d’un dictionnaire de signature', () => {
  expect(datePdf("D:20261203103000+01'00'")).toBe('2026-12-03T09:30:00.000Z')
  expect(datePdf('D:20261203')).toBe('2026-12-03T00:00:00.000Z')
  expect(datePdf('hier')).toBeNull()
})
