// `npm run bancs` : des rapports mesurés dans un même passage (jamais un test chronométré). Documents, listes et
// recherches à 1 000, 10 000 et 100 000 conventions de synthèse, poids des scripts par page.
// Usage : node scripts/bancs.mjs [avenants] [campagne] [demandes] [documents] [courses] [listes] [scripts] [tableaux]
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import JSZip from 'jszip'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { chronometrer, resumer } from '../tests/bancs/outils.mjs'
import { semer } from '../tests/bancs/tableaux.mjs'
import { demarrerBase } from './base.mjs'
import { construire, genererClient } from './construire.mjs'
import { direErreur, ErreurLancement } from './erreurs.mjs'
import { RACINE } from './postgres-embarque.mjs'

const TAILLES = [1_000, 10_000, 100_000]
const voulus = process.argv.slice(2)
const vouloir = (nom) => voulus.length === 0 || voulus.includes(nom)
const RESULTATS = path.join(RACINE, 'tests', 'bancs', 'resultats')

async function empaqueter(entree) {
  const outfile = path.join(RACINE, '.construit', `banc-${path.basename(entree, '.ts')}.mjs`)
  await build({
    entryPoints: [path.join(RACINE, entree)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
    tsconfig: path.join(RACINE, 'tsconfig.json'),
    alias: { 'server-only': path.join(RACINE, 'tests', 'fabriques', 'vide.ts') },
  })
  return outfile
}

function executer(fichier, args = [], env = {}) {
  return new Promise((resoudre, rejeter) => {
    const enfant = spawn(process.execPath, [fichier, ...args], {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: RACINE,
    })
    let sortie = ''
    enfant.stdout.setEncoding('utf8').on('data', (t) => {
      sortie += t
    })
    enfant.on('close', (code) =>
      code === 0
        ? resoudre(JSON.parse(sortie.trim().split('\n').at(-1)))
        : rejeter(new ErreurLancement(`${path.basename(fichier)} a échoué (code ${code}).`)),
    )
  })
}

async function bancAvenants() {
  console.log('\nAvenants (ms, à chaud)')
  const resultats = await executer(await empaqueter('tests/bancs/avenants.ts'))
  console.table(resultats)
  return resultats
}

async function bancDocuments() {
  console.log('\nDocuments (ms, à chaud, un ouvrier)')
  const resultats = await executer(await empaqueter('tests/bancs/documents.ts'), [
    path.join(RACINE, '.construit', 'ouvrier-pdf.mjs'),
  ])
  console.table(
    Object.fromEntries(
      Object.entries(resultats).map(([nom, r]) => [
        nom,
        {
          'PDF médiane': r.pdf.mediane,
          'PDF p95': r.pdf.p95,
          'DOCX médiane': r.docx.mediane,
          'DOCX p95': r.docx.p95,
          'gel maximal': r.gelMaximalPendantPdf,
        },
      ]),
    ),
  )
  return resultats
}

const secret = randomBytes(32).toString('base64url')

async function lancerApplication(dossier) {
  const port = String(await portLibre())
  const enfant = spawn(process.execPath, [path.join(RACINE, 'scripts', 'demarrer.mjs')], {
    cwd: RACINE,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: port,
      HOTE: '127.0.0.1',
      DOSSIER_DONNEES: dossier,
      DEMONSTRATION: 'comptes',
      DATABASE_URL: '',
      AUTH_URL: '',
      AUTH_SECRET: secret,
    },
  })
  await new Promise((resoudre, rejeter) => {
    enfant.stdout.setEncoding('utf8').on('data', (t) => t.includes('Ctrl-C') && resoudre())
    enfant.on('close', (code) =>
      rejeter(new ErreurLancement(`L’application du banc s’est arrêtée (code ${code}).`)),
    )
  })
  const arreter = () =>
    new Promise((fini) => {
      enfant.removeAllListeners('close')
      enfant.once('close', fini)
      enfant.kill('SIGTERM')
    })
  return { port: Number(port), arreter }
}

const portLibre = () =>
  new Promise((resoudre) => {
    const s = http.createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address()
      s.close(() => resoudre(port))
    })
  })

/** Session de la direction des HUPS, ouverte directement en base. */
async function ouvrirSession(client) {
  const sid = randomBytes(32).toString('base64url')
  await client.query(
    `INSERT INTO session (id, utilisateur_id, expire_le) SELECT $1, id, now() + interval '6 hours' FROM utilisateur
     WHERE courriel = 'partenariats.hups@demonstration.invalid'`,
    [createHash('sha256').update(sid).digest('hex')],
  )
  const nom = 'trait-d-union'
  return `${nom}=${await encode({ token: { sid }, secret, salt: nom })}`
}

