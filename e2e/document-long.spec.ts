import { expect as expectBrut, test } from '@playwright/test'
import { appeler } from './aides/actions'
import { ouvrirBase } from './aides/base'
import { contexteDe, sessionDe } from './aides/sessions'

const expect = expectBrut.configure({ timeout: 60_000 })
const CREER = 'app/(connecte)/conventions/actions.ts#creer'
const ENREGISTRER = 'app/(connecte)/conventions/[reference]/rediger/actions.ts#enregistrerUnite'
const PHRASE = 'Les parties conviennent de suivre ensemble ce point, puis d’en rendre compte. '
let reference = ''

/** Un brouillon dont deux articles passent ensemble le seuil d'un long document. */
test.beforeAll(async () => {
  const base = await ouvrirBase()
  const direction = await contexteDe('direction')
  const id = async (sql: string): Promise<string> => (await base.query<{ v: string }>(sql)).rows[0]?.v ?? ''
  const { references } = await appeler<{ references: string[] }>(direction, CREER, {
    modeleVersionId: await id(
      "SELECT id AS v FROM modele_version WHERE redaction AND modele_code LIKE 'convention-cadre%' ORDER BY numero DESC LIMIT 1",
    ),
    groupeId: await id("SELECT id AS v FROM organisation WHERE code = 'hups'"),
    centreIds: [await id("SELECT id AS v FROM organisation WHERE code = 'villejuif'")],
  })
  reference = references[0] ?? ''
  const { rows } = await base.query<{ acte_id: string; identite: string; version: number; titre: string }>(
    `SELECT u.acte_id, u.identite, u.version, u.titre FROM unite u JOIN acte a ON a.id = u.acte_id
     JOIN convention c ON c.id = a.convention_id
     WHERE c.reference = $1 AND u.genre = 'sous-article' AND NOT u.omise ORDER BY u.rang LIMIT 2`,
    [reference],
  )
  for (const { acte_id: acteId, ...unite } of rows)
    await appeler(direction, ENREGISTRER, {
      acteId,
      ...unite,
      contenu: {
        type: 'doc',
        content: Array.from({ length: 80 }, (_, i) => ({
          type: 'paragraph',
          attrs: { id: `long-${i}` },
          content: [{ type: 'text', text: PHRASE.repeat(5).trim() }],
        })),
      },
    })
  await base.end()
})

test('un long PDF se demande depuis son adresse, se suit, se télécharge, puis se sert directement', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const contexte = await browser.newContext({ storageState: await sessionDe('direction') })
  const page = await contexte.newPage()
  const adresse = `/api/conventions/${reference}/pdf`
  await page.goto(adresse)
  await expect(page).toHaveURL(/vue=informations&document=pdf#documents$/)
  await expect(page.getByText('Le PDF se demande ici')).toBeVisible()
  await page.getByRole('button', { name: 'Préparer le PDF' }).click()
  const lien = page.getByRole('link', { name: 'Télécharger le PDF' })
  await expect(lien).toBeVisible()
  const [fichier] = await Promise.all([page.waitForEvent('download'), lien.click()])
  expect(fichier.suggestedFilename()).toBe(`${reference}.pdf`)
  // Revenir sur la page retrouve le document prêt ; son adresse directe le sert désormais.
  await page.goto(`/conventions/${reference}?vue=informations`)
  await expect(lien).toBeVisible()
  const servi = await contexte.request.get(adresse)
  expect(servi.headers()['content-type']).toBe('application/pdf')
  // Un centre qui n'a rien reçu ne sait pas même qu'il est long.
  const centre = await contexteDe('cmsArcueil')
  const [interdit, inconnu] = [
    await centre.get(adresse, { maxRedirects: 0 }),
    await centre.get(`/api/conventions/HUPS-VIL-2026-999/pdf`, { maxRedirects: 0 }),
  ]
  expect([interdit.status(), await interdit.text()]).toEqual([404, await inconnu.text()])
  await contexte.close()
})
