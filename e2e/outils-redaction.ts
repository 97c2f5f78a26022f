import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

const MOT_DE_PASSE = 'trait-union-demonstration'
export const REDACTRICE = 'partenariats.hups@demonstration.invalid'

/** Ouvre une session avec un compte de démonstration. */
export async function seConnecter(page: Page, suite = '/', courriel = REDACTRICE): Promise<void> {
  await page.goto(`/connexion?suite=${encodeURIComponent(suite)}`)
  await remplirConnexion(page, courriel)
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
}

export async function remplirConnexion(page: Page, courriel = REDACTRICE): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(courriel)
  await page.getByLabel('Mot de passe', { exact: true }).fill(MOT_DE_PASSE)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
}

/** Crée un brouillon de convention-cadre pour un centre et rend sa référence. */
export async function creerBrouillon(page: Page): Promise<string> {
  await page.goto('/conventions/nouvelle')
  await page
    .getByRole('radio', { name: /cadre de partenariat/i })
    .first()
    .check()
  await page
    .getByRole('checkbox', { name: /arcueil/i })
    .first()
    .check()
  await page.getByRole('button', { name: /créer|ouvrir/i }).click()
  await page.waitForURL(/\/conventions\/(?!nouvelle)[^/?]+/)
  const reference = decodeURIComponent(/\/conventions\/([^/?]+)/.exec(page.url())?.[1] ?? '')
  expect(reference).not.toBe('')
  return reference
}

export const adresseRedaction = (reference: string) => `/conventions/${encodeURIComponent(reference)}/rediger`

/** Ouvre l'écran de rédaction sur un article, éditeur ouvert. */
export async function ouvrirArticle(page: Page, reference: string, article: RegExp) {
  await page.goto(adresseRedaction(reference))
  await page.getByRole('navigation', { name: 'Plan du texte' }).getByRole('button', { name: article }).click()
  const reecrire = page.getByRole('button', { name: 'Réécrire pour ce centre' })
  const texte = page.getByRole('textbox', { name: /^Texte/ })
  await expect(reecrire.or(texte).first()).toBeVisible({ timeout: 30_000 })
  if (await reecrire.isVisible()) await reecrire.click()
  await expect(texte).toBeVisible({ timeout: 30_000 })
  return texte
}

/** Ajoute une phrase à la fin du texte ouvert. */
export async function ajouter(page: Page, phrase: string): Promise<void> {
  const texte = page.getByRole('textbox', { name: /^Texte/ })
  await texte.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(phrase)
}

export const etat = (page: Page) => page.locator('[data-essai="etat"]')
export const feuille = (page: Page) => page.getByRole('region', { name: 'Aperçu du document' })

/** Ferme la session sans passer par l'écran, comme une révocation ou une expiration. */
export async function expirer(contexte: BrowserContext): Promise<void> {
  await contexte.clearCookies()
}

/** Remplit un champ selon ce qu'il montre, comme le ferait la personne qui le lit. */
export async function remplir(champ: Locator, page: Page): Promise<void> {
  const date = champ.locator('input[type="date"]')
  const choix = champ.locator('select')
  const nom = champ.getByLabel('Nom', { exact: true })
  const ajout = champ.getByRole('button', { name: /^Ajouter à la liste/ })
  if (await nom.count()) {
    await champ.getByLabel('Prénom', { exact: true }).fill('Camille')
    await nom.fill('Durand')
    const fonction = champ.getByLabel('Fonction', { exact: true })
    if (!(await fonction.inputValue())) await fonction.fill('Maire')
  } else if (await ajout.count()) {
    await champ.getByRole('textbox').or(champ.getByRole('combobox')).first().fill('Hôpital Bicêtre')
    await ajout.click()
  } else if (await date.count()) await date.fill('2027-01-01')
  else if (await champ.locator('textarea').count())
    await champ.locator('textarea').fill('Valeur convenue entre les parties')
  else if (await champ.locator('input').count()) await champ.locator('input').first().fill('12')
  else if (await choix.count()) await choix.selectOption({ index: 1 })
  else await champ.getByRole('button', { name: 'Reprendre de la fiche' }).click()
  await expect(page.getByText('Non enregistré')).toHaveCount(0, { timeout: 20_000 })
}