/** GET brut, corps compressé tel qu'il voyage. */
function demander(port, adresse, temoin = '') {
  return new Promise((resoudre, rejeter) => {
    http
      .get(
        { host: '127.0.0.1', port, path: adresse, headers: { cookie: temoin, 'accept-encoding': 'gzip' } },
        (r) => {
          const morceaux = []
          r.on('data', (m) => morceaux.push(m))
          r.on('end', () =>
            resoudre({
              statut: r.statusCode,
              corps: Buffer.concat(morceaux),
              encodage: r.headers['content-encoding'],
            }),
          )
        },
      )
      .on('error', rejeter)
  })
}

async function lireHtml(port, adresse, temoin) {
  const { gunzipSync } = await import('node:zlib')
  const { statut, corps, encodage } = await demander(port, adresse, temoin)
  if (statut !== 200)
    throw new ErreurLancement(`${adresse} répond ${statut} : le banc ne mesure pas une page d’erreur.`)
  return (encodage === 'gzip' ? gunzipSync(corps) : corps).toString('utf8')
}

/** Conventions de synthèse, dites telles, réparties sur les centres des HUPS. */
async function synthetiser(client, total) {
  const dejaLa = (await client.query(`SELECT count(*)::int n FROM acte WHERE titre LIKE '[synthèse]%'`))
    .rows[0].n
  if (dejaLa >= total) return
  await client.query(
    `WITH g AS (SELECT id, parent_id FROM organisation WHERE code = 'hups'),
     c AS (SELECT ce.id AS centre, ge.id AS gestionnaire, co.nom, row_number() OVER (ORDER BY ce.code) - 1 AS i, count(*) OVER () AS n
           FROM organisation ce JOIN organisation ge ON ge.id = ce.parent_id JOIN commune co ON co.code_insee = ge.code_insee
           JOIN partenariat p ON p.centre_id = ce.id JOIN g ON g.id = p.groupe_id WHERE ce.nature = 'CENTRE'),
     s AS (SELECT x, gen_random_uuid() AS conv, gen_random_uuid() AS acte, c.* FROM generate_series($1::int, $2::int) x JOIN c ON c.i = x % c.n),
     ic AS (INSERT INTO convention (id, reference, groupe_id, modele_code)
            SELECT conv, 'HUPS-SYN-2000-' || lpad(x::text, 6, '0'), g.id, 'convention-cadre-partenariat' FROM s, g RETURNING 1),
     ia AS (INSERT INTO acte (id, convention_id, genre, etape, titre, groupe_id, organisations, date_signature, date_fin, recherche, tri, modifie_le)
            SELECT acte, conv, 'CONVENTION', (CASE WHEN x % 5 = 0 THEN 'BROUILLON' ELSE 'SIGNEE' END)::"Etape", '[synthèse] Convention-cadre de partenariat',
              g.id, ARRAY[gestionnaire, centre], date '2018-01-01' + (x % 3000), date '2021-01-01' + (x % 3000),
              'hups syn 2000 ' || lpad(x::text, 6, '0') || ' synthese convention cadre de partenariat commune ' || lower(unaccent_simple(nom)) || ' centre municipal de sante',
              lower(unaccent_simple(nom)), now() - (x || ' minutes')::interval FROM s, g RETURNING 1),
     ip AS (INSERT INTO partie (id, acte_id, role, rang, organisation_id, designation)
            SELECT gen_random_uuid(), acte, 'GESTIONNAIRE', 2, gestionnaire, '{}' FROM s RETURNING 1)
     INSERT INTO acte_centre (acte_id, organisation_id) SELECT acte, centre FROM s`,
    [dejaLa + 1, total],
  )
  await client.query('ANALYZE')
}

