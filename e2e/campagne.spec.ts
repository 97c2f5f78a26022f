import { expect, test } from '@playwright/test'
import { ouvrirBase } from './aides/base'
import { type Signee, unAvenant, uneSignee } from './aides/campagne'
import { contexteDe, sessionDe } from './aides/sessions'

// Le chemin d'une campagne : un avenant proposé à un second centre, préparé en tâche de fond, puis arrêté pour lui.

let avenant: { reference: string }
let autre: Signee
let voisine: Signee

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const base = await ouvrirBase()
  const direction = await contexteDe('direction')
  const signee = await uneSignee(base, direction, 'bagneux')
  autre = await uneSignee(base, direction, 'villejuif')
  voisine = await uneSignee(base, direction, 'gentilly')
  avenant = await unAvenant(direction, signee, 'Objet commun')
  await direction.dispose()
  await base.end()
})

test('propose les modifications d’un avenant à d’autres centres, et suit leurs réponses', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const contexte = await browser.newContext({ storageState: await sessionDe('direction'), locale: 'fr-FR' })
  const page = await contexte.newPage()
  await page.goto(`/conventions/${avenant.reference}`)
  await page.getByRole('link', { name: 'Proposer à d’autres centres' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Proposer à d’autres centres' })).toBeVisible()
  for (const c of [autre, voisine]) await page.getByRole('checkbox', { name: c.reference }).check()
  await expect(page.getByText(/2\scentres choisis/)).toBeVisible()
  await page.getByRole('button', { name: 'Préparer les avenants' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Objet commun' })).toBeVisible()
  const ligne = page.getByRole('row').filter({ hasText: autre.reference })
  await expect(ligne.getByText('Préparé')).toBeVisible({ timeout: 60_000 })
  await expect(ligne.getByRole('link', { name: 'Villejuif' })).toHaveAttribute(
    'href',
    `/conventions/${autre.reference}-A1`,
  )

  await ligne.getByRole('button', { name: 'Arrêter pour Villejuif' }).click()
  await page.getByLabel('Motif').fill('La commune prépare sa propre demande.')
  await page.getByRole('button', { name: 'Arrêter pour ce centre' }).click()
  await expect(ligne.getByText('Arrêté', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: /^Arrêté/ }).click()
  await expect(page.getByRole('row').filter({ hasText: voisine.reference })).toHaveCount(0)
  await expect(ligne).toBeVisible()

  const adresse = page.url()
  const cms = await browser.newContext({ storageState: await sessionDe('cmsGentilly'), locale: 'fr-FR' })
  for (const a of [adresse, '/campagnes']) expect((await (await cms.newPage()).goto(a))?.status()).toBe(404)
  await cms.close()
  await contexte.close()
})
