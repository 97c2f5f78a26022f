import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { cesure, sansCesure } from '../../../lib/documents/pdf/cesure'
import { decouperEnFlux } from '../../../lib/documents/pdf/flux'
import { aJointure, regrouper } from '../../../lib/documents/pdf/fragments'
import { caracteresSansDessin } from '../../../lib/documents/pdf/polices'
import { completerPolice, lireCmap, tablesDeWoff } from '../../../lib/documents/pdf/sfnt'
import { colonnesDeNombres, grille } from '../../../lib/documents/pdf/tableau'
import { ErreurRenduPdf, verifierContenu } from '../../../lib/documents/pdf/verification'
import { documentExtreme, documentVide } from '../../fabriques/document-neutre'

describe('césure', () => {
  it('coupe les longs mots français, jamais un nombre, un sigle ni une espace insécable', () => {
    expect(cesure('convention').length).toBeGreaterThan(1)
    expect(cesure('convention').join('')).toBe('convention')
    for (const mot of [
      '6\u202f305,31\u00a0€',
      'FINESS',
      'soins',
      'n°\u00a042',
      '01\u00a000\u00a000\u00a000\u00a000',
    ])
      expect(cesure(mot)).toEqual([mot])
    const parts = cesure('hospitalisation')
    expect(parts.length).toBeGreaterThan(2)
    // Trois lettres au moins en bout et en début de ligne.
    expect(parts[0]?.length).toBeGreaterThanOrEqual(3)
    expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(3)
  })
  it('ne laisse aucun mot plus large que la ligne', () => {
    for (const part of [...cesure('x'.repeat(150)), ...sansCesure('y'.repeat(150))])
      expect(part.length).toBeLessThanOrEqual(32)
  })
})

describe('police complétée', () => {
  const chemin = createRequire(import.meta.url).resolve(
    '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff',
  )
  it('donne un dessin propre à chaque espace insécable', () => {
    const woff = readFileSync(chemin)
    const avant = lireCmap(tablesDeWoff(woff).get('cmap') ?? Buffer.alloc(0))
    expect(avant.get(0xa0)).toBe(avant.get(0x20))
    expect(avant.has(0x202f)).toBe(false)
    const complete = completerPolice(woff, [
      { code: 0xa0, chasse: 237, copieDe: 0x20 },
      { code: 0x202f, chasse: 150 },
    ])
    expect(complete.readUInt32BE(0)).toBe(0x00010000)
    expect(complete.length).toBeGreaterThan(30_000)
  })
  it('sait ce qu’elle ne sait pas dessiner', () => {
    expect(caracteresSansDessin('6\u202f305,31\u00a0€ « œuvre » É’ → ≥ ≤ ☐ ő Ł')).toEqual([])
    expect(caracteresSansDessin('漢 Ж')).toEqual(['漢', 'Ж'])
  })
})

describe('fragments', () => {
  it('rattache la ponctuation au mot en gras et réunit les allures voisines', () => {
    expect(
      regrouper([
        { texte: 'La ' },
        { texte: 'commune', gras: true },
        { texte: ', ' },
        { texte: 'ici', parametre: 'x' },
      ]),
    ).toEqual([{ texte: 'La ' }, { texte: 'commune,', gras: true }, { texte: ' ici' }])
  })
  it('repère deux allures collées', () => {
    expect(aJointure([{ texte: '1' }, { texte: 'er', exposant: true }])).toBe(true)
    expect(aJointure([{ texte: 'un ' }, { texte: 'mot', gras: true }])).toBe(false)
  })
})

describe('tableaux et flux', () => {
  const cellule = (texte: string, reste = {}) => ({
    blocs: [{ genre: 'paragraphe' as const, fragments: [{ texte }] }],
    enTete: false,
    ...reste,
  })
  it('réserve la place d’une cellule haute et large', () => {
    const places = grille(
      [
        [cellule('a', { lignes: 2 }), cellule('b', { colonnes: 2 })],
        [cellule('c'), cellule('d')],
      ],
      3,
    )
    expect(places.map((l) => l.map((p) => [p.colonne, p.colonnes, p.cellule !== null]))).toEqual([
      [
        [0, 1, true],
        [1, 2, true],
      ],
      [
        [0, 1, false],
        [1, 1, true],
        [2, 1, true],
      ],
    ])
  })
  it('aligne à droite les seules colonnes de montants', () => {
    const lignes = grille([[cellule('2026'), cellule('6\u202f305,31\u00a0€'), cellule('oui')]], 3)
    expect([...colonnesDeNombres(lignes, 3)]).toEqual([1])
  })
  it('découpe un long corps en flux courts sans en perdre un bloc', () => {
    const section = documentExtreme().sections[0]
    if (!section) throw new Error('fabrique vide')
    const flux = decouperEnFlux({ ...section, blocs: [...section.blocs, ...section.blocs] })
    expect(flux.length).toBeGreaterThan(2)
    expect(flux.flatMap((f) => f.blocs).length).toBeGreaterThanOrEqual(section.blocs.length * 2)
    for (const f of flux) expect(f.blocs.at(-1)?.genre).not.toBe('titre')
  })
})

describe('vérification du contenu mis en page', () => {
  const document = {
    ...documentVide(),
    sections: [
      {
        code: 'c',
        nature: 'corps' as const,
        blocs: [{ genre: 'paragraphe' as const, fragments: [{ texte: 'Texte complet.' }] }],
      },
    ],
  }
  const page = (texte: string) => [
    { type: 'PAGE', children: [{ type: 'TEXT', lines: [{ string: texte, runs: [] }] }] },
  ]
  it('accepte un texte entier, coupé ou non, et refuse un texte tronqué', () => {
    expect(() => verifierContenu(document, page('Texte com-plet.'))).not.toThrow()
    expect(() => verifierContenu(document, page('Texte comple'))).toThrow(ErreurRenduPdf)
  })
})