async function bancListes(application, urls, temoin) {
  const cas = await executer(await empaqueter('tests/bancs/listes.ts'))
  const proprietaire = new pg.Client(urls.urlProprietaire)
  const execution = new pg.Client(urls.urlExecution)
  await Promise.all([proprietaire.connect(), execution.connect()])
  await proprietaire.query(
    `CREATE OR REPLACE FUNCTION unaccent_simple(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT translate(t, 'àâäéèêëîïôöùûüçÀÂÉÈÊÎÔ’-', 'aaaeeeeiioouuucAAEEEIO  ') $$`,
  )
  const groupe = (await proprietaire.query(`SELECT id FROM organisation WHERE code = 'hups'`)).rows[0].id
  const nu = async ({ text, values }) => {
    await execution.query('BEGIN')
    await execution.query(
      `SELECT set_config('app.groupes', $1, true), set_config('app.organisations', '', true), set_config('app.sieges', '', true)`,
      [groupe],
    )
    await execution.query(text, values)
    await execution.query('COMMIT')
  }
  const resultats = {}
  for (const taille of TAILLES) {
    await synthetiser(proprietaire, taille)
    const lignes = {}
    for (const c of cas) {
      const sql = await chronometrer(() => nu(c))
      const page = await chronometrer(() => lireHtml(application.port, `/conventions?${c.adresse}`, temoin))
      lignes[c.nom] = { sql, page, rapport: Math.round((page.mediane / sql.mediane) * 10) / 10 }
    }
    resultats[taille] = lignes
    console.log(`\nListe et recherche, ${taille.toLocaleString('fr')} conventions de synthèse (ms)`)
    console.table(
      Object.fromEntries(
        Object.entries(lignes).map(([nom, l]) => [
          nom,
          {
            'SQL nu médiane': l.sql.mediane,
            'SQL nu p95': l.sql.p95,
            'page médiane': l.page.mediane,
            'page p95': l.page.p95,
            rapport: l.rapport,
          },
        ]),
      ),
    )
  }
  await Promise.all([proprietaire.end(), execution.end()])
  return resultats
}

const PAGES = [
  '/connexion',
  '/',
  '/conventions',
  '/conventions/nouvelle',
  '/cms',
  '/cms/arcueil',
  '/groupes/hups',
  '/bibliotheque',
  '/bibliotheque/convention-cadre-partenariat',
  '/accessibilite',
]
/** Pages d'un acte partagé, après `/conventions/<référence>`. */
const PAGES_DE_L_ACTE = [
  '',
  '/rediger',
  '/relecture',
  '/versions',
  '/versions/1',
  '/versions/comparer?de=modele&a=1',
  '/vote',
  '/signature',
  '/dates',
  '/journal',
]

/** Octets de script compressé qu'une page charge d'elle-même, et en combien de fichiers. */
async function poidsDesScripts(port, adresse, temoin) {
  const html = await lireHtml(port, adresse, temoin)
  const scripts = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((m) => m[1].replaceAll('&amp;', '&')),
  )
  let total = 0
  for (const s of scripts) total += (await demander(port, s)).corps.length
  return { octets: total, fichiers: scripts.size }
}

/** Une application Next vide, de la même version : ce que toute page coûte de toute façon. */
async function poidsDUnePageVide() {
  const dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'page-vide-'))
  fs.mkdirSync(path.join(dossier, 'app'))
  fs.symlinkSync(path.join(RACINE, 'node_modules'), path.join(dossier, 'node_modules'))
  fs.writeFileSync(path.join(dossier, 'package.json'), '{"name":"page-vide","private":true}')
  fs.writeFileSync(
    path.join(dossier, 'app/layout.js'),
    'export default ({ children }) => <html lang="fr"><body>{children}</body></html>',
  )
  fs.writeFileSync(path.join(dossier, 'app/page.js'), 'export default () => <p>Vide</p>')
  const next = path.join(RACINE, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NEXT_IGNORE_INCORRECT_LOCKFILE: '1' }
  try {
    await new Promise((ok, non) =>
      spawn(process.execPath, [next, 'build', '--webpack'], { cwd: dossier, env, stdio: 'ignore' }).on(
        'close',
        (c) => (c ? non(new ErreurLancement('La page vide ne se construit pas.')) : ok()),
      ),
    )
    const port = await portLibre()
    const serveur = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
      cwd: dossier,
      env,
      stdio: 'ignore',
    })
    try {
      for (let i = 0; i < 100; i++) {
        const pret = await demander(port, '/').then(
          (r) => r.statut === 200,
          () => false,
        )
        if (pret) return (await poidsDesScripts(port, '/')).octets
        await new Promise((r) => setTimeout(r, 200))
      }
      throw new ErreurLancement('La page vide ne répond pas.')
    } finally {
      serveur.kill('SIGTERM')
    }
  } finally {
    fs.rmSync(dossier, { recursive: true, force: true })
  }
}

