import { type Browser, expect as expectBrut, type Page, test } from '@playwright/test'
import type pg from 'pg'
import { finPreavis } from '../lib/domaine/calendrier/dates'
import { dateEnLettres } from '../lib/presentation/typographie'
import { signerPdf, uneIdentite } from '../tests/fabriques/pdf-signe'
import { ouvrirBase } from './aides/base'
import { unTexteAccepte } from './aides/negociation'
import { codeRecu, ouvrirPour, presser, sansReproche, tabulerVers, visiter } from './aides/parcours'
import type { NomRole } from './aides/roles'
import { contexteDe } from './aides/sessions'
import { etat, remplir } from './outils-redaction'

const expect = expectBrut.configure({ timeout: 20_000 })
const GARDE = ' Le centre désigne un correspondant unique.'
const ECARTE = 'Il est rappelé ce qui suit. '
const aujourdHui = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date())
const SIGNATAIRES = {
  hopital: { prenom: 'Claude', nom: 'Rivière' },
  mairie: { prenom: 'Dominique', nom: 'Martin' },
} as const
/** Une image d'un point : ce qu'un numériseur rend de plus court. */
const PAGE_NUMERISEE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
const fenetreDe = (page: Page) => page.getByRole('alertdialog')

let base: pg.Client
test.beforeAll(async () => {
  base = await ouvrirBase()
})
test.afterAll(async () => {
  await base.end()
})
test.use({ actionTimeout: 30_000 })

/** Étape et empreinte de l'acte : ce que le remplissage des mentions ne doit pas toucher. */
async function marqueDe(reference: string): Promise<{ etape: string; empreinte: string; versions: number }> {
  const { rows } = await base.query<{ etape: string; empreinte: string; versions: number }>(
    `SELECT a.etape, (SELECT v.empreinte FROM version_acte v WHERE v.acte_id = a.id ORDER BY v.numero DESC LIMIT 1) AS empreinte,
            (SELECT count(*)::int FROM version_acte v WHERE v.acte_id = a.id) AS versions
     FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1`,
    [reference],
  )
  const [marque] = rows
  if (!marque) throw new Error(`Aucun acte pour ${reference}`)
  return marque
}

/** La direction crée le brouillon de Fontenay-aux-Roses et remplit toutes ses valeurs. */
async function unBrouillonComplet(page: Page): Promise<string> {
  await visiter(page, '/conventions/nouvelle?cms=fontenay-aux-roses')
  await page
    .getByRole('radio', { name: /cadre de partenariat/i })
    .first()
    .check()
  await expect(page.getByRole('checkbox', { name: /Fontenay/ })).toBeChecked()
  await page.getByRole('button', { name: 'Créer le brouillon' }).click()
  await page.waitForURL(/\/conventions\/HUPS-[^/]+\/rediger/)
  const reference = /conventions\/([^/]+)\/rediger/.exec(page.url())?.[1] ?? ''
  const bouton = page.getByRole('button', { name: /valeurs? à compléter$/ })
  const total = Number.parseInt((await bouton.textContent()) ?? '0', 10)
  await bouton.click()
  await sansReproche(page, 'rédaction')
  const marge = page.getByRole('region', { name: /valeurs? à compléter|Toutes les valeurs/ })
  for (let n = 1; n <= total; n++) {
    await remplir(marge.locator('[data-champ]'), page)
    await expect(marge.getByRole('listitem').filter({ hasText: 'Rempli' })).not.toHaveCount(n - 1)
    await marge.getByRole('button', { name: /^(Suivante|Terminer)$/ }).click()
  }
  await expect(page.getByText('Toutes les valeurs sont remplies').first()).toBeVisible()
  await expect(etat(page)).toContainText('Enregistré à')
  return reference
}

async function partager(page: Page, reference: string, bouton: RegExp): Promise<void> {
  await visiter(page, `/conventions/${reference}`)
  await page.getByRole('button', { name: bouton }).click()
  await expect(page.getByRole('alertdialog')).toContainText('Prévenus par courriel')
  await expect(page.getByRole('alertdialog')).not.toContainText('Il manque encore')
  await sansReproche(page, 'fenêtre de partage')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Partager le texte' }).click()
  await expect(page.getByText('En relecture').first()).toBeVisible()
}

