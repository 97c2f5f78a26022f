import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect as expectBrut, test } from '@playwright/test'
import {
  adresseRedaction,
  ajouter,
  creerBrouillon,
  etat,
  expirer,
  feuille,
  ouvrirArticle,
  remplirConnexion,
  seConnecter,
} from './outils-redaction'

const ARTICLE = /^2\.1 /
const AUTRE = /^Article 1er/
const WORD = readFileSync('tests/unitaire/collage/fixtures/convention-word.html', 'utf8')

test.describe.configure({ timeout: 120_000 })
// Une machine chargée met plus de cinq secondes à enregistrer ou à charger l’éditeur.
const expect = expectBrut.configure({ timeout: 20_000 })

test('réécrire un article : la feuille suit la frappe, l’écart au modèle se lit, le rechargement le retrouve', async ({
  page,
}) => {
  await seConnecter(page)
  const reference = await creerBrouillon(page)
  await ouvrirArticle(page, reference, ARTICLE)
  await ajouter(page, ' Phrase propre à ce centre.')
  await expect(feuille(page)).toContainText('Phrase propre à ce centre.')
  await expect(etat(page)).toContainText('Enregistré à')
  await expect(page.getByRole('button', { name: /^2\.1 .*Adapté/ })).toBeVisible()
  await page.getByRole('tab', { name: 'Écart au modèle' }).click()
  await expect(page.locator('ins').filter({ hasText: 'Phrase propre à ce centre.' })).toBeVisible()
  await page.reload()
  await expect(feuille(page)).toContainText('Phrase propre à ce centre.')
})

test('annuler dans l’éditeur rend le texte du modèle', async ({ page }) => {
  await seConnecter(page)
  await ouvrirArticle(page, await creerBrouillon(page), ARTICLE)
  // D'un seul geste : sur une machine lente, une frappe lettre à lettre ferait plusieurs pas d'annulation.
  await ajouter(page, '')
  await page.keyboard.insertText(' Essai.')
  await expect(feuille(page)).toContainText('Essai.')
  await expect(etat(page)).toContainText('Enregistré à')
  await page.keyboard.press('Control+z')
  await expect(feuille(page)).not.toContainText('Essai.')
  await expect(page.getByRole('button', { name: /^2\.1 .*Modèle/ })).toBeVisible()
})

test('réseau coupé : dit, gardé, envoyé au retour', async ({ page, context }) => {
  await seConnecter(page)
  await ouvrirArticle(page, await creerBrouillon(page), ARTICLE)
  await context.setOffline(true)
  await ajouter(page, ' Tapé hors ligne.')
  await expect(etat(page)).toContainText('Hors ligne')
  await context.setOffline(false)
  await expect(etat(page)).toContainText('Enregistré à', { timeout: 35_000 })
  await page.reload()
  await expect(feuille(page)).toContainText('Tapé hors ligne.')
})

test('onglet fermé sans réseau : retrouvé à la réouverture, puis enregistré', async ({ page, context }) => {
  await seConnecter(page)
  const reference = await creerBrouillon(page)
  await ouvrirArticle(page, reference, ARTICLE)
  await context.setOffline(true)
  await ajouter(page, ' Avant de fermer.')
  await expect(etat(page)).toContainText('Hors ligne')
  await page.close()
  await context.setOffline(false)
  const neuve = await context.newPage()
  await neuve.goto(adresseRedaction(reference))
  await expect(feuille(neuve)).toContainText('Avant de fermer.')
  await expect(etat(neuve)).toContainText('Enregistré à')
})

test('session expirée : rien n’est perdu, tout part après la reconnexion', async ({ page, context }) => {
  await seConnecter(page)
  await ouvrirArticle(page, await creerBrouillon(page), ARTICLE)
  await expirer(context)
  await ajouter(page, ' Session expirée.')
  await expect(page.getByText('Votre session a expiré', { exact: false })).toBeVisible()
  const onglet = context.waitForEvent('page')
  await page.getByRole('link', { name: /Se reconnecter/ }).click()
  const connexion = await onglet
  await remplirConnexion(connexion)
  await connexion.waitForURL(/\/rediger/)
  await connexion.close()
  await page.getByRole('button', { name: /C’est fait/ }).click()
  await expect(etat(page)).toContainText('Enregistré à')
  await expect(page.getByText('Votre session a expiré', { exact: false })).toBeHidden()
})

