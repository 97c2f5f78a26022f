// Une longue histoire : la convention d'Arcueil, trois avenants et un renouvellement, lus à cinq dates.
import { expect as expectBrut, type Page, test } from '@playwright/test'
import type pg from 'pg'
import { CONSULTATIONS_AVANCEES } from '../prisma/demonstration/histoire'
import { MOMENTS, type Moment, TEXTES_ATTENDUS } from '../tests/fabriques/histoire-attendue'
import { appeler } from './aides/actions'
import {
  type Cotes,
  faireSigner,
  MODIFIER,
  type Ouvert,
  ouvrirUnAvenant,
  uneConventionSignee,
} from './aides/avenant'
import { ouvrirBase } from './aides/base'
import { ouvrirPour, sansReproche, visiter } from './aides/parcours'
import { contexteDe } from './aides/sessions'

const expect = expectBrut.configure({ timeout: 20_000 })
const heures = (nombre: number) => ({ genre: 'duree', nombre, unite: 'heure' })

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

const effetAu = (avenant: Ouvert, date: string) =>
  appeler(cotes.direction, `${MODIFIER}#direLEffet`, { acteId: avenant.acteId, version: 0, date })
const delaiDe = (avenant: Ouvert, nombre: number) =>
  appeler(cotes.direction, `${MODIFIER}#retoucherUneValeur`, {
    acteId: avenant.acteId,
    cle: 'delai_reponse_scanner',
    version: 0,
    valeur: heures(nombre),
  })

/** Année de la signature, d'où partent toutes les dates de l'histoire. */
const AN = Number(
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric' }).format(new Date()),
)

test('la convention et ses avenants se lisent à cinq dates, et chaque phrase dit d’où elle vient', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  // Le délai convenu au départ : 48 h, celui du modèle.
  const convention = await uneConventionSignee(base, cotes, 'arcueil')
  const un = await ouvrirUnAvenant(cotes.direction, convention.acteId, 'Délai de réponse au scanner')
  await effetAu(un, `${String(AN + 1)}-01-01`)
  await delaiDe(un, 24)
  await faireSigner(base, cotes, un)

  const deux = await ouvrirUnAvenant(cotes.direction, convention.acteId, 'Consultations avancées')
  await effetAu(deux, `${String(AN + 1)}-06-01`)
  const { parent, apres, titre, texte: mots } = CONSULTATIONS_AVANCEES
  await appeler(cotes.direction, `${MODIFIER}#inserer`, {
    acteId: deux.acteId,
    genre: 'sous-article',
    parent,
    apres,
    titre,
    contenu: {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { id: 'avancees' }, content: [{ type: 'text', text: mots }] }],
    },
  })
  await faireSigner(base, cotes, deux)

  const trois = await ouvrirUnAvenant(cotes.direction, convention.acteId, 'Délai de réponse, à nouveau')
  await effetAu(trois, `${String(AN + 2)}-01-01`)
  await delaiDe(trois, 12)
  await faireSigner(base, cotes, trois)

  const quatre = await ouvrirUnAvenant(cotes.direction, convention.acteId, 'Renouvellement')
  await appeler(cotes.direction, `${MODIFIER}#changerLeTerme`, {
    acteId: quatre.acteId,
    version: 0,
    nature: 'renouvellement',
    date: null,
  })
  await faireSigner(base, cotes, quatre)

  const page = await ouvrirPour(browser, 'direction')
  const dates: Record<Moment, string> = {
    origine: `${String(AN)}-12-31`,
    'avenant 1': `${String(AN + 1)}-01-01`,
    'avenant 2': `${String(AN + 1)}-06-01`,
    'avenant 3': `${String(AN + 2)}-01-01`,
    // Après le terme d'origine : le renouvellement la tient en vigueur.
    renouvellement: `${String(AN + 4)}-06-01`,
  }
  for (const moment of MOMENTS) {
    await visiter(page, `/conventions/${convention.reference}/en-vigueur?le=${dates[moment]}`)
    const texte = await texteLu(page)
    for (const present of TEXTES_ATTENDUS[moment].presents) expect(texte, moment).toContain(present)
    for (const absent of TEXTES_ATTENDUS[moment].absents) expect(texte, moment).not.toContain(absent)
  }
  const derniere = await texteLu(page)
  expect(derniere).toMatch(/Modifié par l’avenant n° 1 du .* ; modifié par l’avenant n° 3 du/)
  expect(derniere).toMatch(/Inséré par l’avenant n° 2 du .*, en vigueur le 1er juin/)
  await expect(page.getByRole('link', { name: /Lire l’acte signé \(Avenant n°\s2\)/ })).toHaveAttribute(
    'href',
    `/conventions/${deux.reference}`,
  )
  await sansReproche(page, 'texte en vigueur')

  await visiter(
    page,
    `/conventions/${convention.reference}/en-vigueur?le=${String(AN + 2)}-01-01&depuis=${String(AN)}-12-31`,
  )
  await expect(page.getByRole('heading', { name: /Ce qui change du 31 décembre/ })).toBeVisible()
  await sansReproche(page, 'deux dates comparées')
  await page.context().close()

  // L'autre côté lit le même texte en vigueur, et le document se télécharge.
  const cms = await ouvrirPour(browser, 'mairieArcueil')
  await visiter(cms, `/conventions/${convention.reference}/en-vigueur?le=${String(AN + 2)}-01-01`)
  await expect(cms.locator('article.doc')).toContainText('Consultations avancées')
  const pdf = await cms.request.get(
    `/api/conventions/${convention.reference}/en-vigueur?le=${String(AN + 2)}-01-01&format=pdf`,
  )
  expect(pdf.status()).toBe(200)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await cms.context().close()
})