/** Au clavier : accepter l'ensemble avec le code que l'administrateur lit dans les courriels. */
async function accepterAuClavier(
  page: Page,
  navigateur: Browser,
  role: NomRole,
  reference: string,
): Promise<void> {
  await visiter(page, `/conventions/${reference}`)
  await presser(page, 'Accepter le texte')
  await expect(page.getByRole('alertdialog')).toContainText('Ce n’est pas encore la signature')
  await sansReproche(page, 'fenêtre d’accord')
  await presser(page, 'Recevoir mon code')
  const champ = page.getByLabel(/^Code reçu par courriel/)
  await expect(champ).toBeFocused()
  await sansReproche(page, 'fenêtre du code')
  await page.keyboard.type(await codeRecu(navigateur, role, reference))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Texte accepté').first()).toBeVisible()
}

/** Chaque fonction demandée rend son avis à son tour ; le code se lit dans les courriels. */
async function rendreLesAvis(navigateur: Browser, reference: string): Promise<void> {
  for (const role of ['juridique', 'cme'] as const) {
    const page = await ouvrirPour(navigateur, role)
    await visiter(page, `/conventions/${reference}/vote`)
    await page.getByRole('button', { name: /^(Avis favorable|Donner l’accord)$/ }).click()
    await sansReproche(page, `fenêtre d’avis de ${role}`)
    await page.getByRole('button', { name: 'Recevoir le code' }).click()
    await expect(page.getByText(/^Code envoyé à/)).toBeVisible()
    await page.getByLabel(/^Code à six chiffres/).fill(await codeRecu(navigateur, role, reference))
    await page.getByRole('button', { name: 'Confirmer' }).click()
    await expect(page.getByText(/^(Favorable|Accord donné)$/).first()).toBeVisible()
    await page.context().close()
  }
}

/** Une partie écrit qui signe pour elle, de droit. */
async function nommerSignataire(
  page: Page,
  reference: string,
  qualite: string,
  { prenom, nom }: { prenom: string; nom: string },
): Promise<void> {
  await visiter(page, `/conventions/${reference}/vote`)
  await page.getByRole('button', { name: `Renseigner ${qualite}` }).click()
  const fenetre = page.getByRole('dialog')
  await fenetre.getByLabel('Prénom').fill(prenom)
  await fenetre.getByLabel(/^Nom/).fill(nom)
  await sansReproche(page, `fenêtre du signataire (${qualite})`)
  await fenetre.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByText(`${prenom} ${nom}`).first()).toBeVisible()
}

