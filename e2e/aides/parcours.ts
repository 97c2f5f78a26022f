// Gestes des longs parcours à plusieurs personnes : ouvrir, vérifier, aller au clavier, lire un code.
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect as expectBrut, type Locator, type Page } from '@playwright/test'
import { type NomRole, ROLES } from './roles'
import { sessionDe } from './sessions'

const expect = expectBrut.configure({ timeout: 20_000 })

/** Le navigateur d'une personne : sa session, sa largeur d'écran, son thème. */
export async function ouvrirPour(
  navigateur: Browser,
  role: NomRole,
  largeur = 1280,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const contexte = await navigateur.newContext({
    storageState: await sessionDe(role),
    viewport: { width: largeur, height: largeur < 500 ? 780 : 900 },
    reducedMotion: 'reduce',
    colorScheme,
  })
  return contexte.newPage()
}

/** Reproches d'axe sur ce qui est à l'écran, fenêtre comprise ; la zone d'annonces de React Aria est hors du compte. */
export async function sansReproche(page: Page, quoi: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .exclude('[data-live-announcer]')
    .analyze()
  const dites = violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)
  expect(dites, quoi).toEqual([])
}

/** Ouvre une page, attend son titre et la passe à axe. */
export async function visiter(page: Page, adresse: string): Promise<void> {
  await page.goto(adresse)
  await expect(page.locator('h1').first()).toBeVisible()
  await sansReproche(page, adresse)
}

/** Tabule jusqu'à l'élément, sans souris. */
export async function tabulerVers(page: Page, cible: Locator, max = 200): Promise<void> {
  await expect(cible).toBeVisible()
  for (let i = 0; i < max; i++) {
    if (await cible.evaluate((e) => e === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(cible).toBeFocused()
}

/** Va à un bouton par la tabulation et le presse. */
export async function presser(page: Page, nom: string | RegExp): Promise<void> {
  await tabulerVers(page, page.getByRole('button', { name: nom }).first())
  await page.keyboard.press('Enter')
}

/** Le dernier code envoyé à cette personne pour cette convention, lu par l'administrateur : il n'y a pas de SMTP. */
export async function codeRecu(navigateur: Browser, role: NomRole, reference: string): Promise<string> {
  const page = await ouvrirPour(navigateur, 'administration')
  await visiter(page, '/administration/courriels')
  const lettre = page
    .locator('details')
    .filter({ hasText: ROLES[role] })
    .filter({ hasText: 'Votre code pour confirmer' })
    .filter({ hasText: reference })
    .first()
  await lettre.locator('summary').click()
  const code = (await lettre.locator('.font-mono').innerText()).replace(/\D/g, '')
  expect(code).toMatch(/^\d{6}$/)
  await page.context().close()
  return code
}