const texteLu = async (page: Page): Promise<string> =>
  (await page.locator('article.doc').innerText()).replace(/\s+/g, ' ')

test('dans l’atelier, on récrit un article et l’avenant se rédige', async ({ browser }) => {
  test.setTimeout(300_000)
  const convention = await uneConventionSignee(base, cotes, 'arcueil')
  const page = await ouvrirPour(browser, 'direction')
  await visiter(page, `/conventions/${convention.reference}`)
  await page.getByRole('button', { name: 'Préparer un avenant' }).click()
  await page.getByLabel('Objet').fill('Accusé de réception des demandes')
  await page.getByRole('button', { name: 'Préparer l’avenant' }).click()
  await page.waitForURL(/-A1\/modifier$/)
  await page.getByRole('button', { name: /^2\.1 – Examens/ }).click()
  await page.getByRole('button', { name: 'Modifier ce texte' }).click()
  const editeur = page.locator('.ProseMirror')
  await editeur.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Un accusé de réception est adressé dans la journée.')
  await expect(page.getByText('1\u00a0modification'))
    .toBeVisible({ timeout: 30_000 })
    .catch(() => null)
  await page.getByRole('tab', { name: 'Rédaction' }).click()
  await expect(page.getByText('L’article 2.1 est remplacé par les dispositions suivantes')).toBeVisible()
  await sansReproche(page, 'atelier')
  await page.getByRole('button', { name: 'Effet à la signature' }).click()
  await page.getByLabel('à une date écrite').check()
  await page.getByLabel('Date d’effet').fill(`${String(AN + 1)}-03-01`)
  await sansReproche(page, 'prise d’effet')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Effet au 1er mars/ })).toBeVisible()
  await page.getByRole('button', { name: 'Objet et motif' }).click()
  await page.getByRole('textbox', { name: /^Objet/ }).fill('Accusé de réception')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(
    page.getByText('Avenant n°\u00a01 – Accusé de réception', { exact: true }).first(),
  ).toBeVisible()
  await page.getByRole('link', { name: 'La rédaction de l’avenant' }).first().click()
  await expect(
    page.getByText('L’article 2.1 est remplacé par les dispositions suivantes').first(),
  ).toBeVisible()
  await sansReproche(page, 'rédaction de l’avenant')
  await page.context().close()
})
