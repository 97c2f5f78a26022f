// Un avenant signé avant le produit : repris par son scan, transcrit, relu, déclaré, puis lu par l'autre côté.
import { expect as expectBrut, test } from '@playwright/test'
import type pg from 'pg'
import { appeler, Formulaire } from './aides/actions'
import { type Cotes, uneConventionSignee } from './aides/avenant'
import { ouvrirBase } from './aides/base'
import { ouvrirPour, sansReproche, visiter } from './aides/parcours'
import { contexteDe } from './aides/sessions'
import { aujourdHui, PAGE_NUMERISEE } from './aides/signature'

const expect = expectBrut.configure({ timeout: 20_000 })
const CONVENTIONS = 'app/(connecte)/conventions/actions.ts'
const PHRASE = 'Un accusé de réception est adressé dans la journée.'

let base: pg.Client
let cotes: Cotes
test.beforeAll(async () => {
  base = await ouvrirBase()
  cotes = { direction: await contexteDe('direction'), mairie: await contexteDe('mairieArcueil') }
})
test.afterAll(async () => {
  for (const c of Object.values(cotes)) await c.dispose()
  await base.end()
})

/** Avenant d'aujourd'hui à cette convention, connu par sa seule page numérisée. */
async function unAvenantRepris(acteId: string): Promise<string> {
  const { rows } = await base.query<{ conventionId: string; groupeId: string; centreId: string }>(
    `SELECT a.convention_id AS "conventionId", a.groupe_id AS "groupeId", c.organisation_id AS "centreId"
     FROM acte a JOIN acte_centre c ON c.acte_id = a.id WHERE a.id = $1`,
    [acteId],
  )
  const lieu = rows[0]
  if (!lieu) throw new Error('convention introuvable')
  const fichier = { name: 'avenant-signe.png', mimeType: 'image/png', buffer: PAGE_NUMERISEE }
  const scan = await appeler<{ id: string }>(
    cotes.direction,
    `${CONVENTIONS}#deposer`,
    new Formulaire({ fichier }),
  )
  const { reference } = await appeler<{ reference: string }>(cotes.direction, `${CONVENTIONS}#reprendre`, {
    groupeId: lieu.groupeId,
    centreIds: [lieu.centreId],
    modeleCode: null,
    intitule: 'Avenant sur papier',
    conventionId: lieu.conventionId,
    dateSignature: aujourdHui(),
    dateEffet: null,
    dureeMois: null,
    dateFin: null,
    signataires: [],
    fichierId: scan.id,
  })
  return reference
}

test('un avenant repris se transcrit, se déclare, et l’autre côté le lit dans le texte en vigueur', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const convention = await uneConventionSignee(base, cotes, 'arcueil')
  const reference = await unAvenantRepris(convention.acteId)
  const enVigueur = `/conventions/${convention.reference}/en-vigueur`
  const mairie = await ouvrirPour(browser, 'mairieArcueil')
  await visiter(mairie, enVigueur)
  await expect(mairie.getByText('sans que ses modifications soient saisies')).toBeVisible()

  const page = await ouvrirPour(browser, 'direction')
  await visiter(page, enVigueur)
  await page.getByRole('link', { name: /Transcrire l’avenant n°\s1/ }).click()
  await page.getByRole('button', { name: 'Transcrire ses modifications' }).click()
  await page.waitForURL(/-A1\/modifier$/)
  await expect(page.getByText('Transcription : seul l’acte signé fait foi')).toBeVisible()
  await page.getByRole('button', { name: /^2\.1 – Examens/ }).click()
  await page.getByRole('button', { name: 'Modifier ce texte' }).click()
  await page.locator('.ProseMirror').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(` ${PHRASE}`)
  await expect(page.getByText('1\u00a0modification', { exact: true })).toBeVisible({ timeout: 40_000 })
  await sansReproche(page, 'atelier de transcription')
  await page.getByRole('link', { name: 'Relire et déclarer complète' }).click()
  await page.waitForURL(new RegExp(`${reference}#`))
  await expect(page.getByText(PHRASE)).toBeVisible()
  await sansReproche(page, 'relecture de la transcription')
  await page.getByRole('button', { name: 'Déclarer la transcription complète' }).click()
  const fenetre = page.getByRole('alertdialog')
  await fenetre.getByRole('button', { name: 'Déclarer complète' }).click()
  await expect(fenetre.getByText('Ce champ est à remplir.')).toBeVisible()
  await fenetre.getByRole('checkbox').check()
  await fenetre.getByRole('button', { name: 'Déclarer complète' }).click()
  await expect(page.getByText('déclarée complète le')).toBeVisible()
  await page.context().close()

  await visiter(mairie, enVigueur)
  await expect(mairie.locator('article.doc')).toContainText(PHRASE)
  await expect(mairie.getByText('sans que ses modifications soient saisies')).toBeHidden()
  await visiter(mairie, `/conventions/${reference}`)
  await expect(mairie.getByText(PHRASE)).toBeVisible()
  await expect(mairie.getByRole('button', { name: 'Corriger la transcription' })).toHaveCount(0)
  await mairie.context().close()
})
