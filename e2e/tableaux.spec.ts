import { expect, test } from '@playwright/test'
import type pg from 'pg'
import { retirer, semer } from '../tests/bancs/tableaux.mjs'
import { ouvrirBase } from './aides/base'
import { BASE, contexteDe, sessionDe } from './aides/sessions'

let base: pg.Client
test.beforeAll(async () => {
  base = await ouvrirBase()
  await retirer(base)
  await semer(base, { centres: 3, engagements: 6, trimestres: 5 })
})
test.afterAll(async () => {
  await retirer(base)
  await base.end()
})

test('la direction va d’une phrase à ses mesures, et d’une case à la sienne, au clavier', async ({
  browser,
}) => {
  const contexte = await browser.newContext({
    baseURL: BASE,
    locale: 'fr-FR',
    storageState: await sessionDe('direction'),
  })
  const page = await contexte.newPage()
  await page.goto('/tableau')
  const phrase = page.getByRole('listitem').filter({ hasText: 'finies sans mesure' })
  const dit = Number(/^\s*(\d+)/.exec((await phrase.innerText()).trim())?.[1])
  await phrase.getByRole('link', { name: 'Voir les périodes' }).click()
  await expect(page.getByText(`${dit}\u00a0mesure`).first()).toBeVisible()

  await page.goto('/tableau')
  const grille = page.getByRole('grid')
  // D'autres essais ont leurs conventions : on part de la première case qui a quelque chose à dire.
  const cellule = grille
    .getByRole('gridcell')
    .filter({ hasText: /Respecté|À surveiller|Non respecté|Non mesuré/ })
    .first()
  await cellule.focus()
  await page.keyboard.press('ArrowDown')
  await expect(cellule).not.toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(cellule).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tableau\/mesures\?.*engagement=/)
  await expect(page.getByRole('table', { name: 'Mesures' })).toBeVisible()
  await contexte.close()
})

test('le graphique est dans la page, sans script qui le dessine, et les exports suivent les filtres', async () => {
  const direction = await contexteDe('direction')
  const html = await (await direction.get('/tableau')).text()
  expect(html).toContain('Conformité par thème, douze derniers mois. ')
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((m) =>
    String(m[1]).replaceAll('&amp;', '&'),
  )
  for (const s of scripts) expect(await (await direction.get(s)).text(), s).not.toContain('zrender')
  const csv = await (await direction.get('/api/tableau/csv?table=centres&centre=synthese-001')).text()
  expect(csv.startsWith('\ufeffCentre;Respectées;')).toBe(true)
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  const pdf = await (await direction.get('/api/tableau/pdf')).body()
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await direction.dispose()
})

test('un autre groupe et un autre centre n’en voient rien', async () => {
  for (const role of ['autreDirection', 'cmsArcueil'] as const) {
    const contexte = await contexteDe(role)
    expect((await contexte.get('/tableau/centre/synthese-001')).status(), role).toBe(404)
    expect(await (await contexte.get('/tableau/mesures?periode=tout')).text(), role).not.toContain(
      'synthèse n°',
    )
    expect((await contexte.get('/api/tableau/csv?table=promesses&centre=synthese-001')).status(), role).toBe(
      404,
    )
    await contexte.dispose()
  }
})
