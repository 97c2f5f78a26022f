import { describe, expect, it, vi } from 'vitest'
import type { DocumentNeutre } from '@/lib/documents/blocs/blocs'
import { relirePdf } from '@/lib/documents/controle/relire'
import { rendrePdf } from '@/lib/documents/pdf'
import type { ModeleSource } from '@/lib/domaine/texte/modele-source'
import { conventionActivitePartagee } from '@/prisma/socle/modeles/convention-activite-partagee'
import { conventionAffiliation } from '@/prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'
import { documentDuModele } from '../../fabriques/document-du-modele'
import { documentTypique } from '../../fabriques/document-neutre'

vi.setConfig({ testTimeout: 30_000 })
const MODELES: [string, ModeleSource][] = [
  ['convention-cadre', conventionCadre],
  ['affiliation', conventionAffiliation],
  ['activité partagée', conventionActivitePartagee],
]
const definitif = (d: DocumentNeutre): DocumentNeutre => ({ ...d, filigrane: null, lacunes: [] })

describe('Relecture d’un PDF figé', () => {
  it.each(MODELES)('retrouve tout le texte du modèle %s, et lui seul', async (_nom, modele) => {
    const document = definitif(documentDuModele(modele, { annexes: true }))
    const octets = await rendrePdf(document)
    expect(await relirePdf(octets, document)).toEqual({ etat: 'identique' })
  })
  it('retrouve tableaux, circuits, listes et encarts du document typique', async () => {
    const document = definitif(documentTypique())
    expect(await relirePdf(await rendrePdf(document), document)).toEqual({ etat: 'identique' })
  })
})
