import { expect as expectBrut, test } from '@playwright/test'
import { appeler } from './aides/actions'
import { ouvrirBase } from './aides/base'
import { contexteDe, sessionDe } from './aides/sessions'

const expect = expectBrut.configure({ timeout: 20_000 })
const CODE = 'convention-cadre-partenariat'
const REDIGER = 'app/(connecte)/conventions/[reference]/rediger/actions.ts'
const MOTIF = 'Locaux partagés avec la maison de quartier'
let ancienne = ''

/** Une convention de Gennevilliers, née du modèle fourni, dont un article a été adapté avec son motif. */
test.beforeAll(async () => {
  const base = await ouvrirBase()
  const un = async <T>(sql: string, ...v: unknown[]): Promise<T> =>
    (await base.query<{ v: T }>(sql, v)).rows[0]?.v as T
  const direction = await contexteDe('autreDirection')
  const { references } = await appeler<{ references: string[] }>(
    direction,
    'app/(connecte)/conventions/actions.ts#creer',
    {
      modeleVersionId: await un(
        'SELECT id AS v FROM modele_version WHERE groupe_id IS NULL AND modele_code = $1 ORDER BY numero DESC LIMIT 1',
        CODE,
      ),
      groupeId: await un("SELECT id AS v FROM organisation WHERE code = 'hupnvs'"),
      centreIds: [await un("SELECT id AS v FROM organisation WHERE code = 'gennevilliers'")],
    },
  )
  ancienne = references[0] ?? ''
  const unite = await un<{ acteId: string; identite: string; version: number; titre: string }>(
    `SELECT json_build_object('acteId', u.acte_id, 'identite', u.identite, 'version', u.version, 'titre', u.titre) AS v
     FROM unite u JOIN acte a ON a.id = u.acte_id JOIN convention c ON c.id = a.convention_id
     WHERE c.reference = $1 AND u.genre = 'article' AND NOT u.omise ORDER BY u.rang LIMIT 1`,
    ancienne,
  )
  await appeler(direction, `${REDIGER}#enregistrerUnite`, {
    ...unite,
    contenu: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'b1' },
          content: [{ type: 'text', text: 'Objet propre à Gennevilliers.' }],
        },
      ],
    },
  })
  const { acteId, identite, version } = unite
  await appeler(direction, `${REDIGER}#motiver`, { acteId, identite, version: version + 1, motif: MOTIF })
  await direction.dispose()
  await base.end()
})

test('une direction modifie un article, publie, prépare une convention qui en naît et voit l’écart d’une autre', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const contexte = await browser.newContext({ storageState: await sessionDe('autreDirection') })
  const page = await contexte.newPage()
  await page.goto(`/bibliotheque/${CODE}`)
  await page.getByRole('button', { name: 'Modifier ce modèle' }).click()
  await page.getByRole('button', { name: 'Ouvrir le projet' }).click()
  await page.waitForURL('**/projet')
  await page.getByLabel('Titre', { exact: true }).fill('Objet et portée')
  await expect(page.getByText('Enregistré.')).toBeVisible()
  await page.getByLabel('Si l’article est adapté, demander l’accord de').selectOption('finances')
  await expect(page.getByRole('link', { name: /Objet.*accord si adapté/ })).toBeVisible()

  await page.getByRole('link', { name: 'Ce qui change, publier' }).click()
  await expect(page.getByText('1 article modifié')).toBeVisible()
  await page.getByRole('button', { name: 'Publier cette version' }).click()
  await expect(page.getByText('Indiquez le motif.')).toBeVisible()
  await page.getByLabel('Ce qui change, et pourquoi').fill('L’objet dit aussi la portée.')
  await page.getByRole('button', { name: 'Publier cette version' }).click()
  await page.waitForURL('**/versions')
  await expect(page.getByRole('heading', { name: 'Version 3 (HUPNVS)' })).toBeVisible()
  await page.getByText('1 convention sur cette version').click()
  await expect(page.getByText('1 passage changerait, dont 1 à traiter à la main')).toBeVisible()

  await page.goto(`/conventions/nouvelle?modele=${CODE}&cms=clichy`)
  await expect(page.getByText('Version 3').first()).toBeVisible()
  const centre = page.getByRole('checkbox', { checked: false }).first()
  if ((await page.getByRole('checkbox', { checked: true }).count()) === 0) await centre.check()
  await page.getByRole('button', { name: /^Créer le/ }).click()
  await page.waitForURL('**/rediger**')
  await expect(page.getByText('Objet et portée').first()).toBeVisible()

  await page.goto('/bibliotheque/ecarts')
  await page
    .getByRole('table')
    .getByRole('link', { name: /^Adapté/ })
    .first()
    .click()
  await page.waitForURL(`**/bibliotheque/ecarts/${ancienne}**`)
  await expect(page.getByText(MOTIF)).toBeVisible()
  await expect(page.locator('ins', { hasText: 'Objet propre à Gennevilliers.' })).toBeVisible()

  const export_ = await page.request.get('/api/ecarts/xlsx')
  expect(export_.status()).toBe(200)
  expect((await export_.body()).subarray(0, 2).toString()).toBe('PK')
  await contexte.close()
})

test('le registre et le projet d’un groupe n’existent ni pour un autre groupe ni pour un centre', async () => {
  for (const role of ['direction', 'cmsGentilly', 'juridique'] as const) {
    const contexte = await contexteDe(role)
    expect((await contexte.get(`/bibliotheque/ecarts/${ancienne}`)).status(), role).toBe(404)
    if (role === 'direction') continue
    expect((await contexte.get('/bibliotheque/ecarts')).status(), role).toBe(404)
    expect((await contexte.get('/api/ecarts/csv')).status(), role).toBe(404)
    expect((await contexte.get(`/bibliotheque/${CODE}/projet`)).status(), role).toBe(404)
    await contexte.dispose()
  }
})
