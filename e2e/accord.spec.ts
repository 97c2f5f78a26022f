import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, expect as expectBrut, type Page, test } from '@playwright/test'
import type pg from 'pg'
import { appeler } from './aides/actions'
import { ouvrirBase } from './aides/base'
import { BASE, contexteDe, sessionDe } from './aides/sessions'

const expect = expectBrut.configure({ timeout: 20_000 })
const CREER = 'app/(connecte)/conventions/actions.ts#creer'
const ACTE = 'app/(connecte)/conventions/[reference]/actions.ts'

let base: pg.Client
let direction: APIRequestContext
const un = async (sql: string, ...valeurs: unknown[]): Promise<string> =>
  (await base.query<{ v: string }>(sql, valeurs)).rows[0]?.v ?? ''

test.beforeAll(async () => {
  base = await ouvrirBase()
  direction = await contexteDe('direction')
})
test.afterAll(async () => {
  await direction.dispose()
  await base.end()
})

/** Un brouillon d'Arcueil dont toutes les valeurs sont remplies. */
async function unBrouillonComplet(): Promise<{ reference: string; acteId: string }> {
  const { references } = await appeler<{ references: string[] }>(direction, CREER, {
    modeleVersionId: await un(
      `SELECT id AS v FROM modele_version WHERE groupe_id IS NULL AND modele_code = 'convention-cadre-partenariat' AND retiree_le IS NULL LIMIT 1`,
    ),
    groupeId: await un(`SELECT id AS v FROM organisation WHERE code = 'hups'`),
    centreIds: [await un(`SELECT id AS v FROM organisation WHERE code = 'arcueil'`)],
  })
  const reference = references[0] ?? ''
  const acteId = await un(
    `SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1`,
    reference,
  )
  await base.query(
    `INSERT INTO parametre (convention_id, cle, valeur)
     SELECT a.convention_id, d->>'cle', '{"genre":"texte","texte":"Valeur convenue"}'
     FROM acte a JOIN modele_version m ON m.id = a.modele_version_id, jsonb_array_elements(m.parametres) d
     WHERE a.id = $1 AND coalesce(d->>'origine', '') <> 'mention-tardive'
     ON CONFLICT (convention_id, cle) DO UPDATE SET valeur = coalesce(parametre.valeur, EXCLUDED.valeur)`,
    [acteId],
  )
  return { reference, acteId }
}

const donnee = (acteId: string, gabarit: string, cle: string) =>
  un(
    `SELECT donnees->>$3 AS v FROM courriel WHERE acte_id = $1 AND gabarit = $2 ORDER BY id DESC LIMIT 1`,
    acteId,
    gabarit,
    cle,
  )

