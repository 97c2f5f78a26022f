import { type APIRequestContext, type Browser, expect as expectBrut, test } from '@playwright/test'
import JSZip from 'jszip'
import type pg from 'pg'
import { ouvrirBase } from './aides/base'
import { dernierCodeDe, unTexteAccepte } from './aides/negociation'
import type { NomRole } from './aides/roles'
import { contexteDe, sessionDe } from './aides/sessions'

const expect = expectBrut.configure({ timeout: 20_000 })
const COPIES = process.env.COPIES_ECRAN

let base: pg.Client
let direction: APIRequestContext
let mairie: APIRequestContext

test.beforeAll(async () => {
  base = await ouvrirBase()
  direction = await contexteDe('direction')
  mairie = await contexteDe('mairieArcueil')
})
test.afterAll(async () => {
  await direction.dispose()
  await mairie.dispose()
  await base.end()
})

const dernierCode = (acteId: string) => dernierCodeDe(base, acteId)

async function pageDe(browser: Browser, role: NomRole, reference: string, largeur = 1280) {
  const contexte = await browser.newContext({
    storageState: await sessionDe(role),
    viewport: { width: largeur, height: 900 },
  })
  const page = await contexte.newPage()
  await page.goto(`/conventions/${reference}/vote`)
  await expect(page.getByRole('heading', { name: 'Avis et accords de l’hôpital' })).toBeVisible()
  const photo = async (nom: string) => {
    if (COPIES) await page.screenshot({ path: `${COPIES}/${nom}.png`, fullPage: true })
  }
  return { page, photo, fermer: () => contexte.close() }
}

test('avis dans l’ordre, vote complété après coup, pouvoirs : rien n’est rouvert', async ({ browser }) => {
  test.setTimeout(180_000)
  const { reference, acteId } = await unTexteAccepte(base, direction, mairie, 'arcueil')

  await test.step('chaque fonction à son tour, à un code près', async () => {
    const cme = await pageDe(browser, 'cme', reference)
    await expect(cme.page.getByRole('button', { name: 'Avis favorable' })).toHaveCount(0)
    await cme.fermer()
    const j = await pageDe(browser, 'juridique', reference, 390)
    await expect(j.page.getByText('Rendre un avis : Affaires juridiques')).toBeVisible()
    await j.photo('juridique-telephone')
    await j.page.getByRole('button', { name: 'Avis défavorable' }).click()
    await j.page.getByLabel(/^Motif/).fill('L’article sur la responsabilité mérite une précision.')
    await j.page.getByRole('button', { name: 'Enregistrer l’avis défavorable' }).click()
    await expect(j.page.getByText('Défavorable', { exact: true })).toBeVisible()
    expect(await j.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await j.fermer()
    const c = await pageDe(browser, 'cme', reference)
    await c.page.getByRole('button', { name: 'Avis favorable' }).click()
    await c.page.getByRole('button', { name: 'Recevoir le code' }).click()
    await expect(c.page.getByText(/^Code envoyé à/)).toBeVisible()
    await c.page.getByLabel(/^Code à six chiffres/).fill(await dernierCode(acteId))
    await c.page.getByRole('button', { name: 'Confirmer' }).click()
    await expect(c.page.getByText('Favorable', { exact: true })).toBeVisible()
    await c.fermer()
  })

  const m = await pageDe(browser, 'mairieArcueil', reference)
  await test.step('la mairie ne lit pas le motif, inscrit sa séance et met au vote', async () => {
    await expect(m.page.getByText('mérite une précision')).toHaveCount(0)
    await m.page.getByRole('button', { name: 'Inscrire une séance' }).click()
    await m.page.getByLabel(/^Séance du/).fill('2099-06-24')
    await m.page.getByLabel(/^Dossiers à déposer jusqu’au/).fill('2099-06-03')
    await m.page.getByRole('button', { name: 'Inscrire', exact: true }).click()
    await expect(m.page.getByText(/^Prochaine séance possible/)).toContainText('24 juin 2099')
    await m.photo('mairie-avant-vote')
    await m.page.getByRole('button', { name: 'Soumettre au vote' }).click()
    await expect(m.page.getByRole('button', { name: 'Inscrire la délibération' })).toBeVisible()
  })
  await test.step('le dossier du conseil se prépare et se télécharge', async () => {
    await m.page.getByRole('button', { name: 'Préparer le dossier en Word' }).click()
    const lien = m.page.getByRole('link', { name: 'Télécharger le dossier' })
    await expect(lien).toBeVisible({ timeout: 60_000 })
    const reponse = await m.page.request.get((await lien.getAttribute('href')) ?? '')
    const octets = await reponse.body()
    const archive = await JSZip.loadAsync(octets)
    expect(Object.keys(archive.files).sort()).toEqual([
      '1 - Note de présentation.docx',
      '2 - Projet de délibération.docx',
      '3 - Convention et annexes.docx',
    ])
    if (COPIES) (await import('node:fs')).writeFileSync(`${COPIES}/dossier.zip`, octets)
  })
  await test.step('la délibération s’inscrit sans numéro, puis se complète : ce qui bloquait se lève', async () => {
    await m.page.getByRole('button', { name: 'Inscrire la délibération' }).click()
    await m.page.getByLabel(/^Séance du/).fill('2026-01-15')
    await m.photo('mairie-fenetre')
    await m.page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(m.page.getByText(/n’est pas transmise au représentant de l’État/)).toBeVisible()
    await m.page.getByRole('button', { name: 'Compléter la délibération' }).click()
    await m.page.getByLabel(/^Numéro/).fill('2026-7')
    await m.page.getByLabel(/^Transmise au représentant/).fill('2026-01-16')
    await m.page.getByLabel(/^Publiée le/).fill('2026-01-17')
    await m.page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(m.page.getByText(/n’est pas transmise au représentant de l’État/)).toHaveCount(0)
    await expect(m.page.getByText('Votée', { exact: true })).toBeVisible()
    await m.photo('mairie-apres-vote')
  })
  await m.fermer()

  const d = await pageDe(browser, 'direction', reference)
  await d.photo('direction')
  await expect(d.page.getByText('En délibération').first()).toBeVisible()
  await expect(d.page.getByText('mérite une précision').first()).toBeVisible()
  await d.fermer()
})
