import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { appeler } from './aides/actions'
import { ouvrirBase } from './aides/base'
import { contexteDe, sessionDe } from './aides/sessions'

/** Jour de Paris décalé de tant de mois, au premier du mois : loin des bords. */
const dansMois = (mois: number): string => {
  const d = new Date()
  return new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + mois, 1)).toISOString().slice(0, 10)
}
const aujourdHui = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date())

/** Hors de la zone d'annonces de React Aria, qui nomme un instant un bouton déjà fermé. */
const reproches = async (page: Page) =>
  (await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()).violations

let reference = ''
test.beforeAll(async () => {
  const base = await ouvrirBase()
  const id = async (code: string) =>
    (await base.query<{ id: string }>('SELECT id FROM organisation WHERE code = $1', [code])).rows[0]?.id
  const direction = await contexteDe('direction')
  const repris = await appeler<{ reference: string }>(
    direction,
    'app/(connecte)/conventions/actions.ts#reprendre',
    {
      groupeId: await id('hups'),
      centreIds: [await id('arcueil')],
      modeleCode: null,
      intitule: 'Convention de partenariat',
      conventionId: null,
      dateSignature: dansMois(-12),
      dateEffet: null,
      dureeMois: 36,
      dateFin: null,
      signataires: [],
      fichierId: null,
    },
  )
  reference = repris.reference
  await direction.dispose()
  await base.end()
})

test('une convention signée se dénonce, de la lettre à sa fin calculée', async ({ browser }) => {
  test.setTimeout(90_000)
  const contexte = await browser.newContext({
    storageState: await sessionDe('direction'),
    viewport: { width: 390, height: 800 },
  })
  const page = await contexte.newPage()
  await page.goto(`/conventions/${reference}/dates`)
  await expect(page.getByRole('heading', { name: 'Dernier jour, inclus' })).toBeVisible()
  await expect(page.getByText('Choix de l’application').first()).toBeVisible()

  const dialogue = page.getByRole('alertdialog')
  await test.step('une fin trop proche est refusée avec la date possible', async () => {
    await page.getByRole('button', { name: 'Dénoncer la convention' }).click()
    await dialogue.getByLabel('Motif').fill('Les vacations prévues ne sont plus assurées')
    await dialogue.getByLabel('Préavis, en mois').fill('6')
    await dialogue.getByLabel('Fin demandée').fill(dansMois(2))
    const confirmation = dialogue.getByRole('checkbox')
    if (await confirmation.count()) await confirmation.check()
    await dialogue.getByRole('button', { name: 'Dénoncer et préparer la lettre' }).click()
    await expect(dialogue.getByRole('alert')).toContainText('Cette fin tombe avant celle du préavis')
    expect(await reproches(page)).toEqual([])
  })

  await test.step('sans elle, la lettre part', async () => {
    await dialogue.getByLabel('Fin demandée').fill('')
    const confirmation = dialogue.getByRole('checkbox')
    if (await confirmation.count()) await confirmation.check()
    await dialogue.getByRole('button', { name: 'Dénoncer et préparer la lettre' }).click()
    await expect(page.getByText('En attente de réception')).toBeVisible()
    for (const [format, signature] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const adresse = await page.locator(`a[href*="format=${format}"]`).getAttribute('href')
      const lettre = await contexte.request.get(adresse ?? '')
      expect(lettre.status()).toBe(200)
      expect((await lettre.body()).subarray(0, 4).toString()).toContain(signature)
      const etranger = await contexteDe('autreDirection')
      expect((await etranger.get(adresse ?? '')).status()).toBe(404)
      await etranger.dispose()
    }
  })

  await test.step('la réception fixe la fin', async () => {
    await page.getByRole('button', { name: /^Noter la réception/ }).click()
    await dialogue.getByLabel('Reçue le').fill(aujourdHui())
    await dialogue.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(
      page.getByRole('heading', { name: 'Fin par résiliation, dernier jour inclus' }),
    ).toBeVisible()
    await expect(page.getByText('Préavis en cours').first()).toBeVisible()
    expect(await reproches(page)).toEqual([])
  })

  await test.step('l’accueil annonce la fin du préavis et mène à la page', async () => {
    await page.goto('/')
    const lien = page.getByRole('link', { name: /Fin du préavis/ })
    await expect(lien.first()).toHaveAttribute('href', new RegExp(`${reference}/dates`))
  })
  await contexte.close()
})
