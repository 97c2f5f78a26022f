import { expect as expectBrut, test } from '@playwright/test'
import JSZip from 'jszip'
import { appeler } from './aides/actions'
import { ouvrirBase } from './aides/base'
import { contexteDe, sessionDe } from './aides/sessions'

const expect = expectBrut.configure({ timeout: 20_000 })
const CREER = 'app/(connecte)/conventions/actions.ts#creer'
const ACTE = 'app/(connecte)/conventions/[reference]/actions.ts'
const REDIGER = 'app/(connecte)/conventions/[reference]/rediger/actions.ts'
const TYPE_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const BILAN = 'Un bilan annuel est présenté au comité.'
let reference = ''

/** Deux versions partagées d'une convention de Gentilly : un article a gagné une phrase. */
test.beforeAll(async () => {
  const base = await ouvrirBase()
  const un = async <T>(sql: string, ...v: unknown[]): Promise<T> =>
    (await base.query<{ v: T }>(sql, v)).rows[0]?.v as T
  const direction = await contexteDe('direction')
  const { references } = await appeler<{ references: string[] }>(direction, CREER, {
    modeleVersionId: await un<string>(
      "SELECT id AS v FROM modele_version WHERE groupe_id IS NULL AND redaction AND modele_code LIKE 'convention-cadre%' ORDER BY numero DESC LIMIT 1",
    ),
    groupeId: await un<string>("SELECT id AS v FROM organisation WHERE code = 'hups'"),
    centreIds: [await un<string>("SELECT id AS v FROM organisation WHERE code = 'gentilly'")],
  })
  reference = references[0] ?? ''
  const acteId = await un<string>(
    'SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1',
    reference,
  )
  const version = () => un<number>('SELECT version AS v FROM acte WHERE id = $1', acteId)
  await appeler(direction, `${ACTE}#partager`, { acteId, version: 1, texte: '' })
  await appeler(direction, `${ACTE}#reprendreTexte`, {
    acteId,
    version: await version(),
    texte: 'À compléter',
  })
  const unite = await un<{
    identite: string
    version: number
    titre: string
    contenu: { content: unknown[] }
  }>(
    `SELECT json_build_object('identite', identite, 'version', version, 'titre', titre, 'contenu', contenu) AS v
     FROM unite WHERE acte_id = $1 AND genre = 'article' AND NOT omise AND contenu::text LIKE '%"text"%' ORDER BY rang LIMIT 1`,
    acteId,
  )
  await appeler(direction, `${REDIGER}#enregistrerUnite`, {
    acteId,
    ...unite,
    contenu: {
      type: 'doc',
      content: [
        ...unite.contenu.content,
        { type: 'paragraph', attrs: { id: 'bilan' }, content: [{ type: 'text', text: BILAN }] },
      ],
    },
  })
  await appeler(direction, `${ACTE}#partager`, {
    acteId,
    version: await version(),
    texte: 'Avec un bilan.',
  })
  await direction.dispose()
  await base.end()
})

test('le centre voit ce qui change, y va au clavier, et renvoie un Word dont il propose un article', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const contexte = await browser.newContext({ storageState: await sessionDe('cmsGentilly') })
  const page = await contexte.newPage()
  await page.goto(`/conventions/${reference}/versions`)
  await expect(page.getByText('1 article modifié.')).toBeVisible()
  await expect(page.getByText('Texte en cours')).toHaveCount(0)
  await page.getByRole('link', { name: 'Comparer à la version 1' }).click()
  await expect(page.locator('ins', { hasText: BILAN })).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByText('Changement 1 sur 1')).toBeVisible()
  await page.getByRole('link', { name: 'Deux colonnes' }).click()
  await expect(page.locator('ins', { hasText: BILAN })).toBeVisible()
  await page.goto(`/conventions/${reference}/versions/1`)
  await expect(page.getByText('ce n’est pas la dernière')).toBeVisible()
  await expect(page.getByText(BILAN)).toHaveCount(0)
  // Le texte en cours n'est pas au centre, même à l'adresse.
  const interdite = await page.goto(`/conventions/${reference}/versions/comparer?de=1&a=travail`)
  expect(interdite?.status()).toBe(404)

  const word = await contexte.request.get(`/api/conventions/${reference}/docx`)
  const zip = await JSZip.loadAsync(Uint8Array.from(await word.body()))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  zip.file('word/document.xml', xml.replace('Un bilan annuel', 'Un bilan semestriel'))
  await page.goto(`/conventions/${reference}/versions`)
  await page.getByLabel('Joindre un fichier Word').setInputFiles({
    name: 'relu.docx',
    mimeType: TYPE_WORD,
    buffer: await zip.generateAsync({ type: 'nodebuffer' }),
  })
  await page.waitForURL(/\/versions\/retours\//)
  await expect(page.getByText('1 passage modifié.')).toBeVisible()
  await expect(page.locator('ins', { hasText: 'semestriel' })).toBeVisible()
  await page.getByRole('button', { name: /^En faire une contre-proposition/ }).click()
  await expect(page.getByText('Contre-proposition écrite.')).toBeVisible()
  await contexte.close()
})

test('la version comparée se télécharge à une adresse stable, pour qui lit l’acte seulement', async () => {
  const adresse = (format: string, a = '2') =>
    `/api/conventions/${reference}/comparaison?de=1&a=${a}&format=${format}`
  const centre = await contexteDe('cmsGentilly')
  const word = await centre.get(adresse('docx'))
  expect(word.status()).toBe(200)
  const zip = await JSZip.loadAsync(Uint8Array.from(await word.body()))
  expect(await zip.file('word/document.xml')?.async('string')).toMatch(/<w:ins /)
  expect((await centre.get(adresse('pdf'))).headers()['content-type']).toBe('application/pdf')
  expect((await centre.get(adresse('pdf', 'travail'))).status()).toBe(404)
  await centre.dispose()
  const autre = await contexteDe('autreDirection')
  expect((await autre.get(adresse('pdf'))).status()).toBe(404)
  await autre.dispose()
})
