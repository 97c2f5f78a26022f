import fs from 'node:fs'
import { type Browser, type BrowserContext, test } from '@playwright/test'
import { appeler } from './aides/actions'
import { ouvrirBase } from './aides/base'
import { contexteDe, sessionDe } from './aides/sessions'

const ETAT = '/tmp/regard/etat.json'
const CAP = '/tmp/regard/cap'
const ACTE = 'app/(connecte)/conventions/[reference]/actions.ts'
const REL = 'app/(connecte)/conventions/[reference]/relecture/actions.ts'
const lire = () => JSON.parse(fs.readFileSync(ETAT, 'utf8'))
const un = async (sql: string, ...v: unknown[]) => {
  const b = await ouvrirBase()
  try {
    return (await b.query(sql, v)).rows[0]?.v
  } finally {
    await b.end()
  }
}
const MODES = { clair: [1360, 900, 'light'], tel: [320, 700, 'light'], sombre: [1360, 900, 'dark'] } as const
async function photos(
  browser: Browser,
  liste: [string, string, string][],
  modes: (keyof typeof MODES)[] = ['clair', 'tel', 'sombre'],
) {
  const roles = [...new Set(liste.map((l) => l[0]))]
  for (const role of roles)
    for (const mode of modes) {
      const [w, h, scheme] = MODES[mode]
      const c = await browser.newContext({
        storageState: role === 'public' ? undefined : await sessionDe(role as never),
        viewport: { width: w, height: h },
        colorScheme: scheme,
      })
      const p = await c.newPage()
      p.on('pageerror', (e) => console.log('PAGEERROR', e.message))
      p.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', p.url(), m.text().slice(0, 300)))
      for (const [, adresse, nom] of liste.filter((l) => l[0] === role)) {
        await p.goto(adresse)
        await p.waitForTimeout(500)
        const l = await p.evaluate(() => document.documentElement.scrollWidth)
        if (l > w) console.log('DEBORDE', mode, adresse, l)
        await p.screenshot({
          path: `${CAP}/${nom}-${role}-${mode}.png`,
          fullPage: true,
          clip: {
            x: 0,
            y: 0,
            width: w,
            height: Math.min(
              mode === 'tel' ? 3600 : 2300,
              await p.evaluate(() => document.documentElement.scrollHeight),
            ),
          },
        })
      }
      await c.close()
    }
}
const PARAMS: Record<string, unknown> = {
  institution_siege: { genre: 'texte', texte: '55, boulevard Diderot, 75012 Paris' },
  sites_concernes: { genre: 'liste', elements: ['Bicêtre', 'Paul-Brousse'] },
  communes_du_territoire: { genre: 'liste', elements: ['Arcueil', 'Gentilly'] },
  date_effet: { genre: 'date', date: '2026-12-15' },
  delegation_maire: { genre: 'texte', texte: 'arrêté du 4 septembre 2026' },
  delegation_hopital: { genre: 'texte', texte: 'arrêté directorial du 2 janvier 2026' },
  lieu_signature: { genre: 'texte', texte: 'Arcueil' },
}
test('1 brouillon', async ({ browser }) => {
  test.setTimeout(240_000)
  const d = await contexteDe('direction')
  const { references } = await appeler<{ references: string[] }>(
    d,
    'app/(connecte)/conventions/actions.ts#creer',
    {
      modeleVersionId: await un(
        `SELECT id AS v FROM modele_version WHERE modele_code = 'convention-cadre-partenariat' AND retiree_le IS NULL LIMIT 1`,
      ),
      groupeId: await un(`SELECT id AS v FROM organisation WHERE code = 'hups'`),
      centreIds: [await un(`SELECT id AS v FROM organisation WHERE code = 'arcueil'`)],
    },
  )
  const r = references[0] ?? ''
  const acteId = await un(
    `SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1`,
    r,
  )
  fs.writeFileSync(ETAT, JSON.stringify({ r, acteId }))
  await photos(
    browser,
    [
      ['direction', `/conventions/${r}`, '01-brouillon'],
      ['direction', `/conventions/${r}/journal`, '01-journal'],
    ],
    ['clair', 'tel'],
  )
  const b = await ouvrirBase()
  for (const [cle, v] of Object.entries(PARAMS))
    await b.query(
      `INSERT INTO parametre (convention_id, cle, valeur) SELECT convention_id, $2, $3 FROM acte WHERE id=$1 ON CONFLICT (convention_id, cle) DO UPDATE SET valeur = EXCLUDED.valeur`,
      [acteId, cle, JSON.stringify(v)],
    )
  await b.end()
})
test('2 partage et relecture', async ({ browser }) => {
  test.setTimeout(300_000)
  const { r, acteId } = lire()
  const c = await browser.newContext({
    storageState: await sessionDe('direction'),
    viewport: { width: 1360, height: 900 },
  })
  const p = await c.newPage()
  await p.goto(`/conventions/${r}`)
  await p.getByRole('button', { name: /^Partager avec/ }).click()
  await p.waitForTimeout(600)
  await p.screenshot({ path: `${CAP}/02-dialogue-partage.png` })
  await p.getByRole('alertdialog').getByRole('button', { name: 'Partager le texte' }).click()
  await p.getByText('En relecture').first().waitFor({ timeout: 30000 })
  await c.close()
  const versionId = await un('SELECT id AS v FROM version_acte WHERE acte_id = $1', acteId)
  const unite = await un(
    `SELECT u.id AS v FROM unite u WHERE acte_id = $1 AND genre='article' ORDER BY rang LIMIT 1`,
    acteId,
  )
  const i = await contexteDe('cmsArcueil')
  await appeler(i, `${ACTE}#inviterPersonne`, {
    acteId,
    versionId,
    nom: 'Personne conviée',
    courriel: 'convive@ville.test',
    fonction: '',
    mot: '',
    message: '',
  }).catch((e) => console.log('INV', String(e).slice(0, 600)))
  console.log('unite', unite)
})
test('3 relecture', async ({ browser }) => {
  test.setTimeout(300_000)
  const { r } = lire()
  const c = await browser.newContext({
    storageState: await sessionDe('cmsArcueil'),
    viewport: { width: 1360, height: 900 },
  })
  const p = await c.newPage()
  await p.goto(`/conventions/${r}/relecture`)
  await p
    .getByRole('navigation', { name: 'Plan' })
    .getByRole('button', { name: /^Article 1er/ })
    .click()
  await p.getByRole('button', { name: 'Écrire une remarque' }).click()
  await p.waitForTimeout(300)
  await p.screenshot({ path: `${CAP}/03-remarque-saisie.png` })
  await p.getByLabel('Votre remarque').fill('La liste des spécialités pourrait inclure la cardiologie.')
  await p.getByRole('button', { name: /^Envoyer la remarque/ }).click()
  await p.waitForTimeout(1500)
  await p.getByRole('button', { name: /^Proposer un autre texte/ }).click()
  await p.waitForTimeout(1500)
  await p.screenshot({ path: `${CAP}/03-proposition.png` })
  const ed = p.getByRole('textbox', { name: /^Texte :/ })
  if (!(await ed.isVisible())) await p.locator('details[open] li button').first().click()
  await ed.press('Control+End')
  await p.keyboard.type(' Le centre désigne un correspondant unique.')
  await p.waitForTimeout(800)
  await p.screenshot({ path: `${CAP}/03-proposition2.png` })
  await p.getByRole('button', { name: /^Envoyer la contre-proposition/ }).click()
  await p.waitForTimeout(2000)
  await p.screenshot({ path: `${CAP}/03-apres.png` })
  await c.close()
})
test('3b photos relecture', async ({ browser }) => {
  test.setTimeout(400_000)
  const { r, acteId } = lire()
  const C = `/conventions/${r}`
  const jeton = await un(
    `SELECT donnees->>'jeton' AS v FROM courriel WHERE acte_id = $1 AND gabarit = 'invitation' ORDER BY id DESC LIMIT 1`,
    acteId,
  )
  await photos(browser, [
    ['direction', '/', '03-accueil'],
    ['direction', `${C}/relecture`, '03-relecture'],
    ['direction', C, '03-texte'],
    ['direction', `${C}?vue=informations`, '03-infos'],
    ['direction', `${C}/versions`, '03-versions'],
    ['direction', `${C}/vote`, '03-vote'],
    ['direction', `${C}/journal`, '03-journal'],
    ['cmsArcueil', '/', '03-accueil'],
    ['cmsArcueil', C, '03-texte'],
    ['cmsArcueil', `${C}/relecture`, '03-relecture'],
    ['cmsArcueil', `${C}/vote`, '03-vote'],
    ['mairieArcueil', '/', '03-accueil'],
    ['mairieArcueil', C, '03-texte'],
    ['juridique', '/', '03-accueil'],
    ['administration', '/administration/courriels', '03-courriels'],
    ...(jeton ? ([['public', `/invitation/${jeton}`, '03-invitation']] as [string, string, string][]) : []),
  ])
})
test('4 accords', async ({ browser }) => {
  test.setTimeout(400_000)
  const { r, acteId } = lire()
  const C = `/conventions/${r}`
  const d = await contexteDe('direction'),
    i = await contexteDe('cmsArcueil'),
    m = await contexteDe('mairieArcueil')
  const b = await ouvrirBase()
  for (const rem of (
    await b.query('SELECT id, version, proposition IS NOT NULL AS cp FROM remarque WHERE acte_id=$1', [
      acteId,
    ])
  ).rows) {
    if (rem.cp)
      await appeler(d, `${REL}#retenirProposition`, {
        remarqueId: rem.id,
        version: rem.version,
        indices: null,
      }).catch((e) => console.log(String(e).slice(0, 500)))
    else
      await appeler(d, `${REL}#decider`, {
        remarqueId: rem.id,
        version: rem.version,
        decision: 'DECLINEE',
        motif: 'La cardiologie fera l’objet d’un avenant.',
      }).catch((e) => console.log(String(e).slice(0, 500)))
  }
  await appeler(i, `${ACTE}#inviterPersonne`, {
    acteId,
    nom: 'Personne conviée',
    qualite: 'conseillère municipale',
    courriel: 'convive@ville.test',
    message: '',
  }).catch((e) => console.log(String(e).slice(0, 500)))
  const v = async () => Number(await un('SELECT version AS v FROM acte WHERE id=$1', acteId))
  await photos(
    browser,
    [
      ['direction', C, '04-repris'],
      ['cmsArcueil', `${C}/relecture`, '04-repris'],
    ],
    ['clair', 'tel'],
  )
  console.log('etape', await un('SELECT etape AS v FROM acte WHERE id=$1', acteId))
  await b.query(
    `UPDATE signataire s SET prenom = 'Prénom', nom = 'NOM' FROM partie p WHERE s.partie_id = p.id AND p.acte_id = $1`,
    [acteId],
  )
  await appeler(d, `${ACTE}#partager`, {
    acteId,
    version: await v(),
    texte: 'Contre-proposition reprise.',
  }).catch((e) => console.log(String(e).slice(0, 500)))
  const versionId = await un(
    'SELECT id AS v FROM version_acte WHERE acte_id = $1 ORDER BY numero DESC LIMIT 1',
    acteId,
  )
  const jeton = await un(
    `SELECT donnees->>'jeton' AS v FROM courriel WHERE acte_id = $1 AND gabarit = 'invitation' ORDER BY id DESC LIMIT 1`,
    acteId,
  )
  await photos(browser, [
    ['public', `/invitation/${jeton}`, '04-invitation'],
    ['cmsArcueil', '/', '04-accueil'],
    ['cmsArcueil', C, '04-texte'],
    ['cmsArcueil', `${C}/relecture`, '04-relecture'],
    ['direction', `${C}/versions`, '04-versions'],
    ['direction', `${C}/versions/comparer?de=1&a=2`, '04-comparer'],
    ['direction', `${C}/versions/1`, '04-version1'],
    ['mairieArcueil', C, '04-texte'],
    ['direction', `${C}?vue=informations`, '04-infos'],
  ])
  for (const x of [i, m]) {
    await appeler(x, `${ACTE}#demanderCodeDAccord`, { acteId, versionId }).catch((e) =>
      console.log(String(e).slice(0, 300)),
    )
    const code = await un(
      `SELECT donnees->>'code' AS v FROM courriel WHERE acte_id = $1 AND gabarit = 'code-accord' ORDER BY id DESC LIMIT 1`,
      acteId,
    )
    await appeler(x, `${ACTE}#accepterTout`, { acteId, versionId, code }).catch((e) =>
      console.log(String(e).slice(0, 300)),
    )
    console.log('etape', await un('SELECT etape AS v FROM acte WHERE id=$1', acteId))
  }
  await b.end()
})
test('4b photos accepté', async ({ browser }) => {
  test.setTimeout(400_000)
  const { r } = lire()
  const C = `/conventions/${r}`
  await photos(browser, [
    ['direction', '/', '05-accueil'],
    ['direction', C, '05-texte'],
    ['direction', `${C}/vote`, '05-vote'],
    ['direction', `${C}/signature`, '05-signature'],
    ['direction', `${C}/relecture`, '05-relecture'],
    ['juridique', '/', '05-accueil'],
    ['juridique', C, '05-texte'],
    ['juridique', `${C}/vote`, '05-vote'],
    ['mairieArcueil', '/', '05-accueil'],
    ['mairieArcueil', `${C}/vote`, '05-vote'],
    ['mairieArcueil', `${C}/signature`, '05-signature'],
    ['administration', '/administration/courriels', '05-courriels'],
  ])
})
test('4c accords', async ({ browser }) => {
  test.setTimeout(400_000)
  const { r, acteId } = lire()
  const d = await contexteDe('direction'),
    i = await contexteDe('cmsArcueil'),
    m = await contexteDe('mairieArcueil')
  const b = await ouvrirBase()
  const v = async () => Number(await un('SELECT version AS v FROM acte WHERE id=$1', acteId))
  const rem = (
    await b.query(`SELECT id, version FROM remarque WHERE acte_id=$1 AND etat='OUVERTE'`, [acteId])
  ).rows[0]
  if (rem)
    await appeler(d, `${REL}#decider`, {
      remarqueId: rem.id,
      version: rem.version,
      decision: 'decliner',
      motif: 'La cardiologie fera l’objet d’un avenant.',
    }).catch((e) => console.log(String(e).slice(0, 500)))
  await appeler(d, `${ACTE}#reprendreTexte`, {
    acteId,
    version: await v(),
    texte: 'Noms des représentants à compléter',
  }).catch((e) => console.log(String(e).slice(0, 500)))
  for (const cle of ['institution_representant', 'gestionnaire_representant'])
    await b.query(
      `INSERT INTO parametre (convention_id, cle, valeur) SELECT convention_id, $2, $3 FROM acte WHERE id=$1 ON CONFLICT (convention_id, cle) DO UPDATE SET valeur = EXCLUDED.valeur`,
      [
        acteId,
        cle,
        JSON.stringify({
          genre: 'personne',
          civilite: 'MME',
          prenom: 'Prénom',
          nom: 'NOM',
          fonction: cle.startsWith('inst')
            ? { masculin: 'Directeur général', feminin: 'Directrice générale' }
            : { masculin: 'Maire', feminin: 'Maire' },
        }),
      ],
    )
  await appeler(d, `${ACTE}#partager`, { acteId, version: await v(), texte: 'Représentants nommés.' }).catch(
    (e) => console.log(String(e).slice(0, 500)),
  )
  const versionId = await un(
    'SELECT id AS v FROM version_acte WHERE acte_id = $1 ORDER BY numero DESC LIMIT 1',
    acteId,
  )
  for (const x of [i, m]) {
    await appeler(x, `${ACTE}#demanderCodeDAccord`, { acteId, versionId }).catch((e) =>
      console.log(String(e).slice(0, 300)),
    )
    const code = await un(
      `SELECT donnees->>'code' AS v FROM courriel WHERE acte_id = $1 AND gabarit = 'code-accord' ORDER BY id DESC LIMIT 1`,
      acteId,
    )
    await appeler(x, `${ACTE}#accepterTout`, { acteId, versionId, code }).catch((e) =>
      console.log(String(e).slice(0, 300)),
    )
    console.log('etape', await un('SELECT etape AS v FROM acte WHERE id=$1', acteId))
  }
  await b.end()
})
const VOTE = 'app/(connecte)/conventions/[reference]/vote/actions.ts'
test('5 avis et vote', async ({ browser }) => {
  test.setTimeout(400_000)
  const { r, acteId } = lire()
  const C = `/conventions/${r}`
  await photos(
    browser,
    [
      ['direction', '/', '05-accueil'],
      ['direction', C, '05-texte'],
      ['direction', `${C}/vote`, '05-vote'],
      ['direction', `${C}/signature`, '05-signature'],
      ['juridique', '/', '05-accueil'],
      ['juridique', `${C}/vote`, '05-vote'],
      ['mairieArcueil', '/', '05-accueil'],
      ['mairieArcueil', `${C}/vote`, '05-vote'],
      ['mairieArcueil', `${C}/signature`, '05-signature'],
    ],
    ['clair', 'tel'],
  )
  const dernierCode = () =>
    un(
      `SELECT donnees->>'code' AS v FROM courriel WHERE acte_id = $1 AND gabarit = 'code-accord' ORDER BY id DESC LIMIT 1`,
      acteId,
    )
  const pageDe = async (role: string) => {
    const c = await browser.newContext({
      storageState: await sessionDe(role as never),
      viewport: { width: 1360, height: 900 },
    })
    const p = await c.newPage()
    await p.goto(`${C}/vote`)
    return { c, p }
  }
  {
    const { c, p } = await pageDe('juridique')
    await p.getByRole('button', { name: 'Avis défavorable' }).click()
    await p.waitForTimeout(400)
    await p.screenshot({ path: `${CAP}/06-avis-def.png` })
    await p.getByLabel(/^Motif/).fill('L’article sur la responsabilité mérite une précision.')
    await p.getByRole('button', { name: 'Enregistrer l’avis défavorable' }).click()
    await p.getByText('Défavorable', { exact: true }).waitFor()
    await c.close()
  }
  {
    const { c, p } = await pageDe('cme')
    await p.getByRole('button', { name: 'Avis favorable' }).click()
    await p.waitForTimeout(400)
    await p.screenshot({ path: `${CAP}/06-avis-fav.png` })
    await p.getByRole('button', { name: 'Recevoir le code' }).click()
    await p.getByText(/^Code envoyé à/).waitFor()
    await p.getByLabel(/^Code à six chiffres/).fill(await dernierCode())
    await p.getByRole('button', { name: 'Confirmer' }).click()
    await p.getByText('Favorable', { exact: true }).waitFor()
    await c.close()
  }
  {
    const { c, p } = await pageDe('mairieArcueil')
    await p.getByRole('button', { name: 'Inscrire une séance' }).click()
    await p.getByLabel(/^Séance du/).fill('2026-12-10')
    await p.getByLabel(/^Dossiers à déposer avant/).fill('2026-11-27')
    await p.waitForTimeout(300)
    await p.screenshot({ path: `${CAP}/06-seance.png` })
    await p.getByRole('button', { name: 'Inscrire', exact: true }).click()
    await p.getByText(/^Prochaine séance possible/).waitFor()
    await p.screenshot({ path: `${CAP}/06-mairie-seance.png`, fullPage: true })
    await p.getByRole('button', { name: 'Soumettre au vote' }).click()
    await p.getByRole('button', { name: 'Inscrire la délibération' }).waitFor()
    await p.getByRole('button', { name: 'Préparer le dossier en Word' }).click()
    const lien = p.getByRole('link', { name: 'Télécharger le dossier' })
    await lien.waitFor({ timeout: 60000 })
    fs.writeFileSync(
      '/tmp/regard/dossier.zip',
      await (await p.request.get((await lien.getAttribute('href')) ?? '')).body(),
    )
    await p.getByRole('button', { name: 'Inscrire la délibération' }).click()
    await p.getByLabel(/^Séance du/).fill('2026-11-05')
    await p.waitForTimeout(400)
    await p.screenshot({ path: `${CAP}/06-delib.png` })
    await p.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await p.getByRole('button', { name: 'Compléter la délibération' }).waitFor()
    await p.screenshot({ path: `${CAP}/06-mairie-votee.png`, fullPage: true })
    await p.getByRole('button', { name: 'Compléter la délibération' }).click()
    await p.getByLabel(/^Numéro/).fill('2026-7')
    await p.getByLabel(/^Transmise au représentant/).fill('2026-11-09')
    await p.getByLabel(/^Publiée le/).fill('2026-11-10')
    await p.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await p.waitForTimeout(1500)
    await c.close()
  }
  await photos(
    browser,
    [
      ['direction', '/', '07-accueil'],
      ['direction', C, '07-texte'],
      ['direction', `${C}/vote`, '07-vote'],
      ['direction', `${C}/signature`, '07-signature'],
      ['mairieArcueil', `${C}/vote`, '07-vote'],
      ['direction', `${C}/journal`, '07-journal'],
    ],
    ['clair', 'tel', 'sombre'],
  )
})
test('6 envoi', async ({ browser }) => {
  test.setTimeout(200_000)
  const { r } = lire()
  const C = `/conventions/${r}`
  const c = await browser.newContext({
    storageState: await sessionDe('direction'),
    viewport: { width: 1360, height: 900 },
  })
  const p = await c.newPage()
  await p.goto(`${C}/signature`)
  await p.screenshot({ path: `${CAP}/08-avant.png`, fullPage: true })
  await p
    .getByRole('button', { name: /^Envoyer à la signature/ })
    .first()
    .click()
  await p.waitForTimeout(500)
  await p.screenshot({ path: `${CAP}/08-dialogue.png` })
  await p
    .getByRole('alertdialog')
    .getByRole('button', { name: /^(Figer|Envoyer)/ })
    .last()
    .click()
  await p.waitForTimeout(1500)
  await p.screenshot({ path: `${CAP}/08-encours.png` })
  await p
    .getByRole('heading', { name: /document à signer/i })
    .first()
    .waitFor({ timeout: 90000 })
    .catch((e) => console.log(String(e).slice(0, 200)))
  await p.waitForTimeout(3000)
  await p.screenshot({ path: `${CAP}/08-fige.png`, fullPage: true })
  for (const a of await p.locator('a[href*="/api/"]').all()) {
    const h = await a.getAttribute('href')
    console.log(await a.innerText(), h)
    const res = await p.request.get(h ?? '')
    fs.writeFileSync(
      `/tmp/regard/doc-${(await a.innerText()).replace(/\W+/g, '_').slice(0, 30)}.bin`,
      await res.body(),
    )
    console.log(res.status(), res.headers()['content-type'])
  }
  await c.close()
})
