import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { creerGroupePdf, ErreurGroupePdf } from '../../../lib/documents/pdf/groupe'
import { documentTypique, documentVide } from '../../fabriques/document-neutre'

// L'ouvrier compilé cherche ses polices depuis la racine du projet : il se construit dans le dossier prévu.
const { construireOuvrier } = (await import('../../../scripts/construire-ouvrier.mjs')) as {
  construireOuvrier(sortie?: string): Promise<string>
}

const dossier = mkdtempSync(join(tmpdir(), 'groupe-pdf-'))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

/** Ouvrier d'essai : la référence du document dit comment il se comporte. */
const faux = join(dossier, 'faux.mjs')
writeFileSync(
  faux,
  `import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ id, document }) => {
  if (document.reference === 'meurt') process.exit(3)
  if (document.reference === 'dort') return
  if (document.reference === 'refuse') return parentPort.postMessage({ id, erreur: 'refus' })
  setTimeout(() => parentPort.postMessage({ id, octets: new TextEncoder().encode(document.reference), pages: new Map() }), 20)
})`,
)
const avec = (reference: string) => ({ ...documentVide(), reference })

describe('groupe d’ouvriers PDF', () => {
  it('rend un vrai document dans l’ouvrier compilé', async () => {
    const chemin = await construireOuvrier(
      fileURLToPath(new URL('../../../.construit/ouvrier-pdf-essai.mjs', import.meta.url)),
    )
    const groupe = creerGroupePdf({ chemin, nombre: 1, delaiMs: 20_000 })
    const { octets, pages } = await groupe.rendre(documentTypique())
    expect(octets.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(pages.get('article-2')).toBeGreaterThan(1)
    await groupe.arreter()
    expect(groupe.etat()).toEqual({ ouvriers: 0, occupes: 0, enAttente: 0 })
  }, 40_000)

  it('sert chacun avec sa réponse, sans dépasser son nombre d’ouvriers', async () => {
    const groupe = creerGroupePdf({ chemin: faux, nombre: 2 })
    const rendus = ['a', 'b', 'c', 'd', 'e'].map((r) => groupe.rendre(avec(r)))
    expect(groupe.etat()).toEqual({ ouvriers: 2, occupes: 2, enAttente: 3 })
    expect((await Promise.all(rendus)).map((r) => String(r.octets))).toEqual(['a', 'b', 'c', 'd', 'e'])
    await groupe.arreter()
  })

  it('remplace un ouvrier mort et un ouvrier trop lent', async () => {
    const groupe = creerGroupePdf({ chemin: faux, nombre: 1, delaiMs: 400 })
    await expect(groupe.rendre(avec('meurt'))).rejects.toMatchObject({ motif: 'ouvrier-mort' })
    expect(String((await groupe.rendre(avec('suite'))).octets)).toBe('suite')
    await expect(groupe.rendre(avec('dort'))).rejects.toMatchObject({ motif: 'delai' })
    expect(String((await groupe.rendre(avec('fin'))).octets)).toBe('fin')
    await expect(groupe.rendre(avec('refuse'))).rejects.toMatchObject({ motif: 'rendu', message: 'refus' })
    await groupe.arreter()
  })

  it('refuse au-delà de la file et après l’arrêt, mais finit ce qui est commencé', async () => {
    const groupe = creerGroupePdf({ chemin: faux, nombre: 1, attenteMax: 1 })
    const [premier, second] = [groupe.rendre(avec('1')), groupe.rendre(avec('2'))]
    await expect(groupe.rendre(avec('3'))).rejects.toBeInstanceOf(ErreurGroupePdf)
    const arret = groupe.arreter()
    await expect(groupe.rendre(avec('4'))).rejects.toMatchObject({ motif: 'arrete' })
    expect((await Promise.all([premier, second])).map((r) => String(r.octets))).toEqual(['1', '2'])
    await arret
  })
})