test('d’un brouillon à sa fin : trois personnes s’accordent, votent, signent, puis dénoncent', async ({
  browser,
}) => {
  test.setTimeout(900_000)
  const direction = await ouvrirPour(browser, 'direction')
  const cms = await ouvrirPour(browser, 'cmsFontenay', 390)
  const mairie = await ouvrirPour(browser, 'mairieFontenay')
  let reference = ''

  await test.step('la direction complète le brouillon et le partage', async () => {
    reference = await unBrouillonComplet(direction)
    await partager(direction, reference, /^Partager avec/)
  })

  await test.step('le CMS contre-propose, à 390 px et au clavier', async () => {
    await visiter(cms, '/')
    await visiter(cms, `/conventions/${reference}/relecture`)
    await cms.keyboard.press('n')
    await cms.keyboard.press('n')
    await presser(cms, 'Remarques')
    const proposer = cms.getByText('Proposer un autre texte', { exact: true })
    await tabulerVers(cms, proposer)
    await cms.keyboard.press('Enter')
    if (await cms.locator('details[open] li button').count()) {
      await cms.keyboard.press('Tab')
      await cms.keyboard.press('Enter')
    }
    const editeur = cms.getByRole('textbox', { name: /^Texte :/ })
    await expect(editeur).toBeVisible()
    await editeur.press('Control+End')
    await cms.keyboard.type(GARDE)
    await cms.keyboard.press('Control+Home')
    await cms.keyboard.type(ECARTE)
    await sansReproche(cms, 'contre-proposition')
    await presser(cms, 'Envoyer la contre-proposition')
    await expect(cms.getByRole('article', { name: /Contre-proposition de/ })).toContainText('correspondant')
    expect(await cms.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  await test.step('la direction n’en retient qu’une partie et repartage', async () => {
    await visiter(direction, `/conventions/${reference}/relecture`)
    await direction
      .getByRole('navigation', { name: 'Plan' })
      .getByRole('button')
      .filter({ hasText: 'contre-proposition' })
      .click()
    const choix = direction.getByRole('group', { name: 'Ce que vous retenez' })
    await expect(choix.getByRole('checkbox')).toHaveCount(2)
    await choix.getByRole('checkbox').first().uncheck()
    await sansReproche(direction, 'contre-proposition reçue')
    await direction.getByRole('button', { name: /^Retenir 1/ }).click()
    await expect(direction.getByText('Retenue dans le texte')).toBeVisible()
    await partager(direction, reference, /^Partager la nouvelle version/)
    const feuille = direction.getByRole('article', { name: 'Texte de la convention' })
    await expect(feuille).toContainText('correspondant unique')
    await expect(feuille).not.toContainText(ECARTE.trim())
  })

  await test.step('le CMS compare les deux versions, puis accepte avec son code', async () => {
    await visiter(cms, `/conventions/${reference}/versions`)
    await visiter(cms, `/conventions/${reference}/versions/comparer?de=1&a=2`)
    await expect(cms.locator('ins', { hasText: 'correspondant unique' }).first()).toBeVisible()
    await accepterAuClavier(cms, browser, 'cmsFontenay', reference)
  })

  await test.step('les avis demandés sont rendus', () => rendreLesAvis(browser, reference))

  await test.step('la mairie vote sans numéro, puis complète : rien n’est rouvert', async () => {
    await visiter(mairie, `/conventions/${reference}/vote`)
    await mairie.getByRole('button', { name: 'Soumettre au vote' }).click()
    await mairie.getByRole('button', { name: 'Inscrire la délibération' }).click()
    await sansReproche(mairie, 'fenêtre de la délibération')
    await mairie.getByLabel(/^Séance du/).fill(aujourdHui())
    await mairie.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(mairie.getByText(/n’est pas transmise au représentant de l’État/)).toBeVisible()
    const avant = await marqueDe(reference)
    await mairie.getByRole('button', { name: 'Compléter la délibération' }).click()
    await mairie.getByLabel(/^Numéro/).fill('2026-41')
    await mairie.getByLabel(/^Transmise au représentant/).fill(aujourdHui())
    await mairie.getByLabel(/^Publiée le/).fill(aujourdHui())
    await mairie.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await expect(mairie.getByText('Votée', { exact: true })).toBeVisible()
    await expect(mairie.getByText(/n’est pas transmise au représentant de l’État/)).toHaveCount(0)
    expect(await marqueDe(reference)).toEqual(avant)
    await sansReproche(mairie, 'vote complété')
  })

  await test.step('chaque partie nomme qui signe, et la direction envoie à la signature', async () => {
    await nommerSignataire(direction, reference, 'Directeur général', SIGNATAIRES.hopital)
    await nommerSignataire(mairie, reference, 'Maire', SIGNATAIRES.mairie)
    await visiter(direction, `/conventions/${reference}/signature`)
    await direction.getByRole('button', { name: 'Envoyer à la signature' }).click()
    await expect(direction.getByRole('alertdialog')).toContainText('2 signataires')
    await sansReproche(direction, 'fenêtre d’envoi à la signature')
    await direction.getByRole('button', { name: 'Figer et envoyer' }).click()
    await expect(direction.getByRole('heading', { name: 'Texte figé, à signer' })).toBeVisible({
      timeout: 120_000,
    })
    await expect(direction.getByText('2 signatures attendues sur 2.')).toBeVisible()
    await sansReproche(direction, 'texte figé')
  })

  await test.step('l’hôpital revient par un PDF signé', async () => {
    const adresse = await direction.locator('dt:has-text("PDF figé") + dd a').first().getAttribute('href')
    const fige = await (await direction.request.get(adresse ?? '')).body()
    const { prenom, nom } = SIGNATAIRES.hopital
    const signe = await signerPdf(fige, await uneIdentite(`${prenom} ${nom}`), { date: new Date() })
    await direction
      .getByLabel('Fichier signé')
      .setInputFiles({ name: 'signe.pdf', mimeType: 'application/pdf', buffer: signe })
    await expect(direction.getByText(/Ce fichier porte 1\ssignature électronique/)).toBeVisible()
    await sansReproche(direction, 'signature lue')
    await direction.getByRole('button', { name: 'Enregistrer cette signature' }).click()
    await expect(direction.getByText('1 signature attendue sur 2.')).toBeVisible()
    expect((await marqueDe(reference)).etape).toBe('A_SIGNER')
  })

  await test.step('la mairie revient par le papier numérisé : la convention est signée', async () => {
    await visiter(mairie, `/conventions/${reference}/signature`)
    await mairie
      .getByLabel('Fichier signé')
      .setInputFiles({ name: 'acte-signe.png', mimeType: 'image/png', buffer: PAGE_NUMERISEE })
    await mairie.getByLabel(/^Date écrite par/).fill(aujourdHui())
    await sansReproche(mairie, 'papier numérisé')
    await mairie.getByRole('button', { name: 'Enregistrer la signature sur papier' }).click()
    await expect(mairie.getByText('Tous ont signé.')).toBeVisible()
    await expect(mairie.getByText('jour de la dernière signature')).toBeVisible()
    await sansReproche(mairie, 'texte signé')
    expect((await marqueDe(reference)).etape).toBe('SIGNEE')
  })

  await test.step('chacun lit les dates ; la mairie dénonce, la réception fixe la fin', async () => {
    await visiter(cms, `/conventions/${reference}/dates`)
    await expect(cms.getByRole('heading', { name: 'Dernier jour, inclus' })).toBeVisible()
    await visiter(mairie, `/conventions/${reference}/dates`)
    await mairie.getByRole('button', { name: 'Dénoncer la convention' }).click()
    const fenetre = mairie.getByRole('alertdialog')
    await fenetre.getByLabel('Motif').fill('Les vacations prévues ne sont plus assurées')
    await sansReproche(mairie, 'fenêtre de dénonciation')
    const malgre = fenetre.getByRole('checkbox')
    if (await malgre.count()) await malgre.check()
    await fenetre.getByRole('button', { name: 'Dénoncer et préparer la lettre' }).click()
    await expect(mairie.getByText('En attente de réception')).toBeVisible()
    await visiter(direction, `/conventions/${reference}/dates`)
    await direction.getByRole('button', { name: /^Noter la réception/ }).click()
    await sansReproche(direction, 'fenêtre de réception')
    await fenetreDe(direction).getByLabel('Reçue le').fill(aujourdHui())
    await fenetreDe(direction).getByRole('button', { name: 'Enregistrer' }).click()
    const fin = dateEnLettres(finPreavis(aujourdHui(), 6))
    await expect(direction.getByText(`Dernier jour de la convention : ${fin} inclus.`)).toBeVisible()
    await sansReproche(direction, 'préavis en cours')
    await visiter(cms, `/conventions/${reference}`)
    await visiter(cms, `/conventions/${reference}/journal`)
  })
  for (const page of [direction, cms, mairie]) await page.context().close()
})

test('le conseil refuse : le texte revient à reprendre, avec son motif', async ({ browser }) => {
  test.setTimeout(180_000)
  const appels = [await contexteDe('direction'), await contexteDe('mairieFontenay')] as const
  const { reference } = await unTexteAccepte(base, ...appels, 'fontenay-aux-roses')
  for (const contexte of appels) await contexte.dispose()
  const mairie = await ouvrirPour(browser, 'mairieFontenay')
  await visiter(mairie, `/conventions/${reference}/vote`)
  await mairie.getByRole('button', { name: 'Soumettre au vote' }).click()
  await mairie.getByRole('button', { name: 'Enregistrer un refus' }).click()
  const fenetre = fenetreDe(mairie)
  await fenetre.getByLabel(/^Séance du/).fill(aujourdHui())
  await fenetre.getByRole('button', { name: 'Enregistrer le refus' }).click()
  await expect(fenetre).toBeVisible()
  expect((await marqueDe(reference)).etape, 'un refus se motive').toBe('EN_DELIBERATION')
  await sansReproche(mairie, 'refus sans motif')
  await fenetre.getByLabel('Motif').fill('Le conseil demande un délai plus court')
  await fenetre.getByRole('button', { name: 'Enregistrer le refus' }).click()
  await expect(mairie.getByText('À reprendre').first()).toBeVisible()
  await mairie.context().close()

  const direction = await ouvrirPour(browser, 'direction')
  await visiter(direction, `/conventions/${reference}`)
  await expect(direction.getByText('À reprendre').first()).toBeVisible()
  await visiter(direction, `/conventions/${reference}/journal`)
  await expect(direction.getByText('Le conseil demande un délai plus court').first()).toBeVisible()
  expect((await marqueDe(reference)).etape).toBe('A_REPRENDRE')
  await direction.context().close()
})
