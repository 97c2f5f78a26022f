import JSZip from 'jszip'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { DocumentNeutre } from '../../../lib/documents/blocs/blocs'
import { construireDocument, enClair } from '../../../lib/documents/blocs/construire'
import { rendreDocx } from '../../../lib/documents/docx'
import { DocumentHtml } from '../../../lib/documents/html'
import { rendrePdf } from '../../../lib/documents/pdf'
import { lireTexteBalise } from '../../../lib/domaine/texte/balisage'
import type { FormulaireJoint } from '../../../lib/domaine/texte/unites'
import { lirePdf } from './lire-pdf'

const EMPREINTE = '0123456789abcdef'.repeat(4)
const NOM = 'demande-d-imagerie-2026-v2.pdf'
/** Plus long qu'une ligne, sans une espace où couper. */
const LONG = `${'demande-d-imagerie-'.repeat(7)}v2.pdf`

const documentAvec = (fichier: FormulaireJoint | null): DocumentNeutre =>
  construireDocument({
    texte: {
      titre: 'Convention',
      comparutions: [],
      definitions: [],
      valeurs: {},
      unites: [
        {
          identite: 'demande',
          parent: null,
          rang: 1,
          genre: 'annexe',
          titre: 'Formulaire de demande',
          contenu: lireTexteBalise('À remplir par le prescripteur.', 'demande'),
          annexe: { nature: 'formulaire', revision: 'echange' },
          fichier,
          omise: false,
        },
      ],
    },
    surtitre: '',
    reference: 'ESSAI-001',
    auteur: 'Essai',
    projet: true,
    mention: null,
    fabriqueLe: '2026-11-22T10:00:00Z',
    logos: [],
    signataires: [],
  })
const documentNomme = (nom: string) => documentAvec({ id: '1', nom, taille: 10, empreinte: EMPREINTE })
const lirePages = async (d: DocumentNeutre) =>
  sansEspace((await lirePdf(await rendrePdf(d))).pages.flatMap((p) => p.textes.map((t) => t.texte)).join(''))
const sansEspace = (t: string) => t.replace(/[\s\u00a0\u202f\u00ad]/g, '')

describe('Formulaire joint à une annexe', () => {
  it('se cite en encart dans son annexe, par son nom et son empreinte', () => {
    const annexe = documentNomme(NOM).sections.find((s) => s.code === 'demande')
    const encarts = annexe?.blocs.filter((b) => b.genre === 'encart') ?? []
    expect(encarts.map((b) => [b.unite, b.titre])).toEqual([['demande', 'Formulaire joint']])
    const texte = enClair(encarts[0]?.fragments ?? [])
    expect(texte).toContain(NOM)
    expect(sansEspace(texte)).toContain(EMPREINTE)
    const sans = documentAvec(null).sections.flatMap((s) => s.blocs)
    expect(sans.some((b) => b.genre === 'encart')).toBe(false)
  })
  it('se lit entier dans la page, le PDF et le DOCX', async () => {
    const document = documentNomme(NOM)
    const html = renderToStaticMarkup(createElement(DocumentHtml, { document })).replace(/<[^>]+>/g, '')
    const pdf = await lirePages(document)
    const zip = await JSZip.loadAsync(Uint8Array.from(await rendreDocx(document)))
    const docx = ((await zip.file('word/document.xml')?.async('string')) ?? '').replace(/<[^>]+>/g, '')
    for (const lu of [sansEspace(html), pdf, sansEspace(docx)]) {
      expect(lu).toContain(NOM)
      expect(lu).toContain(EMPREINTE)
    }
  }, 60_000)
  it('ne perd rien d’un nom plus long que la ligne, ni l’empreinte entière', async () => {
    const lu = await lirePages(documentNomme(LONG))
    expect(lu.replaceAll('-', '')).toContain(LONG.replaceAll('-', ''))
    expect(lu).toContain(EMPREINTE)
  }, 60_000)
})
