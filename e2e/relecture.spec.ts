import { type Browser, expect as expectBrut, type Page, test } from '@playwright/test'
import { appeler } from './aides/actions'
import { ouvrirBase } from './aides/base'
import type { NomRole } from './aides/roles'
import { contexteDe, sessionDe } from './aides/sessions'

// Une machine chargée met plus de cinq secondes à ouvrir l'éditeur ou à relire la page.
const expect = expectBrut.configure({ timeout: 20_000 })
const CREER = 'app/(connecte)/conventions/actions.ts#creer'
const PARTAGER = 'app/(connecte)/conventions/[reference]/actions.ts#partager'
const SECRET = 'Marge de manœuvre interne : céder sur le délai si besoin'
const REMARQUE = 'Ce point mérite d’être précisé.'
const AJOUT = ' Le centre désigne un correspondant unique.'

/** Une convention d'Arcueil partagée avec son centre ; rend sa référence. */
async function uneConventionPartagee(): Promise<string> {
  const base = await ouvrirBase()
  const un = async <T>(sql: string, ...v: unknown[]): Promise<T> =>
    (await base.query<{ v: T }>(sql, v)).rows[0]?.v as T
  const id = (code: string) => un<string>('SELECT id AS v FROM organisation WHERE code = $1', code)
  const direction = await contexteDe('direction')
  const { references } = await appeler<{ references: string[] }>(direction, CREER, {
    modeleVersionId: await un<string>(
      "SELECT id AS v FROM modele_version WHERE groupe_id IS NULL AND redaction AND modele_code LIKE 'convention-cadre%' ORDER BY numero DESC LIMIT 1",
    ),
    groupeId: await id('hups'),
    centreIds: [await id('arcueil')],
  })
  const reference = references[0] ?? ''
  const acteId = await un<string>(
    `SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1`,
    reference,
  )
  await appeler(direction, PARTAGER, { acteId, version: 1, texte: '' })
  await direction.dispose()
  await base.end()
  return reference
}

async function ouvrir(navigateur: Browser, role: NomRole, largeur = 1280): Promise<Page> {
  const contexte = await navigateur.newContext({
    storageState: await sessionDe(role),
    viewport: { width: largeur, height: largeur < 500 ? 780 : 900 },
  })
  return contexte.newPage()
}

const marge = (page: Page) => page.getByRole('region', { name: /Article|Annexe|Visas|Ensemble/ })
const fil = (page: Page, nom: RegExp) => page.getByRole('article', { name: nom })

/** Tabule jusqu'à ce que l'élément attendu ait le focus : le chemin de qui n'a pas de souris. */
async function tabulerJusqua(page: Page, nom: RegExp, max = 160): Promise<void> {
  for (let i = 0; i < max; i++) {
    await page.keyboard.press('Tab')
    const dit = await page.evaluate(() => {
      const e = document.activeElement
      return e ? `${e.getAttribute('aria-label') ?? ''} ${e.textContent ?? ''}` : ''
    })
    if (nom.test(dit.trim())) return
  }
  throw new Error(`Rien au clavier pour ${nom}`)
}