async function bancScripts(application, temoin, urls) {
  const { reference } = await executer(await empaqueter('tests/bancs/acte-partage.ts'), [], {
    DATABASE_URL_EXECUTION: urls.urlExecution,
  })
  const vide = await poidsDUnePageVide()
  const ko = (n) => Math.round(n / 102.4) / 10
  const pages = {}
  const mesurerPage = async (nom, adresse) => {
    const qui = adresse === '/connexion' ? '' : temoin
    const { octets, fichiers } = await poidsDesScripts(application.port, adresse, qui)
    pages[nom] = { total: ko(octets), 'au-dessus de la page vide': ko(octets - vide), fichiers }
  }
  for (const adresse of PAGES) await mesurerPage(adresse, adresse)
  for (const suite of PAGES_DE_L_ACTE)
    await mesurerPage(`…${suite || ' (acte)'}`, `/conventions/${reference}${suite}`)
  console.log(`\nScripts compressés par page (Kio) ; une page vide du même Next : ${ko(vide)}`)
  console.table(pages)
  return { pageVide: ko(vide), pages }
}

const CENTRES = Number(process.env.CENTRES || 100)

/** Durées de la liste des conventions, page après page, tant que la tâche n'est pas finie. */
async function listePendant(client, tacheId, port, temoin) {
  const debut = performance.now()
  const durees = []
  for (;;) {
    const t = performance.now()
    await lireHtml(port, '/conventions', temoin)
    durees.push(performance.now() - t)
    const { rows } = await client.query('SELECT etat::text, fichier_id, erreur FROM tache WHERE id = $1', [
      tacheId,
    ])
    const { etat, fichier_id: fichierId, erreur } = rows[0]
    if (etat === 'ECHOUEE') throw new ErreurLancement(`La tâche du banc a échoué : ${erreur}`)
    if (etat === 'FAITE')
      return { secondes: Math.round((performance.now() - debut) / 1000), fichierId, liste: resumer(durees) }
  }
}

/** Cent avenants préparés, puis leurs cent PDF en archive, pendant que l'on feuillette la liste. */
async function bancDemandes(urls) {
  console.log('\nImport de 100 000 demandes')
  const env = { DATABASE_URL_EXECUTION: urls.urlExecution, DATABASE_URL_PROPRIETAIRE: urls.urlProprietaire }
  const resultats = await executer(await empaqueter('tests/bancs/demandes.ts'), [], env)
  console.dir(resultats)
  return resultats
}

async function bancCampagne(application, urls, temoin, client) {
  console.log(`\nCampagne de ${CENTRES} centres`)
  const script = await empaqueter('tests/bancs/campagne.ts')
  const env = { DATABASE_URL_EXECUTION: urls.urlExecution }
  const repos = await chronometrer(() => lireHtml(application.port, '/conventions', temoin))
  const { campagneId, tacheId, reference } = await executer(script, ['ouvrir', String(CENTRES)], env)
  const preparation = await listePendant(client, tacheId, application.port, temoin)
  const apercu = await chronometrer(
    () => lireHtml(application.port, `/campagnes/nouvelle?avenant=${reference}`, temoin),
    { n: 5, chauffe: 1 },
  )
  const tableau = await chronometrer(() => lireHtml(application.port, `/campagnes/${campagneId}`, temoin))
  const archive = await executer(script, ['archive', campagneId], env)
  const documents = await listePendant(client, archive.tacheId, application.port, temoin)
  const { rows } = await client.query('SELECT contenu FROM fichier WHERE id = $1', [documents.fichierId])
  const noms = Object.keys((await JSZip.loadAsync(rows[0].contenu)).files).filter((n) => n.endsWith('.pdf'))
  // L'avenant d'origine s'ajoute aux centres à qui l'on propose.
  if (noms.length !== CENTRES + 1)
    throw new ErreurLancement(`${noms.length} PDF dans l’archive, ${CENTRES + 1} attendus.`)
  const resultats = {
    'avenants préparés (s)': preparation.secondes,
    'PDF en archive': noms.length,
    'PDF fabriqués (s)': documents.secondes,
    'poids de l’archive (Mio)': Math.round(rows[0].contenu.length / 104857.6) / 10,
    'liste au repos (ms)': repos,
    'liste pendant la préparation (ms)': preparation.liste,
    'liste pendant les PDF (ms)': documents.liste,
    'aperçu de tous les centres (ms)': apercu,
    'tableau de bord (ms)': tableau,
  }
  console.table(resultats)
  return resultats
}

const TOURS = Number(process.env.TOURS || 1_000)

