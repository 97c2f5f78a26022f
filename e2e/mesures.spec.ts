import { expect, type Page, test } from '@playwright/test'
import type pg from 'pg'
import { ouvrirBase } from './aides/base'
import { MESSAGERIE, PATIENTS, uneConventionAMesurer } from './aides/mesure'
import type { NomRole } from './aides/roles'
import { BASE, contexteDe, sessionDe } from './aides/sessions'

let base: pg.Client
let c: Awaited<ReturnType<typeof uneConventionAMesurer>>

test.beforeAll(async () => {
  base = await ouvrirBase()
  c = await uneConventionAMesurer(base, await contexteDe('direction'), 'arcueil')
})
test.afterAll(() => base.end())

const mesures = async (cle: string) =>
  (
    await base.query<{ etat: string; nombre: number | null; jugement: string }>(
      'SELECT etat::text, nombre, jugement FROM mesure WHERE engagement_id = $1 ORDER BY debut',
      [c.engagements[cle]],
    )
  ).rows

test('le centre saisit au clavier, la direction conteste, le centre corrige, la direction valide', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const ouvrir = async (role: NomRole): Promise<Page> =>
    (
      await browser.newContext({ baseURL: BASE, locale: 'fr-FR', storageState: await sessionDe(role) })
    ).newPage()
  const cms = await ouvrir('cmsArcueil')
  await cms.goto('/a-saisir')
  const section = cms.locator('#finies div', { has: cms.getByRole('heading', { name: c.reference }) }).last()
  const ligne = (libelle: string, rang: number) => section.locator('li', { hasText: libelle }).nth(rang)

  // Entrée enregistre et mène à la ligne d'après, sans toucher la souris.
  await ligne(PATIENTS, 0).getByRole('textbox', { name: 'Patients' }).focus()
  await cms.keyboard.type('8')
  await cms.keyboard.press('Enter')
  await expect(ligne(PATIENTS, 0)).toContainText('À surveiller')
  await expect(ligne(PATIENTS, 0)).toContainText('Enregistré')
  await expect(ligne(PATIENTS, 0).getByRole('textbox', { name: 'Patients' })).not.toBeFocused()
  await ligne(MESSAGERIE, 0).getByRole('radio', { name: 'Oui' }).focus()
  await cms.keyboard.press('Space')
  await cms.keyboard.press('Enter')
  await expect(ligne(MESSAGERIE, 0)).toContainText('Respecté')
  expect((await mesures('essai-patients'))[0]).toEqual({
    etat: 'SAISIE',
    nombre: 8,
    jugement: 'a-surveiller',
  })
  await cms.reload()
  await expect(section.locator('li', { hasText: PATIENTS })).toHaveCount(1)

  const direction = await ouvrir('direction')
  await direction.goto('/a-saisir')
  const recue = direction.locator('#a-valider li', { hasText: c.reference }).filter({ hasText: PATIENTS })
  await expect(recue).toContainText('8 patients')
  await recue.getByRole('button', { name: /Contester/ }).click()
  await direction.getByRole('textbox', { name: /Motif/ }).fill('Le relevé du service en compte douze')
  await direction
    .getByRole('dialog')
    .or(direction.getByRole('alertdialog'))
    .getByRole('button', { name: 'Contester' })
    .click()
  await expect(recue).toHaveCount(0)

  await cms.goto('/a-saisir')
  const contestee = cms.locator('#contestees li', { hasText: c.reference })
  await expect(contestee).toContainText('Le relevé du service en compte douze')
  await contestee.getByRole('link', { name: 'Corriger ou maintenir' }).click()
  await cms.getByRole('button', { name: /^Corriger/ }).click()
  const fenetre = cms.getByRole('dialog')
  await fenetre.getByRole('textbox', { name: 'Patients' }).fill('12')
  await fenetre.getByRole('button', { name: 'Corriger' }).click()
  await expect(fenetre).toContainText('Indiquez le motif')
  await fenetre.getByRole('textbox', { name: /Motif/ }).fill('Quatre dossiers oubliés')
  await fenetre.getByRole('button', { name: 'Corriger' }).click()
  await expect(fenetre).toHaveCount(0)
  await expect(cms.getByText('12 patients')).toBeVisible()
  await cms.getByText('1 correction').click()
  await expect(cms.locator('details[open] ol')).toContainText('Avant : 8 patients')

  await direction.goto(`/conventions/${c.reference}/engagements/${c.engagements['essai-patients']}`)
  await direction.getByRole('button', { name: /^Valider/ }).click()
  await expect(direction.getByText(/^Validée le/)).toBeVisible()
  expect((await mesures('essai-patients'))[0]).toEqual({ etat: 'VALIDEE', nombre: 12, jugement: 'respecte' })
})

test('un autre centre et un autre groupe n’en voient rien', async () => {
  const adresse = `/conventions/${c.reference}/engagements/${c.engagements['essai-patients']}`
  for (const role of ['cmsGentilly', 'autreDirection'] as const) {
    const contexte = await contexteDe(role)
    expect((await contexte.get(adresse)).status()).toBe(404)
    expect(await (await contexte.get('/a-saisir')).text()).not.toContain(c.reference)
  }
})