/** Va au bouton par la touche de tabulation, sans souris, et le presse. */
async function presserAuClavier(page: Page, nom: string | RegExp): Promise<void> {
  const bouton = page.getByRole('button', { name: nom })
  await expect(bouton).toBeVisible()
  for (let i = 0; i < 60; i++) {
    if (await bouton.evaluate((b) => b === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(bouton).toBeFocused()
  await page.keyboard.press('Enter')
}

test('du partage à l’accord : la direction du CMS accepte au clavier, à la largeur d’un téléphone', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { reference, acteId } = await unBrouillonComplet()

  await test.step('la direction partage, la conséquence dite avant le clic', async () => {
    const contexte = await browser.newContext({ storageState: await sessionDe('direction') })
    const page = await contexte.newPage()
    await page.goto(`/conventions/${reference}`)
    await page.getByRole('button', { name: /^Partager avec le CMS d’Arcueil|^Partager avec/ }).click()
    const fenetre = page.getByRole('alertdialog')
    await expect(fenetre).toContainText('Prévenus par courriel')
    await expect(fenetre).toContainText('Direction du CMS d’Arcueil')
    await fenetre.getByLabel(/^Mot à joindre/).fill('Bonne lecture.')
    await fenetre.getByRole('button', { name: 'Partager le texte' }).click()
    await expect(page.getByText('En relecture').first()).toBeVisible()
    await contexte.close()
  })

  const contexte = await browser.newContext({
    storageState: await sessionDe('cmsArcueil'),
    viewport: { width: 390, height: 800 },
  })
  const page = await contexte.newPage()
  await test.step('le CMS voit ce qu’il a à faire, en nombre', async () => {
    await page.goto('/')
    await expect(page.getByText(/relire \d+\sarticles/).first()).toBeVisible()
    await page.goto(`/conventions/${reference}`)
    await expect(page.getByText(/^À vous : relire \d+\sarticles/)).toBeVisible()
  })
  await test.step('il accepte au clavier, depuis la relecture : un code faux, puis le bon', async () => {
    await page.goto(`/conventions/${reference}/relecture`)
    await presserAuClavier(page, 'Accepter le texte')
    await expect(page.getByRole('alertdialog')).toContainText('Ce n’est pas encore la signature')
    await presserAuClavier(page, 'Recevoir mon code')
    const champ = page.getByLabel(/^Code reçu par courriel/)
    await expect(champ).toBeFocused()
    await expect(champ).toHaveAttribute('autocomplete', 'one-time-code')
    await expect(champ).toHaveAttribute('inputmode', 'numeric')
    const code = await donnee(acteId, 'code-accord', 'code')
    await page.keyboard.type(code === '000000' ? '111111' : '000000')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alertdialog').getByRole('alert')).toContainText('Ce code n’est pas le bon')
    await champ.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(`${code.slice(0, 3)} ${code.slice(3)}`)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Texte accepté').first()).toBeVisible()
    const largeur = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(largeur).toBeLessThanOrEqual(390)
  })
  await test.step('le code rejoué est refusé et noté', async () => {
    const cms = await contexteDe('cmsArcueil')
    const versionId = await un(`SELECT id AS v FROM version_acte WHERE acte_id = $1`, acteId)
    const code = await donnee(acteId, 'code-accord', 'code')
    await expect(appeler(cms, `${ACTE}#accepterTout`, { acteId, versionId, code })).rejects.toThrow(
      /CODE_REFUSE/,
    )
    await cms.dispose()
    expect(
      await un(
        `SELECT donnees->>'raison' AS v FROM journal WHERE acte_id = $1 AND evenement = 'code-refuse' ORDER BY id DESC LIMIT 1`,
        acteId,
      ),
    ).toBe('rejoue')
  })
  await contexte.close()
})

test('un lien personnel ne montre que sa version ; dépassé ou révoqué, il se ferme', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const { reference, acteId } = await unBrouillonComplet()
  const version = () => un(`SELECT version::text AS v FROM acte WHERE id = $1`, acteId).then(Number)
  const passer = async (nom: string, texte: string) =>
    appeler(direction, `${ACTE}#${nom}`, { acteId, version: await version(), texte })
  await passer('partager', '')

  await test.step('le CMS invite une personne depuis la page', async () => {
    const contexte = await browser.newContext({ storageState: await sessionDe('cmsArcueil') })
    const cms = await contexte.newPage()
    await cms.goto(`/conventions/${reference}?vue=informations`)
    await cms.getByRole('button', { name: 'Inviter une personne' }).click()
    const fenetre = cms.getByRole('dialog')
    await fenetre.getByLabel(/^Nom/).fill('Ada Exemple')
    await fenetre.getByLabel(/^Adresse électronique/).fill('ada@ville.test')
    await fenetre.getByRole('button', { name: 'Envoyer l’invitation' }).click()
    await expect(cms.getByText('Ada Exemple')).toBeVisible()
    await contexte.close()
  })
  const jeton = await donnee(acteId, 'invitation', 'jeton')
  const lien = `${BASE}/invitation/${jeton}`

  await test.step('elle lit sans compte, sans être suivie ni indexée', async () => {
    const reponse = await page.goto(lien)
    expect(reponse?.headers()['referrer-policy']).toBe('no-referrer')
    expect(reponse?.headers()['x-robots-tag']).toContain('noindex')
    await expect(page.getByText('vous invite à lire la version 1')).toBeVisible()
    await expect(page.getByRole('article', { name: 'Texte de la version partagée' })).toContainText(
      'Article 1er',
    )
    expect(await page.context().cookies()).toEqual([])
  })
  await test.step('elle commente et répond à 390 px, au clavier, et ne voit rien d’interne', async () => {
    const surTout = { acteId, identite: null, lue: 1, passage: null }
    const ecrire = 'app/(connecte)/conventions/[reference]/relecture/actions.ts#ecrire'
    await appeler(direction, ecrire, { ...surTout, interne: true, texte: 'Marge de manœuvre' })
    await appeler(direction, ecrire, { ...surTout, interne: false, texte: 'Qu’en dites-vous ?' })
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto(lien)
    await expect(page.getByRole('article', { name: 'Texte de la version partagée' })).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.press('c')
    await expect(page.getByLabel('Votre remarque')).toBeFocused()
    await page.keyboard.type('Et le samedi ?')
    await presserAuClavier(page, 'Envoyer la remarque')
    await expect(page.getByRole('article', { name: /Remarque de Ada Exemple/ })).toContainText(
      'Et le samedi ?',
    )
    await page.getByRole('button', { name: 'Plan', exact: true }).press('Enter')
    await page.getByRole('button', { name: /^Ensemble du texte/ }).press('Enter')
    await expect(page.getByText('Qu’en dites-vous ?')).toBeVisible()
    await presserAuClavier(page, 'Répondre')
    await page.keyboard.type('Cela nous convient.')
    await presserAuClavier(page, 'Répondre')
    await expect(page.getByText('Cela nous convient.')).toBeVisible()
    expect(await page.content()).not.toContain('Marge de manœuvre')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    // Page relue : l'annonce d'un bouton en attente, que React Aria garde quelques secondes, n'y est plus.
    await page.goto(lien)
    await page.getByRole('button', { name: 'Remarques', exact: true }).press('Enter')
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze()
    expect(violations.map((v) => v.id)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
  })
  await test.step('une version plus récente s’annonce avant le texte, et se choisit', async () => {
    await passer('reprendreTexte', 'Un mot à changer')
    await base.query(
      `UPDATE unite SET titre = 'Titre tout neuf' WHERE acte_id = $1 AND genre = 'article' AND rang = (SELECT min(rang) FROM unite WHERE acte_id = $1 AND genre = 'article')`,
      [acteId],
    )
    await passer('partager', '')
    await page.goto(lien)
    const texte = page.getByRole('article', { name: 'Texte de la version partagée' })
    await expect(page.getByText('Une version plus récente existe : vous lisez la version 1')).toBeVisible()
    await expect(texte).not.toContainText('Titre tout neuf')
    await page.getByRole('link', { name: 'Lire la version 2' }).click()
    await expect(page.getByText('Vous lisez la version 2, plus récente')).toBeVisible()
    await expect(texte).toContainText('Titre tout neuf')
  })
  await test.step('dépassé, révoqué, inconnu', async () => {
    await base.query(`UPDATE invitation SET expire_le = now() - interval '1 day' WHERE acte_id = $1`, [
      acteId,
    ])
    await page.goto(lien)
    await expect(page.getByText('Ce lien a dépassé sa durée')).toBeVisible()
    await expect(page.getByText(reference)).toHaveCount(0)
    await base.query(`UPDATE invitation SET revoquee_le = now() WHERE acte_id = $1`, [acteId])
    await page.goto(lien)
    const revoque = await page.locator('main').innerText()
    await page.goto(`${BASE}/invitation/${'a'.repeat(43)}`)
    expect(await page.locator('main').innerText()).toBe(revoque)
  })
})