/** Mille tours de deux gestes simultanés : les mêmes essais que `npm test`, joués longtemps. */
async function bancCourses() {
  console.log(`\nCourses de deux gestes simultanés, ${TOURS} tours chacune`)
  const debut = performance.now()
  const code = await new Promise((resoudre) => {
    const vitest = path.join(RACINE, 'node_modules', 'vitest', 'vitest.mjs')
    const essais = ['run', '--project', 'integration', 'tests/integration/courses']
    spawn(process.execPath, [vitest, ...essais], {
      cwd: RACINE,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DATABASE_URL: '', DATABASE_URL_EXECUTION: '', TOURS: String(TOURS) },
    }).on('close', resoudre)
  })
  if (code !== 0) throw new ErreurLancement('Une course a perdu quelque chose : voir les lignes ci-dessus.')
  return { tours: TOURS, secondes: Math.round((performance.now() - debut) / 1000), perdu: 0 }
}

/** Chaque tableau, sur 120 000 mesures, contre le SQL nu des mêmes agrégats, sous le rôle et le périmètre de l'application. */
async function bancTableaux(application, urls, temoin, client) {
  const mesures = await semer(client, { centres: 200, engagements: 30, trimestres: 20 })
  const groupe = (await client.query(`SELECT id FROM organisation WHERE code = 'hups'`)).rows[0].id
  const cas = await executer(await empaqueter('tests/bancs/tableaux-sql.ts'), [groupe])
  const execution = new pg.Client(urls.urlExecution)
  await execution.connect()
  const nu = async (requetes) => {
    await execution.query('BEGIN')
    await execution.query(
      `SELECT set_config('app.groupes', $1, true), set_config('app.organisations', '', true), set_config('app.sieges', '', true)`,
      [groupe],
    )
    for (const { text, values } of requetes) await execution.query(text, values)
    await execution.query('COMMIT')
  }
  const lignes = {}
  for (const { nom, adresse, requetes } of cas) {
    const sql = await chronometrer(() => nu(requetes))
    const page = await chronometrer(() => lireHtml(application.port, adresse, temoin))
    lignes[nom] = { sql, page, rapport: Math.round((page.mediane / sql.mediane) * 10) / 10 }
  }
  await execution.end()
  console.log(`\nTableaux de bord, ${mesures.toLocaleString('fr')} mesures de synthèse (ms)`)
  console.table(
    Object.fromEntries(
      Object.entries(lignes).map(([nom, l]) => [
        nom,
        {
          'SQL nu médiane': l.sql.mediane,
          'page médiane': l.page.mediane,
          'page p95': l.page.p95,
          rapport: l.rapport,
        },
      ]),
    ),
  )
  return { mesures, lignes }
}

async function mesurer() {
  const application = ['campagne', 'demandes', 'listes', 'scripts', 'tableaux'].some(vouloir)
  if (vouloir('documents') || application) await construire({ next: true })
  else await genererClient()
  const resultats = {
    le: new Date().toISOString(),
    machine: { node: process.version, coeurs: os.cpus().length, processeur: os.cpus()[0]?.model },
  }
  if (vouloir('avenants')) resultats.avenants = await bancAvenants()
  if (vouloir('documents')) resultats.documents = await bancDocuments()
  if (vouloir('courses')) resultats.courses = await bancCourses()
  if (application) {
    const dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'trait-union-bancs-'))
    const lancee = await lancerApplication(dossier)
    const urls = await demarrerBase({ dossier })
    const client = new pg.Client(urls.urlProprietaire)
    try {
      await client.connect()
      const temoin = await ouvrirSession(client)
      if (vouloir('campagne')) resultats.campagne = await bancCampagne(lancee, urls, temoin, client)
      if (vouloir('demandes')) resultats.demandes = await bancDemandes(urls)
      if (vouloir('scripts')) resultats.scripts = await bancScripts(lancee, temoin, urls)
      if (vouloir('tableaux')) resultats.tableaux = await bancTableaux(lancee, urls, temoin, client)
      if (vouloir('listes')) resultats.listes = await bancListes(lancee, urls, temoin)
    } finally {
      await client.end()
      await lancee.arreter()
      await urls.arreter()
      fs.rmSync(dossier, { recursive: true, force: true })
    }
  }
  fs.mkdirSync(RESULTATS, { recursive: true })
  const fichier = path.join(RESULTATS, `${resultats.le.slice(0, 16).replace(/[:T]/g, '-')}.json`)
  fs.writeFileSync(fichier, `${JSON.stringify(resultats, null, 2)}\n`)
  console.log(`\nRésultats : ${path.relative(RACINE, fichier)}`)
}

try {
  await mesurer()
} catch (erreur) {
  direErreur(erreur)
  process.exitCode = 1
}
