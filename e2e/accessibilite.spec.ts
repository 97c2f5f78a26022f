import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type Acces, PAGES } from '../tests/architecture/registre-attendu'
import { appeler, Formulaire } from './aides/actions'
import { ouvrirBase } from './aides/base'
import { uneCampagne } from './aides/campagne'
import { poserEngagements } from './aides/mesure'
import type { NomRole } from './aides/roles'
import { BASE, contexteDe, sessionDe } from './aides/sessions'

const ROLE: Record<Exclude<Acces, 'public'>, NomRole> = {
  connecte: 'direction',
  direction: 'direction',
  partenaire: 'direction',
  convention: 'direction',
  projet: 'direction',
  siege: 'siege',
  administrateur: 'administration',
}
/** Mots que seule une traduction oubliée laisserait à l'écran. */
const ANGLAIS =
  /\b(the|and|loading|submit|cancel|delete|save|search|close|next|previous|error|invalid|expected|received|required|undefined|null|NaN|page not found|sign in|log in|password)\b/i

const marques: Record<string, string> = {}
const CREER = 'app/(connecte)/conventions/actions.ts#creer'

/** Le Word de la convention, renvoyé tel quel : un retour à montrer. */
async function unRetour(direction: APIRequestContext, acteId: string, reference: string): Promise<string> {
  const word = await direction.get(`/api/conventions/${reference}/docx`)
  const { retourId } = await appeler<{ retourId: string }>(
    direction,
    'app/(connecte)/conventions/[reference]/versions/actions.ts#deposerRetour',
    new Formulaire({
      acteId,
      numero: '1',
      fichier: { name: 'relu.docx', mimeType: TYPE_WORD, buffer: await word.body() },
    }),
  )
  return retourId
}
const TYPE_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const base = await ouvrirBase()
  const un = async (sql: string): Promise<string> => (await base.query<{ v: string }>(sql)).rows[0]?.v ?? ''
  const direction = await contexteDe('direction')
  const groupeId = await un(`SELECT id AS v FROM organisation WHERE code = 'hups'`)
  const modeleVersionId = await un(
    'SELECT id AS v FROM modele_version WHERE groupe_id IS NULL AND redaction ORDER BY numero DESC LIMIT 1',
  )
  const { references } = await appeler<{ references: string[] }>(direction, CREER, {
    modeleVersionId,
    groupeId,
    centreIds: [await un(`SELECT id AS v FROM organisation WHERE code = 'malakoff-1'`)],
  })
  marques.reference = references[0] ?? ''
  // Les versions se lisent d'un acte partagé ; la rédaction, d'un brouillon : deux conventions.
  const { references: partagees } = await appeler<{ references: string[] }>(direction, CREER, {
    modeleVersionId,
    groupeId,
    centreIds: [await un(`SELECT id AS v FROM organisation WHERE code = 'arcueil'`)],
  })
  marques.partagee = partagees[0] ?? ''
  const acteId = await un(
    `SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = '${marques.partagee}'`,
  )
  await appeler(direction, 'app/(connecte)/conventions/[reference]/actions.ts#partager', {
    acteId,
    version: 1,
    texte: '',
  })
  marques.retour = await unRetour(direction, acteId, marques.partagee)
  marques.utilisateur = await un(`SELECT id AS v FROM utilisateur WHERE courriel LIKE 'siege@%'`)
  marques.modele = await un('SELECT code AS v FROM modele ORDER BY rang LIMIT 1')
  marques.version = await un(
    `SELECT id AS v FROM modele_version WHERE modele_code = '${marques.modele}' AND groupe_id IS NULL LIMIT 1`,
  )
  // Un passage précédent a pu laisser le projet ouvert : il se lit aussi bien.
  await appeler(direction, 'app/(connecte)/bibliotheque/actions.ts#ouvrir', {
    versionId: marques.version,
    groupeId,
  }).catch(() => null)
  Object.assign(marques, await uneCampagne(base, direction))
  const signe = await un(
    `SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = '${marques.signee}' AND a.rang = 0`,
  )
  marques.engagement = (await poserEngagements(base, signe))['essai-patients'] ?? ''
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

async function verifierAxe(page: Page, quoi: string, regles?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (regles
    ? axe.withRules(regles)
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
  ).analyze()
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

/** Du petit téléphone au portable ordinaire, on ne défile que vers le bas. */
async function verifierLargeur(page: Page, adresse: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 640 })
  const trop = await page.evaluate(() => {
    const racine = document.scrollingElement ?? document.documentElement
    return racine.scrollWidth - racine.clientWidth
  })
  expect(trop, `défilement horizontal de ${adresse} à ${width} px`).toBeLessThanOrEqual(0)
}

for (const [route, { acces, exemple }] of Object.entries(PAGES)) {
  test(`${route} se lit par tous, en clair et en sombre, jusqu’à 320 px`, async ({ browser }) => {
    test.setTimeout(180_000)
    const adresse = exemple.replace(/\{(\w+)\}/g, (_, cle: string) => marques[cle] ?? '')
    const storageState = acces === 'public' ? undefined : await sessionDe(ROLE[acces])
    const contexte = await browser.newContext({
      baseURL: BASE,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      storageState,
    })
    const { page, reproches } = await ouvrir(contexte, adresse)
    await verifierAxe(page, `${adresse} (clair)`)
    await verifierStructure(page, adresse)
    // Le thème ne change que des couleurs : seules les règles qui en dépendent se rejouent en sombre.
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished)))
    await verifierAxe(page, `${adresse} (sombre)`, ['color-contrast', 'link-in-text-block'])
    for (const largeur of [1280, 1090, 320]) await verifierLargeur(page, adresse, largeur)
    expect(reproches, adresse).toEqual([])
    await contexte.close()
  })
}

test('une adresse inconnue répond en français, avec un seul titre', async ({ page }) => {
  const reponse = await page.goto('/une-page-qui-n-existe-pas')
  expect(reponse?.status()).toBe(404)
  await verifierStructure(page, '/une-page-qui-n-existe-pas')
  await verifierAxe(page, 'page introuvable')
})
