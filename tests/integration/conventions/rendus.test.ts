import { fileURLToPath } from 'node:url'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { creerConventions } from '../../../lib/cas-usage/convention/creer-conventions'
import { rendreConvention } from '../../../lib/serveur/documents/rendre'
import { agir, MAINTENANT, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

const { construireOuvrier } = (await import('../../../scripts/construire-ouvrier.mjs')) as {
  construireOuvrier(sortie?: string): Promise<string>
}

let t: Territoire
let reference: string
beforeAll(async () => {
  // L'ouvrier cherche ses paquets depuis la racine du projet : il se construit sous elle.
  process.env.DOSSIER_CONSTRUIT = fileURLToPath(new URL('../../../.construit/essai-rendus', import.meta.url))
  await construireOuvrier(`${process.env.DOSSIER_CONSTRUIT}/ouvrier-pdf.mjs`)
  t = await ouvrirTerritoire()
  const { references } = await agir(t.direction, creerConventions, {
    modeleVersionId: t.version('convention-cadre-partenariat'),
    groupeId: t.id('hups'),
    centreIds: [t.id('arcueil')],
  })
  reference = references[0] ?? ''
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

describe('Rendre une convention', () => {
  it('met dans le Word les pages du PDF, rendu et gardé du même coup', async () => {
    const docx = await rendreConvention(t.direction, reference, 'docx', MAINTENANT)
    const pdf = await t.proprietaire.rendu.findFirst({ where: { format: 'pdf' } })
    const pages = pdf?.pages as Record<string, number>
    expect(Object.keys(pages).length).toBeGreaterThan(10)
    const corps = await (await JSZip.loadAsync(docx?.octets ?? [])).file('word/document.xml')?.async('string')
    const numeros = [...(corps ?? '').matchAll(/PAGEREF .*?<w:t[^>]*>(\d+)<\/w:t>/g)].map((m) => Number(m[1]))
    expect(numeros).toEqual(Object.values(pages).sort((a, b) => a - b))
    // Le PDF demandé ensuite est celui qui a donné les pages ; le Word redemandé est le même.
    const servi = await rendreConvention(t.direction, reference, 'pdf', MAINTENANT)
    expect(servi?.empreinte).toBe(pdf?.empreinte)
    expect(await t.proprietaire.rendu.count()).toBe(2)
    expect(await rendreConvention(t.direction, reference, 'docx', MAINTENANT)).toEqual(docx)
  }, 60_000)

  it('n’existe pas pour une référence inconnue', async () => {
    expect(await rendreConvention(t.direction, 'HUPS-ARC-2026-999', 'docx', MAINTENANT)).toBeNull()
  })
})
