import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Bloc, BlocTexte, DocumentNeutre } from '../../../lib/documents/blocs/blocs'
import { ErreurRenduPdf, rendrePdf, rendrePdfDetaille } from '../../../lib/documents/pdf'
import { intituleDuTitre, normaliserPourComparaison, texteDuDocument } from '../../../lib/documents/texte'
import { documentExtreme, documentTypique, documentVide } from '../../fabriques/document-neutre'
import { caracteresAssocies, corpsDePage, lirePdf, type PdfLu, type Signet } from './lire-pdf'

const empreinte = (octets: Buffer) => createHash('sha256').update(octets.toString('latin1')).digest('hex')
const titres = (d: DocumentNeutre) => d.sections.flatMap((s) => s.blocs).filter((b) => b.genre === 'titre')
const aplatir = (signets: Signet[]): Signet[] => signets.flatMap((s) => [s, ...aplatir(s.enfants)])

/** Chaque ligne du modèle se retrouve, dans l'ordre du modèle, dans le texte relu. */
function lignesAbsentes(document: DocumentNeutre, lu: PdfLu): string[] {
  const obtenu = normaliserPourComparaison(lu.pages.map(corpsDePage).join(' '))
  let curseur = 0
  return texteDuDocument(document)
    .split(/[\n\t]/)
    .map(normaliserPourComparaison)
    .filter((ligne) => {
      const trouve = obtenu.indexOf(ligne, curseur)
      if (trouve < 0) return true
      curseur = trouve
      return false
    })
}