test('serveur reconstruit : le rechargement enregistre ce qui attendait', async ({ page }) => {
  await seConnecter(page)
  await ouvrirArticle(page, await creerBrouillon(page), ARTICLE)
  await page.route('**/rediger*', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 404,
          headers: { 'x-nextjs-action-not-found': '1', 'content-type': 'text/plain' },
          body: 'Server action not found.',
        })
      : route.continue(),
  )
  await ajouter(page, ' Avant la mise à jour.')
  await expect(page.getByText('L’application a été mise à jour', { exact: false })).toBeVisible()
  await page.unroute('**/rediger*')
  await page.getByRole('button', { name: 'Recharger et enregistrer' }).click()
  await expect(etat(page)).toContainText('Enregistré à')
  await expect(feuille(page)).toContainText('Avant la mise à jour.')
})

test('deux personnes dans le même article : la seconde voit ce qui a changé et choisit', async ({
  page,
  browser,
}) => {
  await seConnecter(page)
  const reference = await creerBrouillon(page)
  const autre = await (await browser.newContext()).newPage()
  await seConnecter(autre)
  await ouvrirArticle(page, reference, ARTICLE)
  await ouvrirArticle(autre, reference, ARTICLE)
  await ajouter(page, ' Ajout de la première.')
  await expect(etat(page)).toContainText('Enregistré à')
  await ajouter(autre, ' Ajout de la seconde.')
  const panneau = autre.getByRole('alert').filter({ hasText: 'pendant que vous écriviez' })
  await expect(panneau).toBeVisible()
  await expect(panneau.locator('ins').filter({ hasText: 'Ajout de la première.' })).toBeVisible()
  await expect(panneau.locator('ins').filter({ hasText: 'Ajout de la seconde.' })).toBeVisible()
  await panneau.getByRole('button', { name: 'Garder la mienne' }).click()
  await expect(etat(autre)).toContainText('Enregistré à')
  await expect(feuille(autre)).toContainText('Ajout de la seconde.')
})

test('deux personnes dans deux articles ne se gênent pas', async ({ page, browser }) => {
  await seConnecter(page)
  const reference = await creerBrouillon(page)
  const autre = await (await browser.newContext()).newPage()
  await seConnecter(autre)
  await ouvrirArticle(page, reference, ARTICLE)
  await ouvrirArticle(autre, reference, AUTRE)
  await Promise.all([ajouter(page, ' Côté imagerie.'), ajouter(autre, ' Côté objet.')])
  await expect(etat(page)).toContainText('Enregistré à')
  await expect(etat(autre)).toContainText('Enregistré à')
  await page.reload()
  await expect(feuille(page)).toContainText('Côté imagerie.')
  await expect(feuille(page)).toContainText('Côté objet.')
})

test('les valeurs manquantes se remplissent au clavier, Entrée passe à la suivante', async ({ page }) => {
  await seConnecter(page)
  await page.goto(adresseRedaction(await creerBrouillon(page)))
  await page.getByRole('button', { name: /valeurs à compléter/ }).click()
  await page.getByLabel('Prénom', { exact: true }).fill('Camille')
  await page.getByLabel('Nom', { exact: true }).fill('Exemple')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^2 sur \d/)).toBeVisible()
  await expect(feuille(page)).toContainText('Camille')
  await expect(etat(page)).toContainText('Enregistré à')
})