test('le CMS relit au téléphone et au clavier, la direction retient une partie, l’interne reste interne', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const reference = await uneConventionPartagee()
  const adresse = `/conventions/${reference}/relecture`

  await test.step('la direction écrit une remarque interne', async () => {
    const page = await ouvrir(browser, 'direction')
    await page.goto(adresse)
    await page
      .getByRole('navigation', { name: 'Plan' })
      .getByRole('button', { name: /^Article 1er/ })
      .click()
    await page.getByRole('button', { name: 'Écrire une remarque' }).click()
    await page.getByLabel('Votre remarque').fill(SECRET)
    await page.getByLabel('Interne à l’hôpital').check()
    await page.getByRole('button', { name: 'Garder en interne' }).click()
    await expect(fil(page, /Remarque de/)).toContainText(SECRET)
    await expect(fil(page, /Remarque de/)).toContainText('Interne à l’hôpital')
    await page.context().close()
  })

  await test.step('le CMS n’en voit rien, nulle part', async () => {
    const contexte = await contexteDe('cmsArcueil')
    for (const suite of ['', '/relecture', '/texte', '/journal', '/versions'])
      expect(await (await contexte.get(`/conventions/${reference}${suite}`)).text(), suite).not.toContain(
        'Marge de manœuvre',
      )
    for (const format of ['pdf', 'docx'])
      expect(
        (await (await contexte.get(`/api/conventions/${reference}/${format}`)).body()).includes('manœuvre'),
      ).toBe(false)
    await contexte.dispose()
  })

  await test.step('le CMS, à 390 px et sans souris, commente un passage', async () => {
    const page = await ouvrir(browser, 'cmsArcueil', 390)
    await page.goto(adresse)
    await expect(page.getByRole('article', { name: 'Texte de la version partagée' })).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.press('c')
    await expect(page.getByLabel('Votre remarque')).toBeFocused()
    await page.keyboard.type(REMARQUE)
    await page.keyboard.press('Shift+Tab')
    await expect(page.getByLabel('Passage visé')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await tabulerJusqua(page, /^Envoyer la remarque/, 10)
    await page.keyboard.press('Enter')
    await expect(fil(page, /Remarque de/)).toContainText(REMARQUE)
    await expect(fil(page, /Remarque de/).locator('blockquote')).not.toBeEmpty()
    await page.getByRole('button', { name: 'Lecture', exact: true }).press('Enter')
    await expect(page.locator('.doc-passage').first()).toBeVisible()
    const deborde = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(deborde, 'la page déborde à 390 px').toBe(false)
    await page.context().close()
  })

  await test.step('le CMS contre-propose au clavier, et son brouillon survit à la page fermée', async () => {
    const page = await ouvrir(browser, 'cmsArcueil')
    await page.goto(adresse)
    const premiers = page.locator('script[src*="tiptap"], script[src*="prosemirror"]')
    expect(await premiers.count()).toBe(0)
    await page.keyboard.press('n')
    await tabulerJusqua(page, /^Proposer un autre texte/)
    await page.keyboard.press('Enter')
    const sousArticle = page.getByRole('listitem').getByRole('button').first()
    const editeur = page.getByRole('textbox', { name: /^Texte :/ })
    if (!(await editeur.isVisible()) && (await page.locator('details[open] li button').count())) {
      await sousArticle.waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    await expect(editeur).toBeVisible()
    await editeur.press('Control+End')
    await page.keyboard.type(AJOUT)
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Il est rappelé ce qui suit. ')
    await page.waitForTimeout(800)
    await page.reload()
    await page.keyboard.press('n')
    await tabulerJusqua(page, /^Proposer un autre texte/)
    await page.keyboard.press('Enter')
    if (await page.locator('details[open] li button').count()) {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    await expect(editeur).toContainText('correspondant unique')
    await tabulerJusqua(page, /^Envoyer la contre-proposition/)
    await page.keyboard.press('Enter')
    await expect(fil(page, /Contre-proposition de/)).toContainText('correspondant unique')
    await page.context().close()
  })

  await test.step('la direction voit la différence et n’en retient qu’une partie', async () => {
    const page = await ouvrir(browser, 'direction')
    await page.goto(adresse)
    await page.getByLabel(/Ce qui m’attend/).check()
    await page
      .getByRole('navigation', { name: 'Plan' })
      .getByRole('button')
      .filter({ hasText: 'contre-proposition' })
      .click()
    const choix = marge(page).getByRole('group', { name: 'Ce que vous retenez' })
    await expect(choix.getByRole('checkbox')).toHaveCount(2)
    await choix.getByRole('checkbox').first().uncheck()
    await page.getByText('Lire l’article ainsi modifié').click()
    await page.getByRole('button', { name: /^Retenir 1/ }).click()
    await expect(page.getByText('Retenue dans le texte')).toBeVisible()
    await page.goto(`/conventions/${reference}`)
    const feuille = page.getByRole('article', { name: 'Texte de la convention' })
    await expect(feuille).toContainText('correspondant unique')
    await expect(feuille).not.toContainText('Il est rappelé ce qui suit')
    await page.context().close()
  })
})
