import JSZip from 'jszip'
import { describe, expect, it, vi } from 'vitest'
import { rendreDocx } from '../../../lib/documents/docx'
import { rendrePdfDetaille } from '../../../lib/documents/pdf'
import { intituleDuTitre, normaliserPourComparaison, texteDuDocument } from '../../../lib/documents/texte'
import { documentExtreme, documentTypique, documentVide } from '../../fabriques/document-neutre'

async function ouvrir(octets: Buffer) {
  const zip = await JSZip.loadAsync(Uint8Array.from(octets))
  const lire = async (nom: string) => (await zip.file(nom)?.async('string')) ?? ''
  return { zip, lire, corps: await lire('word/document.xml') }
}
const decoder = (xml: string) =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
const texte = (xml: string) =>
  decoder([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join(''))

describe('DOCX', () => {
  it('garde tout le texte du modèle, espaces insécables comprises', async () => {
    for (const document of [documentTypique(), documentExtreme()]) {
      const { corps } = await ouvrir(await rendreDocx(document))
      expect(texte(corps)).toContain('6\u202f305,31\u00a0€')
      const obtenu = normaliserPourComparaison(texte(corps))
      // Word numérote lui-même les listes : leurs repères ne sont pas dans le texte.
      const absentes = texteDuDocument(document)
        .split(/[\n\t]/)
        .map((l) => normaliserPourComparaison(l.replace(/^(•|\d+\.) /, '')))
        .filter((l) => !obtenu.includes(l))
      expect(absentes).toEqual([])
    }
  }, 20_000)

  it('emploie de vrais styles, une vraie numérotation et la langue française', async () => {
    const { corps, lire } = await ouvrir(await rendreDocx(documentTypique()))
    const styles = await lire('word/styles.xml')
    for (const style of [
      'Heading1',
      'Heading2',
      'Heading3',
      'Corps',
      'Visa',
      'Partie',
      'Transition',
      'Considerant',
      'Legende',
      'Cellule',
    ]) {
      expect(corps, `style ${style} employé`).toContain(`<w:pStyle w:val="${style}"/>`)
      expect(styles, `style ${style} défini`).toContain(`w:styleId="${style}"`)
    }
    expect(corps).toContain('<w:numPr>')
    expect(await lire('word/numbering.xml')).toContain('w:val="%1."')
    expect(styles).toMatch(/<w:lang [^>]*w:val="fr-FR"/)
    expect(await lire('word/fontTable.xml')).toContain('<w:altName w:val="Cambria"/>')
  })

  it('fait repartir chaque liste ordonnée à son début', async () => {
    const { corps } = await ouvrir(await rendreDocx(documentTypique()))
    const instances = new Set([...corps.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((m) => m[1]))
    expect(instances.size).toBeGreaterThan(4)
  })

  it('remplit le sommaire sans demander de mise à jour à l’ouverture', async () => {
    const document = documentTypique()
    const pages = new Map([['article-2', 7]])
    const { corps, lire } = await ouvrir(await rendreDocx(document, { pages }))
    const sommaire = corps.slice(corps.indexOf('<w:sdt>'), corps.indexOf('</w:sdt>'))
    expect(sommaire).not.toMatch(/w:dirty="(true|1)"/)
    expect(await lire('word/settings.xml')).not.toMatch(/<w:updateFields(\/>| w:val="(true|1)")/)
    const titres = document.sections
      .flatMap((s) => s.blocs)
      .filter((b) => b.genre === 'titre' && b.auSommaire)
    for (const titre of titres)
      if (titre.genre === 'titre') expect(texte(sommaire)).toContain(intituleDuTitre(titre))
    expect(texte(sommaire)).toContain('Article 2\u00a0– Définitions7')
    // Table des matières de Word : galerie, champ fermé, numéro dans un renvoi de page au même signet que le lien.
    expect(sommaire).toContain('<w:docPartGallery w:val="Table of Contents"/>')
    const signes = (type: string) => sommaire.split(`w:fldCharType="${type}"`).length - 1
    expect([signes('begin'), signes('separate'), signes('end')]).toEqual([2, 2, 2])
    const renvoi =
      /<w:hyperlink [^>]*w:anchor="([^"]+)"[^>]*>(?:(?!<\/w:hyperlink>).)*PAGEREF (\S+) \\h/.exec(sommaire)
    expect(renvoi?.[2]).toBe(renvoi?.[1])
    expect(await lire('word/styles.xml')).toMatch(
      /w:styleId="TOC1"(?:(?!<\/w:style>).)*<w:tab w:val="right" w:pos="8622" w:leader="dot"\/>/,
    )
    // Chaque lien du sommaire et chaque renvoi mène à un signet qui existe.
    const signets = new Set([...corps.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map((m) => m[1]))
    const ancres = [...corps.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map((m) => m[1])
    expect(ancres.length).toBeGreaterThan(titres.length)
    for (const ancre of ancres) expect(signets).toContain(ancre)
  })

  it('donne au sommaire la page de chaque titre dans le PDF, sur sa feuille quand le PDF l’y met', async () => {
    const document = documentTypique()
    const { pages } = await rendrePdfDetaille(document)
    const { corps } = await ouvrir(await rendreDocx(document, { pages }))
    const sommaire = corps.slice(corps.indexOf('<w:sdt>'), corps.indexOf('</w:sdt>'))
    for (const titre of document.sections.flatMap((s) => s.blocs))
      if (titre.genre === 'titre' && titre.auSommaire)
        expect(texte(sommaire)).toContain(`${intituleDuTitre(titre)}${pages.get(titre.ancre)}`)
    const premiere = Math.min(...pages.values())
    expect(sommaire.includes('<w:pageBreakBefore/>')).toBe(premiere > 2)
    const decalees = new Map([...pages].map(([ancre, page]) => [ancre, page + 3 - premiere]))
    expect((await ouvrir(await rendreDocx(document, { pages: decalees }))).corps).toMatch(
      /"TitreSommaire"\/><w:pageBreakBefore\/>/,
    )
  }, 30_000)

  it('reste lisible sans pages : des liens, ni taquet ni numéro', async () => {
    const { corps } = await ouvrir(await rendreDocx(documentTypique()))
    const sommaire = corps.slice(corps.indexOf('<w:sdt>'), corps.indexOf('</w:sdt>'))
    expect(sommaire).toContain('<w:hyperlink ')
    expect(sommaire).not.toMatch(/PAGEREF|<w:tab\/>/)
  })

  it('donne les mêmes octets pour le même document, quelle que soit l’heure', async () => {
    const logo =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const avecLogo = (reference: string) => ({
      ...documentTypique(),
      reference,
      logos: [{ nom: 'Hôpital', type: 'image/png' as const, base64: logo }],
    })
    const pages = new Map([['article-2', 7]])
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-03-01T08:00:00Z') })
    try {
      const premier = await rendreDocx(avecLogo('TU-2026-0042'), { pages })
      vi.setSystemTime(new Date('2031-07-14T21:45:10Z'))
      await rendreDocx(documentVide())
      const second = await rendreDocx(avecLogo('TU-2026-0042'), { pages })
      expect(second.equals(Uint8Array.from(premier))).toBe(true)
      expect((await rendreDocx(avecLogo('TU-2026-0043'), { pages })).equals(Uint8Array.from(premier))).toBe(
        false,
      )
      const { zip } = await ouvrir(premier)
      for (const piece of Object.values(zip.files))
        expect(piece.date.toISOString()).toBe('2026-11-22T09:00:00.000Z')
    } finally {
      vi.useRealTimers()
    }
  })

  it('répète les en-têtes de tableau, garde les lignes entières, surligne les lacunes', async () => {
    const { corps } = await ouvrir(await rendreDocx(documentTypique()))
    expect(corps.match(/<w:tblHeader/g)?.length).toBeGreaterThanOrEqual(3)
    expect(corps).toContain('<w:cantSplit')
    expect(corps).toMatch(/<w:highlight w:val="yellow"\/>[\s\S]{0,200}\[date de délibération\]/)
    expect(corps).toContain('w:vMerge')
    const { corps: definitif } = await ouvrir(await rendreDocx(documentTypique({ lacunes: false })))
    expect(definitif).not.toContain('w:highlight')
  })

  it('porte la référence, la page, l’état et des métadonnées échappées', async () => {
    const document = documentExtreme()
    const { zip, lire, corps } = await ouvrir(await rendreDocx(document))
    const courants = await Promise.all(
      Object.keys(zip.files)
        .filter((n) => /word\/(header|footer)\d+\.xml/.test(n))
        .map(lire),
    )
    expect(courants.join('')).toContain(document.reference)
    expect(courants.join('')).toContain('NUMPAGES')
    expect(courants.join('')).toContain('PROJET')
    expect(texte(corps).startsWith('PROJET')).toBe(true)
    const proprietes = await lire('docProps/core.xml')
    expect(proprietes).toContain('Santé &amp; ville &lt;pilote&gt;')
    expect(proprietes).toContain('2026-11-22T09:00:00Z')
    expect(texte((await ouvrir(await rendreDocx(documentVide()))).corps)).toContain('Convention sans contenu')
  })
})
