import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { aChange } from '@/lib/documents/blocs/comparer'
import { construireDocument } from '@/lib/documents/blocs/construire'
import { attenduDe, comparerRetour, propositionDuRetour } from '@/lib/documents/blocs/retour'
import { rendreDocx } from '@/lib/documents/docx'
import { lireDocx } from '@/lib/documents/retour/lire-docx'
import { ouvrirDocx } from '@/lib/documents/retour/ouvrir-docx'
import { type LectureWord, ranger } from '@/lib/domaine/acte/retour/ranger'
import { figerTexte, type TexteFige } from '@/lib/domaine/acte/version'
import { noeudsEnLigne, schemaContenu } from '@/lib/domaine/texte/contenu'
import { conventionActivitePartagee } from '@/prisma/socle/modeles/convention-activite-partagee'
import { conventionAffiliation } from '@/prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'
import { texteDuModele } from '../../fabriques/document-du-modele'
import { unite } from './exemples'

const MODELES = { conventionCadre, conventionActivitePartagee, conventionAffiliation }

const enWord = (texte: TexteFige, pages?: ReadonlyMap<string, number>) =>
  rendreDocx(
    construireDocument({
      texte,
      surtitre: 'Convention-cadre',
      reference: 'HUPS-ARC-2026-001',
      auteur: 'HUPS',
      projet: true,
      mention: 'Projet, version 1',
      fabriqueLe: '2026-11-22T13:00:00Z',
      logos: [],
      signataires: [{ partie: 'Pour la commune', qualite: 'Maire', nom: '', mention: '' }],
      introductionSignatures: 'Fait à Paris, le ……, en deux exemplaires originaux.',
    }),
    { pages },
  )
const relire = async (texte: TexteFige, octets: Uint8Array) => {
  const lecture: LectureWord = await lireDocx(octets)
  const range = ranger(attenduDe(texte), lecture.blocs)
  return { lecture, range, unites: comparerRetour(texte, range) }
}
/** Change le corps d'un fichier Word, comme une personne l'aurait fait. */
async function retoucher(octets: Uint8Array, geste: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(octets)
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const change = geste(xml)
  expect(change).not.toBe(xml)
  zip.file('word/document.xml', change)
  return zip.generateAsync({ type: 'uint8array' })
}
const fige = (nom: keyof typeof MODELES) =>
  figerTexte(texteDuModele(MODELES[nom], { annexes: true }), { surtitre: 'x', parties: [] })

describe.each(Object.keys(MODELES) as (keyof typeof MODELES)[])('Aller-retour Word : %s', (nom) => {
  it('notre Word relu est notre texte', async () => {
    const texte = fige(nom)
    const pages = new Map(texte.unites.map((u, i) => [`u-${u.identite}`, i + 2]))
    for (const octets of [await enWord(texte), await enWord(texte, pages)]) {
      const { range, unites, lecture } = await relire(texte, octets)
      expect(
        unites.filter(aChange).map((u) => [u.cle, u.sort, JSON.stringify(u.blocs).slice(0, 1500)]),
      ).toEqual([])
      expect(range.horsPlace).toEqual([])
      expect(lecture.revisions).toEqual({ ajouts: 0, retraits: 0 })
    }
  }, 60_000)

  it('rien à reprendre d’un texte inchangé', async () => {
    const texte = fige(nom)
    const { range } = await relire(texte, await enWord(texte))
    expect(
      texte.unites.filter((u) => propositionDuRetour(texte, range, u.identite)).map((u) => u.identite),
    ).toEqual([])
  }, 60_000)
})

