import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type Acces, PAGES } from '../tests/architecture/registre-attendu'
import { appeler } from './aides/actions'
import { ouvrirBase } from './aides/base'
import type { NomRole } from './aides/roles'
import { BASE, contexteDe, sessionDe } from './aides/sessions'

const ROLE: Record<Exclude<Acces, 'public'>, NomRole> = {
  connecte: 'direction',
  direction: 'direction',
  partenaire: 'direction',
  convention: 'direction',
  administrateur: 'administration',
}
/** Mots que seule une traduction oubliée laisserait à l'écran. */
const ANGLAIS =
  /\b(the|and|loading|submit|cancel|delete|save|search|close|next|previous|error|invalid|expected|received|required|undefined|null|NaN|page not found|sign in|log in|password)\b/i

const marques: Record<string, string> = {}

test.beforeAll(async () => {
  const base = await ouvrirBase()
  const un = async (sql: string): Promise<string> => (await base.query<{ v: string }>(sql)).rows[0]?.v ?? ''
  const direction = await contexteDe('direction')
  const { references } = await appeler<{ references: string[] }>(
    direction,
    'app/(connecte)/conventions/actions.ts#creer',
    {
      modeleVersionId: await un(
        'SELECT id AS v FROM modele_version WHERE redaction ORDER BY numero DESC LIMIT 1',
      ),
      groupeId: await un(`SELECT id AS v FROM organisation WHERE code = 'hups'`),
      centreIds: [await un(`SELECT id AS v FROM organisation WHERE code = 'malakoff-1'`)],
    },
  )
  marques.reference = references[0] ?? ''
  marques.utilisateur = await un(`SELECT id AS v FROM utilisateur WHERE courriel LIKE 'siege@%'`)
  marques.modele = await un('SELECT code AS v FROM modele ORDER BY rang LIMIT 1')
  await direction.dispose()
  await base.end()
})

/** Ce que la console et la politique de contenu reprochent à la page. */
function ecouter(page: Page): string[] {
  const reproches: string[] = []
  page.on('console', (m) => {
    if (m.type() === 'error' || /content security policy|hydrat/i.test(m.text())) reproches.push(m.text())
  })
  page.on('pageerror', (e) => reproches.push(String(e)))
  return reproches
}

async function ouvrir(
  contexte: BrowserContext,
  adresse: string,
): Promise<{ page: Page; reproches: string[] }> {
  const page = await contexte.newPage()
  const reproches = ecouter(page)
  const reponse = await page.goto(adresse, { waitUntil: 'load' })
  expect(reponse?.status(), adresse).toBe(200)
  await expect(page.locator('h1').first()).toBeVisible()
  return { page, reproches }
}

async function verifierAxe(page: Page, quoi: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  const dites = violations.map(
    (v) =>
      `${v.id} : ${v.nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
  expect(dites, quoi).toEqual([])
}

async function verifierStructure(page: Page, adresse: string): Promise<void> {
  expect(await page.locator('html').getAttribute('lang'), adresse).toMatch(/^fr/)
  expect(await page.locator('h1').count(), `h1 de ${adresse}`).toBe(1)
  expect(await page.title(), adresse).not.toBe('')
  const texte = await page.locator('body').innerText()
  // Une adresse électronique ou un nom de fichier n'est pas une phrase.
  const phrases = texte.replace(/\S+@\S+|\S+\.(pdf|docx)/g, '')
  expect(ANGLAIS.exec(phrases)?.[0] ?? null, `mot anglais sur ${adresse}`).toBeNull()
}

/** Largeur d'un petit téléphone : on ne défile que vers le bas. */
async function verifierEtroit(page: Page, adresse: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 })
  const trop = await page.evaluate(() => {
    const racine = document.scrollingElement ?? document.documentElement
    return racine.scrollWidth - racine.clientWidth
  })
  expect(trop, `défilement horizontal de ${adresse} à 320 px`).toBeLessThanOrEqual(0)
}

for (const [route, { acces, exemple }] of Object.entries(PAGES)) {
  test(`${route} se lit par tous, en clair et en sombre, jusqu’à 320 px`, async ({ browser }) => {
    test.setTimeout(90_000)
    const adresse = exemple.replace(/\{(\w+)\}/g, (_, cle: string) => marques[cle] ?? '')
    const storageState = acces === 'public' ? undefined : await sessionDe(ROLE[acces])
    for (const theme of ['light', 'dark'] as const) {
      const contexte = await browser.newContext({
        baseURL: BASE,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        colorScheme: theme,
        reducedMotion: 'reduce',
        storageState,
      })
      const { page, reproches } = await ouvrir(contexte, adresse)
      await verifierAxe(page, `${adresse} (${theme})`)
      if (theme === 'light') {
        await verifierStructure(page, adresse)
        await verifierEtroit(page, adresse)
      }
      expect(reproches, adresse).toEqual([])
      await contexte.close()
    }
  })
}

test('une adresse inconnue répond en français, avec un seul titre', async ({ page }) => {
  const reponse = await page.goto('/une-page-qui-n-existe-pas')
  expect(reponse?.status()).toBe(404)
  await verifierStructure(page, '/une-page-qui-n-existe-pas')
  await verifierAxe(page, 'page introuvable')
})