describe('PDF du document typique', () => {
  const document = documentTypique()
  let octets: Buffer
  let lu: PdfLu
  beforeAll(async () => {
    octets = await rendrePdf(document)
    lu = await lirePdf(octets)
  }, 30_000)

  it('garde tout le texte du modèle, dans l’ordre', () => {
    expect(lignesAbsentes(document, lu)).toEqual([])
  })

  it('garde les accents, la ligature œ et les espaces insécables réelles', () => {
    const texte = lu.pages.flatMap((p) => p.textes.map((t) => t.texte)).join('')
    // pdfjs rend toute espace par une espace ordinaire ; les tables du fichier, elles, gardent chaque caractère.
    expect(texte).toContain('6 305,31 €')
    expect(texte).toContain('« le groupe hospitalier »')
    const associes = caracteresAssocies(octets)
    for (const code of ['0020', '00a0', '202f', '20ac', '2019', '00ab', '0153', '00c9'])
      expect(associes).toContain(code)
    expect(texte).toContain('Œuvrer')
    expect(texte).toContain('À l’issue')
    // Un montant ne se coupe jamais en bout de ligne.
    for (const page of lu.pages) {
      for (const y of new Set(page.textes.map((t) => t.y))) {
        const suite = page.textes.filter((t) => t.y === y).map((t) => t.texte)
        expect(suite.join('')).not.toMatch(/6 305,31$|fixée à 6$|« ?$|^ ?[»€;:]/)
      }
    }
  })

  it('incorpore toutes ses polices', () => {
    const brut = octets.toString('latin1')
    const polices = brut.match(/\/Subtype \/CIDFontType2/g)?.length ?? 0
    expect(polices).toBeGreaterThanOrEqual(4)
    expect(brut.match(/\/FontFile2 /g)).toHaveLength(polices)
    expect(brut).not.toMatch(/\/Subtype \/(Type1|TrueType)\b/)
  })

  it('porte ses métadonnées et se déclare PDF/A et PDF/UA', () => {
    expect(lu.info).toMatchObject({
      Title: document.titre,
      Author: document.auteur,
      Subject: document.sujet,
      Language: 'fr-FR',
    })
    expect(lu.info.CreationDate).toBe('D:20261122090000Z')
    expect(lu.xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(lu.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(lu.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('donne au sommaire les pages où sont vraiment les titres', () => {
    const tete = lu.pages[0]?.textes ?? []
    for (const titre of titres(document).filter((t) => t.auSommaire)) {
      const intitule = normaliserPourComparaison(intituleDuTitre(titre))
      const reelle =
        1 +
        lu.pages.findIndex((p, i) => i > 0 && normaliserPourComparaison(corpsDePage(p)).includes(intitule))
      // La ligne du sommaire : même hauteur à deux points près, numéro en bout de ligne.
      const debut = tete.find(
        (t) =>
          normaliserPourComparaison(t.texte) !== '' &&
          intitule.startsWith(normaliserPourComparaison(t.texte)) &&
          t.x < 130 &&
          ligne(tete, t.y).includes(intitule),
      )
      expect(debut, `« ${intituleDuTitre(titre)} » absent du sommaire`).toBeDefined()
      if (titre.fragments[0]?.texte === 'Principe' || titre.fragments[0]?.texte === 'Modalités particulières')
        continue
      expect(ligne(tete, debut?.y ?? 0)).toBe(`${intitule}${reelle}`)
    }
  })

  it('emboîte les signets et les pose à la hauteur des titres', () => {
    const attendus = titres(document).filter((t) => t.auSommaire)
    const signets = aplatir(lu.signets)
    expect(signets.map((s) => s.titre)).toEqual(attendus.map(intituleDuTitre))
    const parent = lu.signets.find((s) => s.titre.startsWith('Article 2'))
    expect(parent?.enfants).toHaveLength(2)
    for (const signet of signets) {
      const page = lu.pages[signet.page - 1]
      const premierMot = normaliserPourComparaison(signet.titre).slice(0, 8)
      const proche = page?.textes.some(
        (t) =>
          Math.abs(signet.haut - t.y) < 40 &&
          premierMot.startsWith(normaliserPourComparaison(t.texte).slice(0, 8)) &&
          t.texte.trim() !== '',
      )
      expect(proche, `signet « ${signet.titre} » loin de son titre`).toBe(true)
    }
  })

  it('numérote chaque page et ne laisse aucun filigrane dans le texte', () => {
    lu.pages.forEach((page, i) => {
      const courants = page.textes.filter((t) => t.taille === 8).map((t) => t.texte)
      expect(courants.join('')).toContain(`page ${i + 1} / ${lu.pages.length}`)
      expect(courants.join('')).toContain(document.reference)
      expect(corpsDePage(page)).not.toContain('PROJET')
    })
  })

  it('balise titres, listes, tableaux et liens', () => {
    for (const role of [
      'H1',
      'H2',
      'H3',
      'H4',
      'P',
      'L',
      'LI',
      'LBody',
      'Table',
      'TR',
      'TH',
      'TD',
      'TOC',
      'TOCI',
      'Link',
    ]) {
      expect(lu.roles, `rôle ${role}`).toContain(role)
    }
    expect(lu.pages[0]?.liens).toBeGreaterThanOrEqual(titres(document).filter((t) => t.auSommaire).length)
  })

  it('donne à chaque logo une figure et son texte alternatif', async () => {
    const logo =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const logos = ['Hôpital d’essai', 'Commune d’essai'].map((nom) => ({
      nom,
      type: 'image/png' as const,
      base64: logo,
    }))
    const relu = await lirePdf(await rendrePdf({ ...document, logos }))
    expect(relu.figures).toEqual(['Logo\u00a0: Hôpital d’essai', 'Logo\u00a0: Commune d’essai'])
    expect(lu.figures).toEqual(['Logo\u00a0: Groupe hospitalier'])
  }, 30_000)

  it('ne laisse jamais un titre seul en bas de page', () => {
    const intitules = new Set(titres(document).map((t) => normaliserPourComparaison(intituleDuTitre(t))))
    for (const page of lu.pages.slice(1)) {
      const dernier = page.textes
        .filter((t) => t.taille !== 8 && t.texte.trim() !== '')
        .reduce((bas, t) => Math.min(bas, t.y), Infinity)
      expect(
        intitules.has(
          ligne(
            page.textes.filter((t) => t.taille !== 8),
            dernier,
          ),
        ),
      ).toBe(false)
    }
  })

  it('garde un titre avec la première ligne de son tableau, où que tombe le bas de page', async () => {
    const dire = (texte: string): BlocTexte => ({ genre: 'paragraphe', fragments: [{ texte }] })
    const titre = (intitule: string): Bloc => ({
      genre: 'titre',
      niveau: 1,
      numero: '',
      fragments: [{ texte: intitule }],
      ancre: intitule,
      auSommaire: false,
    })
    const cellule = (texte: string, enTete = false) => ({ blocs: [dire(texte)], enTete })
    const tableau: Bloc = {
      genre: 'tableau',
      lignesEnTete: 1,
      largeurs: [0.3, 0.7],
      lignes: [
        [cellule('Colonne', true), cellule('Valeur', true)],
        [cellule('PREMIÈRE'), cellule('Une valeur longue qui se lit sur plusieurs lignes. '.repeat(9))],
        [cellule('SECONDE'), cellule('Une autre.')],
      ],
    }
    const placesDuTitre: string[] = []
    for (let lignes = 18; lignes <= 30; lignes += 2) {
      const blocs = [titre('Avant'), ...Array.from({ length: lignes }, (_, i) => dire(`Ligne ${String(i)}.`))]
      const corps = { code: 'corps', nature: 'corps' as const, blocs: [...blocs, titre('ANNONCE'), tableau] }
      const rendu = await lirePdf(await rendrePdf({ ...documentVide(), sections: [corps] }))
      const page = (mot: string) => rendu.pages.findIndex((p) => p.textes.some((t) => t.texte.includes(mot)))
      placesDuTitre.push(`${String(page('ANNONCE'))} ${String(page('PREMIÈRE'))}`)
    }
    expect(
      placesDuTitre.every((p) => p.split(' ')[0] === p.split(' ')[1]),
      placesDuTitre.join(', '),
    ).toBe(true)
    // Le bas de page est bien tombé entre deux essais.
    expect(new Set(placesDuTitre).size).toBeGreaterThan(1)
  }, 60_000)

  it('donne les mêmes octets pour le même document, même après un autre', async () => {
    await rendrePdf(documentVide())
    expect(empreinte(await rendrePdf(documentTypique()))).toBe(empreinte(octets))
    expect(empreinte(await rendrePdf({ ...document, reference: 'TU-2026-0043' }))).not.toBe(empreinte(octets))
  }, 30_000)
})

function ligne(textes: PdfLu['pages'][number]['textes'], y: number): string {
  return normaliserPourComparaison(
    textes
      .filter((t) => Math.abs(t.y - y) < 5)
      .sort((a, b) => a.x - b.x)
      .map((t) => t.texte)
      .join(''),
  )
}

describe('PDF des cas extrêmes', () => {
  it('rend un document vide', async () => {
    const lu = await lirePdf(await rendrePdf(documentVide()))
    expect(lu.pages).toHaveLength(1)
    expect(corpsDePage(lu.pages[0] ?? { textes: [], liens: 0 })).toContain('Convention sans contenu')
  })

  it('ne perd rien sur 40 articles, 200 lignes et 60 signataires, et échappe le XMP', async () => {
    const document = documentExtreme()
    const { octets, pages, nombreDePages } = await rendrePdfDetaille(document)
    const lu = await lirePdf(octets)
    expect(lignesAbsentes(document, lu)).toEqual([])
    expect(lu.pages).toHaveLength(nombreDePages)
    expect(lu.xmp).toContain('Santé &amp; ville &lt;pilote&gt;')
    expect(lu.xmp).not.toContain('<pilote>')
    expect(lu.info.Title).toBe(document.titre)
    for (const signet of aplatir(lu.signets)) {
      const titre = titres(document).find((t) => intituleDuTitre(t) === signet.titre)
      expect(pages.get(titre?.ancre ?? '')).toBe(signet.page)
    }
    // L'en-tête du tableau se répète sur chacune de ses pages.
    const suite = lu.pages.filter((p) => corpsDePage(p).includes('Temps médical de coordination'))
    expect(suite.length).toBeGreaterThan(3)
    for (const page of suite) expect(corpsDePage(page)).toContain('Nature de la dépense')
    // Rien ne sort de la feuille.
    for (const page of lu.pages) for (const t of page.textes) expect(t.y).toBeGreaterThan(20)
  }, 60_000)

  it('coupe une ligne de tableau plus haute que la page sans rien perdre', async () => {
    const longue = Array.from({ length: 900 }, (_, i) => `mot${i}`).join(' ')
    const p = (texte: string) => ({ genre: 'paragraphe' as const, fragments: [{ texte }] })
    const document: DocumentNeutre = {
      ...documentVide(),
      sections: [
        {
          code: 'c',
          nature: 'corps',
          blocs: [
            {
              genre: 'tableau',
              lignesEnTete: 1,
              largeurs: [0.3, 0.7],
              lignes: [
                [
                  { blocs: [p('A')], enTete: true },
                  { blocs: [p('B')], enTete: true },
                ],
                [
                  { blocs: [p('x')], enTete: false },
                  { blocs: [p(longue)], enTete: false },
                ],
              ],
            },
          ],
        },
      ],
    }
    const lu = await lirePdf(await rendrePdf(document))
    const texte = normaliserPourComparaison(lu.pages.map(corpsDePage).join(' '))
    for (let i = 0; i < 900; i += 1) expect(texte).toContain(`mot${i}`)
    expect(lu.pages.length).toBeGreaterThan(2)
  }, 30_000)

  it('ne perd aucune lettre vue d’abord comme morceau d’une autre', async () => {
    // Le X gras n'existe d'abord dans aucun texte ; « ÊÎÔ : » charge E, I, O et le point comme composants.
    const avec = (texte: string): DocumentNeutre => ({
      ...documentVide(),
      sections: [
        {
          code: 'c',
          nature: 'corps',
          blocs: [{ genre: 'paragraphe', fragments: [{ texte, gras: true, italique: true }] }],
        },
      ],
    })
    await rendrePdf(avec('ÉÎÔÙÇ ; ½ ² …'))
    const lu = await lirePdf(await rendrePdf(avec('E I O U C . , 2.1 1')))
    expect(normaliserPourComparaison(lu.pages.map(corpsDePage).join(''))).toContain('EIOUC.,2.11')
  }, 30_000)

  it('refuse un caractère impossible à imprimer dans une version définitive, le remplace dans un projet', async () => {
    const avec = (filigrane: string | null): DocumentNeutre => ({
      ...documentVide(),
      filigrane,
      sections: [
        {
          code: 'c',
          nature: 'corps',
          blocs: [{ genre: 'paragraphe', fragments: [{ texte: 'Signe 漢 et flèche → ≥ 3' }] }],
        },
      ],
    })
    await expect(rendrePdf(avec(null))).rejects.toBeInstanceOf(ErreurRenduPdf)
    const lu = await lirePdf(await rendrePdf(avec('PROJET')))
    expect(lu.pages.map(corpsDePage).join('')).toContain('Signe ☐ et flèche → ≥ 3')
  }, 30_000)
})
