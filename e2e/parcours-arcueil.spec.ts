import { expect as expectBrut, type Page, test } from '@playwright/test'
import JSZip from 'jszip'
import { lirePdf, type PdfLu } from '../tests/unitaire/documents/lire-pdf'
import { remplir } from './outils-redaction'

// Une machine chargée met plus de cinq secondes à enregistrer ou à ouvrir l'éditeur.
const expect = expectBrut.configure({ timeout: 20_000 })
const PHRASE = 'Les parties conviennent d’une réunion annuelle à Arcueil.'

async function seConnecter(page: Page): Promise<void> {
  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Choisir le compte de Direction des partenariats des HUPS' }).click()
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
}

test('la direction des HUPS prépare, complète, adapte et relit la convention d’Arcueil', async ({ page }) => {
  test.setTimeout(120_000)
  await seConnecter(page)

  await test.step('de la fiche du centre au brouillon', async () => {
    await page.goto('/cms/arcueil')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Arcueil')
    await page.getByRole('link', { name: 'Préparer une convention' }).click()
    await page.waitForURL(/\/conventions\/nouvelle\?cms=arcueil/)
    await page
      .getByRole('radio', { name: /convention.cadre|cadre de partenariat/i })
      .first()
      .check()
    await expect(page.getByRole('checkbox', { name: /Arcueil/ })).toBeChecked()
    await page.getByRole('button', { name: 'Créer le brouillon' }).click()
    await page.waitForURL(/\/conventions\/HUPS-ARC-\d{4}-\d{3,}\/rediger/)
  })
  const reference = /conventions\/([^/]+)\/rediger/.exec(page.url())?.[1] ?? ''
  const feuille = page.getByRole('region', { name: 'Aperçu du document' })
  const etat = page.getByRole('status').filter({ hasText: /enregistré|Enregistré/ })

  await test.step('le texte a pris forme des fiches', async () => {
    await expect(feuille).toContainText('d’Arcueil')
    await expect(feuille).toContainText('Article 1er')
    await expect(feuille).toContainText(/Assistance Publique/i)
    await expect(feuille).not.toContainText('{{')
  })

  await test.step('les valeurs manquantes se nomment et se remplissent une à une', async () => {
    const bouton = page.getByRole('button', { name: /valeurs? à compléter$/ })
    const total = Number.parseInt((await bouton.textContent()) ?? '0', 10)
    expect(total).toBeGreaterThan(0)
    await bouton.click()
    const marge = page.getByRole('region', { name: /valeurs? à compléter|Toutes les valeurs/ })
    for (let n = 1; n <= total; n++) {
      await remplir(marge.locator('[data-champ]'), page)
      await expect(marge.getByRole('listitem').filter({ hasText: 'Rempli' })).not.toHaveCount(n - 1)
      await marge.getByRole('button', { name: /^(Suivante|Terminer)$/ }).click()
    }
    await expect(page.getByText('Toutes les valeurs sont remplies').first()).toBeVisible()
    await expect(etat.first()).toContainText('Enregistré à')
    await expect(feuille).not.toContainText('[à compléter')
  })

  await test.step('un article s’adapte, et l’écart au modèle se voit', async () => {
    await page
      .getByRole('navigation', { name: 'Plan du texte' })
      .getByRole('button', { name: /^2\.1 / })
      .click()
    await page.getByRole('button', { name: 'Réécrire pour ce centre' }).click()
    await page.getByRole('textbox', { name: /^Texte/ }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(` ${PHRASE}`)
    await expect(feuille).toContainText(PHRASE)
    await expect(page.getByRole('button', { name: /^2\.1 .*Adapté/ })).toBeVisible()
    await expect(etat.first()).toContainText('Enregistré à')
    await page.reload()
    await expect(feuille).toContainText(PHRASE)
  })

  await test.step('le PDF se relit : titre, commune, articles, pages, projet', async () => {
    await expect(page.getByRole('link', { name: /^Voir le PDF/ })).toHaveAttribute(
      'href',
      `/api/conventions/${reference}/pdf`,
    )
    const reponse = await page.request.get(`/api/conventions/${reference}/pdf`)
    expect(reponse.status()).toBe(200)
    expect(reponse.headers()['content-type']).toBe('application/pdf')
    const pdf = await lirePdf(await reponse.body())
    const texte = texteDe(pdf)
    expect(pdf.pages.length).toBeGreaterThan(8)
    expect(String(pdf.info.Title)).toMatch(/convention/i)
    expect(pdf.langue).toMatch(/^fr/)
    for (const attendu of ['d’Arcueil', 'Article 1er', PHRASE, 'PROJET'])
      expect(texte).toContain(serrer(attendu))
    expect(texte).not.toContain(serrer('[à compléter'))
    expect(pdf.roles).toContain('H1')
  })

  await test.step('le Word se relit : titres en styles, rien à compléter', async () => {
    const telechargement = page.waitForEvent('download')
    await page.getByRole('button', { name: /^(Autres formats|Voir le document)/ }).click()
    await page.getByRole('menuitem', { name: 'Télécharger en Word' }).click()
    const fichier = await telechargement
    expect(fichier.suggestedFilename()).toBe(`${reference}.docx`)
    const reponse = await page.request.get(`/api/conventions/${reference}/docx`)
    const zip = await JSZip.loadAsync(Uint8Array.from(await reponse.body()))
    const lire = async (nom: string) => (await zip.file(nom)?.async('string')) ?? ''
    const document = await lire('word/document.xml')
    const texte = document.replace(/<[^>]+>/g, '').replace(/&apos;/g, '’')
    for (const attendu of ['Arcueil', 'Article 1er', PHRASE]) expect(texte).toContain(attendu)
    expect(texte).not.toContain('[à compléter')
    expect(document).toMatch(/<w:pStyle w:val="(Heading1|Titre1)"/)
    expect(await lire('word/styles.xml')).toMatch(/<w:style [^>]*w:styleId="(Heading1|Titre1)"/)
  })

  await test.step('la convention se retrouve par sa ville, à l’état de projet', async () => {
    await page.goto('/conventions?q=arcueil')
    await expect(page.getByText(reference).first()).toBeVisible()
    await page.goto(`/conventions/${reference}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Arcueil')
    await expect(page.getByText('Brouillon', { exact: true }).first()).toBeVisible()
  })
})

/** Ni espaces ni traits : un exposant, une ligne ou une césure coupent les mots d'un PDF. */
const serrer = (texte: string): string => texte.replace(/[\s\u00ad\u2010-]/g, '')
const texteDe = (pdf: PdfLu): string =>
  serrer(pdf.pages.flatMap((p) => p.textes.map((t) => t.texte)).join(' '))
