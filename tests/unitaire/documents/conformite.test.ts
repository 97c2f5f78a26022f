import { beforeAll, describe, expect, it } from 'vitest'
import type { DocumentNeutre } from '@/lib/documents/blocs/blocs'
import { rendrePdf } from '@/lib/documents/pdf'
import { conventionAffiliation } from '@/prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'
import { documentDuModele } from '../../fabriques/document-du-modele'
import { documentExtreme, documentTypique, documentVide } from '../../fabriques/document-neutre'
import { CONTROLES } from './conformite-pdf'
import { FichierPdf } from './objets-pdf'

const documentLettre = (): DocumentNeutre => ({
  ...documentVide(),
  forme: 'lettre',
  sommaire: false,
  sections: ['lettre-1', 'lettre-2'].map((code) => ({
    code,
    nature: 'corps',
    blocs: [
      { genre: 'paragraphe', style: 'droite', fragments: [{ texte: 'Commune d’Arcueil', gras: true }] },
      {
        genre: 'titre',
        niveau: 1,
        numero: '',
        fragments: [{ texte: 'Objet : résiliation' }],
        ancre: code,
        auSommaire: true,
      },
      { genre: 'paragraphe', fragments: [{ texte: 'Madame,' }] },
    ],
  })),
})

const DOCUMENTS: [string, () => DocumentNeutre][] = [
  ['typique', documentTypique],
  ['définitif, sans filigrane ni lacune', () => documentTypique({ lacunes: false })],
  ['extrême', documentExtreme],
  ['vide', documentVide],
  ['lettre, sans feuille de tête', documentLettre],
  ['convention-cadre et ses annexes', () => documentDuModele(conventionCadre, { annexes: true })],
  ['affiliation et ses annexes', () => documentDuModele(conventionAffiliation, { annexes: true })],
]

describe.each(DOCUMENTS)('Conformité PDF/A-2a et PDF/UA-1 déclarée, document %s', (_nom, fabriquer) => {
  let pdf: FichierPdf
  beforeAll(async () => {
    pdf = new FichierPdf(await rendrePdf(fabriquer()))
  }, 60_000)

  it.each(CONTROLES)('$nom ($source)', ({ verifier }) => {
    expect([...new Set(verifier(pdf))]).toEqual([])
  })
})
