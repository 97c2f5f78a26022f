import { expect as expectBrut, test } from '@playwright/test'
import type pg from 'pg'
import { ouvrirBase } from './aides/base'
import { uneConventionSuivie } from './aides/demandes'
import { sessionDe } from './aides/sessions'

const expect = expectBrut.configure({ timeout: 20_000 })
let base: pg.Client
test.beforeAll(async () => {
  base = await ouvrirBase()
  await uneConventionSuivie(base, 'gentilly', 'HUPS-GEN-2026-990')
})
test.afterAll(async () => {
  await base.end()
})

test('une demande s’inscrit au clavier, se répond d’un geste, et un tableur nominatif est refusé', async ({
  browser,
}) => {
  const contexte = await browser.newContext({
    storageState: await sessionDe('cmsGentilly'),
    viewport: { width: 320, height: 800 },
  })
  const page = await contexte.newPage()
  await page.goto('/demandes')
  await expect(page.getByRole('heading', { name: '0 demande en attente de réponse' })).toBeVisible()

  await test.step('Entrée inscrit, depuis le premier champ', async () => {
    await page.getByLabel('Degré demandé par le centre').first().focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '1 demande en attente de réponse' })).toBeVisible()
    await expect(page.getByText(/Réponse avant le/)).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  await test.step('la réponse se note d’un geste, et le taux la compte avec son unité', async () => {
    await page.getByRole('button', { name: 'Répondue à l’instant' }).click()
    await expect(page.getByRole('heading', { name: '0 demande en attente de réponse' })).toBeVisible()
    await expect(page.getByText(/1 sur 1, petit nombre/)).toBeVisible()
    await expect(page.getByText(/heures ouvrées/).first()).toBeVisible()
  })

  await test.step('un tableur qui nomme des patients est refusé', async () => {
    await page.goto('/demandes/import')
    await page.getByLabel(/^Tableur/).setInputFiles({
      name: 'suivi.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Demandée le;Nom du patient\n16/11/2026 9:00;X\n'),
    })
    await page.getByRole('button', { name: 'Déposer le tableur' }).click()
    await expect(page.getByText('Ce fichier semble nommer des patients')).toBeVisible()
    await expect(page.getByText(/Rien n’en a été gardé/)).toBeVisible()
  })
  await contexte.close()
})
