import JSZip from 'jszip'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { rendreDocx } from '@/lib/documents/docx'
import { rendrePdf } from '@/lib/documents/pdf'
import { texteDuDocument } from '@/lib/documents/texte'
import { cleDeLecture } from '@/lib/domaine/texte/mots'
import { documentCompare } from '@/lib/presentation/conventions/document-compare'
import { lirePdf } from '../documents/lire-pdf'
import { conventionLue, deuxVersions } from './exemples'

const [v1, v2] = deuxVersions()
const compare = (pourWord: boolean) =>
  documentCompare(conventionLue(), { de: 1, a: 2, avant: v1, apres: v2, pourWord })

describe('Version comparée', () => {
  it('a son titre, son bas de page, sa légende et la liste de ce qui change', () => {
    const d = compare(false)
    expect(d.titre).toBe('Version comparée\u00a0: de la version\u00a01 à la version\u00a02')
    expect(d.piedDePage).toBe(d.titre)
    expect(texteDuDocument(d)).toContain('Article 2 – Premier article\u00a0: modifié, était l’article 1er')
    expect(texteDuDocument(d)).toContain('[Passage déplacé, était l’article 4]')
  })

  it('PDF : tout le texte, ajouts et retraits compris', async () => {
    const octets = await rendrePdf(compare(false))
    const lu = await lirePdf(octets)
    expect(JSON.stringify(lu)).toContain('Version comparée')
  }, 60_000)

  it('Word : de vraies révisions, avec auteur et date', async () => {
    const zip = await JSZip.loadAsync(Uint8Array.from(await rendreDocx(compare(true))))
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    expect(xml).toMatch(/<w:ins w:id="\d+" w:author="[^"]+" w:date="[^"]+"/)
    expect(xml).toMatch(/<w:del w:id="\d+"[^>]*>(?:(?!<\/w:del>).)*<w:delText/)
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map((m) => m[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('Word : tout accepter donne le nouveau texte, tout refuser redonne l’ancien', async () => {
    const octets = await rendreDocx(compare(true))
    const zip = await JSZip.loadAsync(Uint8Array.from(octets))
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    const refuse = xml
      .replace(/<(\/?)w:ins\b/g, '<$1w:SUPPRIME')
      .replace(/<(\/?)w:del\b/g, '<$1w:ins')
      .replace(/<(\/?)w:SUPPRIME\b/g, '<$1w:del')
      .replace(/w:delText/g, 'w:t')
    const lire = async (corps: string) => {
      zip.file('word/document.xml', corps)
      const { value } = await mammoth.extractRawText({
        buffer: await zip.generateAsync({ type: 'nodebuffer' }),
      })
      return cleDeLecture(value.slice(value.indexOf('Vu le code')))
    }
    const accepte = await lire(xml)
    expect(accepte).toContain('sous 24 h')
    expect(accepte).not.toContain('sous 48 h')
    expect(accepte).toContain('Article tout nouveau')
    expect(accepte).not.toContain('Article retiré')
    const ancien = await lire(refuse)
    expect(ancien).toContain('sous 48 h')
    expect(ancien).not.toContain('sous 24 h')
    expect(ancien).not.toContain('Article tout nouveau')
    expect(ancien.indexOf('Premier article')).toBeLessThan(ancien.indexOf('Article à déplacer'))
    expect(accepte.lastIndexOf('Article à déplacer')).toBeLessThan(accepte.lastIndexOf('Premier article'))
  })
})
if (process.env.SORTIE_RENDUS)
  it('sort', async () => {
    const fs = await import('node:fs')
    fs.writeFileSync(`${process.env.SORTIE_RENDUS}/c.pdf`, await rendrePdf(compare(false)))
    fs.writeFileSync(`${process.env.SORTIE_RENDUS}/c.docx`, await rendreDocx(compare(true)))
  }, 60_000)