test('l’ancre de l’adresse choisit l’article, et le choix écrit l’ancre', async ({ page }) => {
  await seConnecter(page)
  await ouvrirArticle(page, await creerBrouillon(page), ARTICLE)
  const marge = page.locator('#titre-marge')
  await expect(marge).toHaveText(ARTICLE)
  const ancre = new URL(page.url()).hash
  expect(ancre).toMatch(/^#u-./)
  const plan = page.getByRole('navigation', { name: 'Plan du texte' })
  await plan.getByRole('button', { name: AUTRE }).click()
  await expect(marge).toHaveText(AUTRE)
  // Lien suivi sur l'écran déjà ouvert, puis page précédente, puis le routeur, qui ne prévient pas.
  await page.evaluate((h) => {
    window.location.hash = h
  }, ancre)
  await expect(marge).toHaveText(ARTICLE)
  await expect(plan.locator('[aria-current]')).toContainText('2.1')
  await page.goBack()
  await expect(marge).toHaveText(AUTRE)
  await page.evaluate((h) => window.history.pushState(null, '', h), ancre)
  await expect(marge).toHaveText(ARTICLE)
  // Une ancre illisible ou inconnue ne change rien.
  await page.evaluate(() => {
    window.location.hash = '#u-%'
  })
  await page.evaluate(() => {
    window.location.hash = '#u-nulle-part'
  })
  await expect(marge).toHaveText(ARTICLE)
})

test('formulaire vierge : refusé avant l’envoi s’il n’est pas un PDF, puis joint et ôté', async ({
  page,
}) => {
  await seConnecter(page)
  await page.goto(adresseRedaction(await creerBrouillon(page)))
  await page
    .getByRole('navigation', { name: 'Plan du texte' })
    .getByRole('button', { name: /Formulaire type de demande d’examen/ })
    .click()
  const zone = page.getByRole('region', { name: 'Formulaire vierge' })
  const champ = zone.getByLabel('Joindre le formulaire')
  await champ.setInputFiles({ name: 'menteur.pdf', mimeType: 'application/pdf', buffer: Buffer.from('PK') })
  await expect(zone.getByRole('alert')).toContainText(/Format accepté\s: PDF\./)
  await champ.focus()
  await champ.setInputFiles({
    name: 'vierge.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF'),
  })
  await expect(zone.getByRole('link', { name: /vierge\.pdf/ })).toBeFocused()
  await expect(feuille(page)).toContainText('vierge.pdf')
  await zone.getByRole('button', { name: 'Ôter le formulaire' }).click()
  await expect(champ).toBeFocused()
})

test('laisser un article hors du texte, avec son motif, puis l’y remettre', async ({ page }) => {
  await seConnecter(page)
  await ouvrirArticle(page, await creerBrouillon(page), ARTICLE)
  await page.getByRole('button', { name: 'Laisser hors du texte' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByLabel(/Motif/).fill('Sans objet pour ce centre')
  await dialogue.getByRole('button', { name: 'Laisser hors du texte' }).click()
  await expect(page.getByText('Sans objet pour ce centre')).toBeVisible()
  await page.getByRole('button', { name: 'Remettre dans le texte' }).click()
  await expect(page.getByRole('button', { name: ARTICLE }).first()).toContainText('Modèle')
})

test('coller un article de Word : listes et tableau arrivent, ce qui tombe est dit', async ({ page }) => {
  await seConnecter(page)
  const texte = await ouvrirArticle(page, await creerBrouillon(page), ARTICLE)
  await texte.click()
  await page.keyboard.press('Control+a')
  await texte.evaluate((dom, html) => {
    const donnees = new DataTransfer()
    donnees.setData('text/html', html)
    dom.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: donnees, bubbles: true, cancelable: true }),
    )
  }, WORD)
  await expect(texte.locator('ol > li').first()).toContainText('la demande est adressée au service')
  await expect(texte.locator('th').first()).toContainText('Spécialité')
  await expect(page.getByText('Le texte collé a été adapté')).toBeVisible()
  await expect(page.getByText(/note de bas de page est passée à la fin/)).toBeVisible()
  await expect(etat(page)).toContainText('Enregistré à')
  await expect(feuille(page)).toContainText('la nuit, à l’astreinte')
})

for (const theme of ['light', 'dark'] as const) {
  test(`accessible, thème ${theme === 'dark' ? 'sombre' : 'clair'}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await seConnecter(page)
    await ouvrirArticle(page, await creerBrouillon(page), ARTICLE)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.target.join(' ')).join(' ; ')}`)).toEqual(
      [],
    )
  })
}
