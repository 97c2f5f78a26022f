import { type Browser, expect as expectBrut, type Page, test } from '@playwright/test'
import type pg from 'pg'
import { ouvrirBase } from './aides/base'
import { dernierCodeDe, unTexteAccepte } from './aides/negociation'
import { ouvrirPour, sansReproche, visiter } from './aides/parcours'
import { contexteDe } from './aides/sessions'
import { signerSurPapier, unActeASigner, voter } from './aides/signature'

const expect = expectBrut.configure({ timeout: 20_000 })
const CENTRE = 'fontenay-aux-roses'
const MOTIF = 'Le préavis de six mois doit être rediscuté'
const ONGLETS = ['', '/relecture', '/versions', '/versions/1', '/vote', '/signature', '/dates', '/journal']
const fenetreDe = (page: Page) => page.getByRole('alertdialog')

let base: pg.Client
test.beforeAll(async () => {
  base = await ouvrirBase()
})
test.afterAll(async () => {
  await base.end()
})
test.use({ actionTimeout: 30_000 })

const lesCotes = async () => ({
  direction: await contexteDe('direction'),
  mairie: await contexteDe('mairieFontenay'),
})
const sombre = (navigateur: Browser, role: Parameters<typeof ouvrirPour>[1], largeur?: number) =>
  ouvrirPour(navigateur, role, largeur, 'dark')

/** Ouvre une fenêtre, la passe à axe dans le thème de la page, et la referme par « Annuler ». */
async function fenetreSansReproche(page: Page, bouton: string | RegExp, quoi: string): Promise<void> {
  await page.getByRole('button', { name: bouton }).first().click()
  const fenetre = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await expect(fenetre).toBeVisible()
  await sansReproche(page, `${quoi}, en sombre`)
  await fenetre.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect(fenetre).toHaveCount(0)
}

test('un signataire refuse : l’acte revient à reprendre, avec le motif des deux côtés et au journal', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const cotes = await lesCotes()
  const { reference, acteId } = await unActeASigner(base, cotes, CENTRE)
  const mairie = await ouvrirPour(browser, 'mairieFontenay')
  await visiter(mairie, `/conventions/${reference}/signature`)
  await mairie.getByRole('button', { name: /^Noter un refus de .*Martin/ }).click()
  const fenetre = fenetreDe(mairie)
  await fenetre.getByRole('button', { name: 'Enregistrer le refus' }).click()
  await expect(fenetre).toBeVisible()
  const etape = async () =>
    (await base.query<{ etape: string }>('SELECT etape FROM acte WHERE id = $1', [acteId])).rows[0]?.etape
  expect(await etape(), 'un refus se motive').toBe('A_SIGNER')
  await fenetre.getByLabel('Motif').fill(MOTIF)
  await sansReproche(mairie, 'fenêtre du refus de signer')
  await fenetre.getByRole('button', { name: 'Enregistrer le refus' }).click()
  await expect(fenetre).toHaveCount(0)
  expect(await etape()).toBe('A_REPRENDRE')
  await mairie.context().close()

  for (const role of ['mairieFontenay', 'direction', 'cmsFontenay'] as const) {
    const page = await ouvrirPour(browser, role)
    await visiter(page, `/conventions/${reference}`)
    await expect(page.getByText(/Dominique Martin.* a refusé de signer/).first()).toBeVisible()
    await expect(page.getByText(MOTIF).first()).toBeVisible()
    await visiter(page, `/conventions/${reference}/journal`)
    await expect(page.getByText('a enregistré un refus de signer').first()).toBeVisible()
    await expect(page.getByText(MOTIF).first()).toBeVisible()
    await page.context().close()
  }
  for (const contexte of Object.values(cotes)) await contexte.dispose()
})

test('en sombre : avis, vote et leurs fenêtres', async ({ browser }) => {
  test.setTimeout(240_000)
  const cotes = await lesCotes()
  const { reference, acteId } = await unTexteAccepte(base, cotes.direction, cotes.mairie, CENTRE)
  const juridique = await sombre(browser, 'juridique')
  await visiter(juridique, `/conventions/${reference}/vote`)
  await fenetreSansReproche(juridique, 'Avis défavorable', 'refus d’avis')
  await juridique.getByRole('button', { name: 'Avis favorable' }).click()
  await juridique.getByRole('button', { name: 'Recevoir le code' }).click()
  await expect(juridique.getByText(/^Code envoyé à/)).toBeVisible()
  await sansReproche(juridique, 'code d’avis, en sombre')
  await juridique.getByLabel(/^Code à six chiffres/).fill(await dernierCodeDe(base, acteId))
  await juridique.getByRole('button', { name: 'Confirmer' }).click()
  await expect(juridique.getByText('Favorable', { exact: true })).toBeVisible()
  await juridique.context().close()

  await voter(base, cotes.mairie, acteId)
  const mairie = await sombre(browser, 'mairieFontenay')
  await visiter(mairie, `/conventions/${reference}/vote`)
  await fenetreSansReproche(mairie, /^(Compléter|Corriger|Modifier) la délibération/, 'délibération')
  await mairie.context().close()
  for (const contexte of Object.values(cotes)) await contexte.dispose()
})

test('en sombre : un acte signé, toutes ses pages, à 1280 et à 320 px, et les fenêtres de sa signature', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const cotes = await lesCotes()
  const envoye = await unActeASigner(base, cotes, CENTRE)
  const adresse = `/conventions/${envoye.reference}`
  const direction = await sombre(browser, 'direction')
  const mairie = await sombre(browser, 'mairieFontenay')
  await visiter(mairie, `${adresse}/signature`)
  await fenetreSansReproche(mairie, /^Noter un refus/, 'refus de signer')
  await visiter(direction, `${adresse}/signature`)
  await fenetreSansReproche(direction, 'Rappeler l’envoi', 'rappel de l’envoi')

  await signerSurPapier(base, cotes.direction, envoye)
  const etroit = await sombre(browser, 'mairieFontenay', 320)
  for (const onglet of ONGLETS) {
    await visiter(direction, `${adresse}${onglet}`)
    await visiter(etroit, `${adresse}${onglet}`)
    const large = await etroit.evaluate(() => document.documentElement.scrollWidth)
    expect(large, `${onglet || 'texte'} à 320 px`).toBeLessThanOrEqual(320)
  }
  await visiter(mairie, `${adresse}/dates`)
  await fenetreSansReproche(mairie, 'Dénoncer la convention', 'dénonciation')
  for (const page of [direction, mairie, etroit]) await page.context().close()
  for (const contexte of Object.values(cotes)) await contexte.dispose()
})