describe('Word modifié', () => {
  const texte = figerTexte(
    {
      titre: 'Convention',
      comparutions: [
        'La commune d’Arcueil, représentée par son maire,',
        'L’hôpital, représenté par sa directrice,',
      ],
      definitions: [{ cle: 'delai', libelle: 'Délai', genre: 'duree' }],
      valeurs: { delai: { genre: 'duree', nombre: 3, unite: 'mois' } },
      unites: [
        unite('visa', 1, null, 'Vu le code de la santé publique ;', { genre: 'visa' }),
        unite('pre', 2, null, 'Les parties travaillent ensemble.', { genre: 'preambule' }),
        unite('consid', 1, null, 'Le territoire manque de médecins.', {
          genre: 'considerant',
          parent: 'pre',
        }),
        unite('objet', 3, 'Objet', 'La présente convention organise la coopération.'),
        unite(
          'delais',
          4,
          'Délais',
          'Le service répond sous {{delai}}, comme le dit {{§objet|le}}, au médecin traitant.',
        ),
        unite('fin', 5, 'Fin', 'Elle prend fin à son terme.'),
      ],
    },
    { surtitre: 'x', parties: [] },
  )

  it('montre exactement ce qui a changé, et garde valeurs et renvois', async () => {
    const octets = await retoucher(await enWord(texte), (xml) =>
      xml
        .replace('au médecin traitant.', 'au médecin adresseur.')
        .replace(/, au médecin traitant\./, ', au médecin adresseur.'),
    )
    const { unites, range } = await relire(texte, octets)
    expect(unites.filter(aChange).map((u) => [u.cle, u.sort])).toEqual([['delais', 'modifiee']])
    const p = propositionDuRetour(texte, range, 'delais')
    expect(schemaContenu.safeParse(p?.contenu).success).toBe(true)
    expect(p?.titre).toBe('Délais')
    expect([...noeudsEnLigne(p?.contenu.content ?? [])].map((n) => n.type)).toEqual([
      'text',
      'parametre',
      'text',
      'renvoi',
      'text',
    ])
    expect(JSON.stringify(p?.contenu)).toContain('adresseur')
    expect(propositionDuRetour(texte, range, 'objet')).toBeNull()
  })

  it('une valeur réécrite devient du texte, les autres restent', async () => {
    const octets = await retoucher(await enWord(texte), (xml) =>
      xml.replace(/>(trois|3)([^<]*mois)</, '>six$2<'),
    )
    const { range } = await relire(texte, octets)
    const p = propositionDuRetour(texte, range, 'delais')
    expect([...noeudsEnLigne(p?.contenu.content ?? [])].map((n) => n.type)).toEqual([
      'text',
      'renvoi',
      'text',
    ])
  })

  it('lit les révisions suivies comme acceptées, et le dit', async () => {
    const auteur = 'w:id="900" w:author="Mairie" w:date="2026-11-22T10:00:00Z"'
    const octets = await retoucher(await enWord(texte), (xml) =>
      xml.replace(
        /<w:r>(<w:rPr>.*?<\/w:rPr>)?<w:t xml:space="preserve">Elle prend fin à son terme\.<\/w:t><\/w:r>/,
        `<w:r><w:t xml:space="preserve">Elle prend fin </w:t></w:r><w:del ${auteur}><w:r><w:delText xml:space="preserve">à son terme</w:delText></w:r></w:del><w:ins ${auteur}><w:r><w:t xml:space="preserve">le 31 août 2029</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>`,
      ),
    )
    const { unites, lecture, range } = await relire(texte, octets)
    expect(lecture.revisions).toEqual({ ajouts: 1, retraits: 1 })
    expect(unites.filter(aChange).map((u) => u.cle)).toEqual(['fin'])
    expect(JSON.stringify(propositionDuRetour(texte, range, 'fin')?.contenu)).toContain(
      'Elle prend fin le 31 août 2029.',
    )
  })

  it('montre à part un article nouveau et dit absent un article ôté', async () => {
    const paragraphe = (style: string, t: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${t}</w:t></w:r></w:p>`
    const octets = await retoucher(await enWord(texte), (xml) => {
      const fin = xml.lastIndexOf('<w:p>', xml.indexOf('Elle prend fin'))
      const titreFin = xml.lastIndexOf('<w:p>', fin - 1)
      const apres = xml.indexOf('</w:p>', xml.indexOf('Elle prend fin')) + 6
      return `${xml.slice(0, titreFin)}${paragraphe('Heading1', 'Article 12 – Assurance des agents')}${paragraphe('Corps', 'Chaque partie assure ses agents.')}${xml.slice(apres)}`
    })
    const { unites, range } = await relire(texte, octets)
    expect(unites.filter(aChange).map((u) => [u.cle, u.sort])).toEqual([['fin', 'retiree']])
    expect(range.horsPlace.map((h) => h.titre)).toEqual(['Article 12 – Assurance des agents'])
  })

  it('retrouve les articles sans styles, par leurs numéros', async () => {
    const octets = await retoucher(await enWord(texte), (xml) =>
      xml.replace(/<w:pStyle w:val="Heading\d"\/>/g, ''),
    )
    const { unites } = await relire(texte, octets)
    expect(unites.filter(aChange).map((u) => [u.cle, u.sort])).toEqual([])
  })
})

describe('Fichier hostile', () => {
  const raison = async (octets: Uint8Array) =>
    ouvrirDocx(octets).then(
      () => 'lu',
      (e: { raison?: string }) => e.raison,
    )
  const bon = () =>
    enWord(
      figerTexte(
        { titre: 'T', comparutions: [], unites: [unite('a', 1, 'A', 'x')], definitions: [], valeurs: {} },
        { surtitre: '', parties: [] },
      ),
    )

  it('refuse ce qui n’est pas un document Word ordinaire, et dit pourquoi', async () => {
    expect(await raison(Buffer.from('%PDF-1.7'))).toBe('format')
    expect(await raison(new Uint8Array())).toBe('format')
    expect(await raison(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe('protege')
    expect(await raison(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]))).toBe('abime')
    const zip = await JSZip.loadAsync(Uint8Array.from(await bon()))
    zip.file('word/vbaProject.bin', 'x')
    expect(await raison(await zip.generateAsync({ type: 'uint8array' }))).toBe('macros')
    const tableur = new JSZip()
    tableur.file('xl/workbook.xml', '<x/>')
    expect(await raison(await tableur.generateAsync({ type: 'uint8array' }))).toBe('format')
  })

  it('refuse un docm renommé, une entité déclarée, un XML cassé', async () => {
    const avec = async (nom: string, geste: (t: string) => string) => {
      const zip = await JSZip.loadAsync(Uint8Array.from(await bon()))
      zip.file(nom, geste((await zip.file(nom)?.async('string')) ?? ''))
      return zip.generateAsync({ type: 'uint8array' })
    }
    const docm = await avec('[Content_Types].xml', (t) =>
      t.replace(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      ),
    )
    expect(await raison(docm)).toBe('macros')
    expect(await raison(await avec('word/document.xml', (t) => `<!DOCTYPE a [<!ENTITY b "c">]>${t}`))).toBe(
      'abime',
    )
    await expect(lireDocx(await avec('word/document.xml', () => '<w:document'))).rejects.toMatchObject({
      raison: 'abime',
    })
  })

  it('arrête une bombe avant de l’avoir décompressée', async () => {
    const zip = await JSZip.loadAsync(Uint8Array.from(await bon()))
    zip.file('word/document.xml', ' '.repeat(60 * 1024 * 1024))
    const octets = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    expect(octets.length).toBeLessThan(1024 * 1024)
    expect(await raison(octets)).toBe('demesure')
  }, 30_000)
})
