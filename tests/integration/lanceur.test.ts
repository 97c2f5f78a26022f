import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arreterBase, demarrerBase, detecterBase } from '../../scripts/base.mjs'
import { preparerBaseExterne, verifierVersion } from '../../scripts/base-externe.mjs'
import { accorderDroits, migrer } from '../../scripts/migrer.mjs'
import { verifierRoleExecution } from '../../scripts/roles.mjs'
import { type BaseDeTest, basePourTests } from '../fabriques/base-de-test'

const RACINE = fileURLToPath(new URL('../..', import.meta.url))
const SECRET = 'q7Zt0vN2mXc8Lb5RkYw1Ha9GdPs4EfUj6'
const temporaire = () => fs.mkdtempSync(path.join(os.tmpdir(), 'trait-union-lanceur-'))

async function requete(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function lancer(env: Record<string, string>) {
  const neutre = {
    DATABASE_URL: '',
    DATABASE_URL_EXECUTION: '',
    AUTH_SECRET: '',
    DEMONSTRATION: '',
    TRACE: '',
  }
  const r = spawnSync(process.execPath, ['scripts/demarrer.mjs'], {
    cwd: RACINE,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, ...neutre, ...env },
  })
  return { code: r.status, phrase: r.stderr.trim() }
}

async function portOccupe() {
  const serveur = net.createServer()
  await new Promise<void>((r) => serveur.listen(0, '127.0.0.1', r))
  return { port: String((serveur.address() as AddressInfo).port), fermer: () => serveur.close() }
}

describe('la base embarquée', () => {
  const dossier = temporaire()
  afterAll(async () => {
    await arreterBase({ dossier })
    fs.rmSync(dossier, { recursive: true, force: true })
  })

  it('garde ses données d’un départ à l’autre', async () => {
    const premiere = await demarrerBase({ dossier, rapide: true })
    await requete(
      premiere.urlProprietaire,
      `CREATE TABLE essai (mot text); INSERT INTO essai VALUES ('écho')`,
    )
    await premiere.arreter()
    expect(await detecterBase({ dossier })).toMatchObject({ enMarche: false })
    const seconde = await demarrerBase({ dossier, rapide: true })
    expect(await requete(seconde.urlProprietaire, 'SELECT mot FROM essai')).toEqual([{ mot: 'écho' }])
    await seconde.arreter()
  })

  it('reste en marche tant que quelqu’un s’en sert', async () => {
    const premiere = await demarrerBase({ dossier, rapide: true })
    const seconde = await demarrerBase({ dossier, rapide: true })
    await premiere.arreter()
    expect(await detecterBase({ dossier })).toMatchObject({ enMarche: true })
    await seconde.arreter()
    expect(await detecterBase({ dossier })).toMatchObject({ enMarche: false })
  })

  it('refuse une seconde application sur le même dossier, mais pas une sauvegarde', async () => {
    const application = await demarrerBase({ dossier, rapide: true, application: true })
    await expect(demarrerBase({ dossier, rapide: true, application: true })).rejects.toThrow(/tourne déjà/)
    const sauvegarde = await demarrerBase({ dossier, rapide: true })
    await sauvegarde.arreter()
    await application.arreter()
  })

  it('se rétablit quand le lanceur et le serveur ont été tués', async () => {
    const module_ = JSON.stringify(path.join(RACINE, 'scripts/base.mjs'))
    const code = `import(${module_}).then(async (m) => {
      await m.demarrerBase({ dossier: ${JSON.stringify(dossier)}, rapide: true, application: true })
      console.log('pret'); setInterval(() => {}, 1000) })`
    const lanceur = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((r) => lanceur.stdout.once('data', r))
    const pid = Number.parseInt(fs.readFileSync(path.join(dossier, 'pg', 'postmaster.pid'), 'utf8'), 10)
    lanceur.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
    const reprise = await demarrerBase({ dossier, rapide: true, application: true })
    expect(await requete(reprise.urlProprietaire, 'SELECT mot FROM essai')).toEqual([{ mot: 'écho' }])
    await reprise.arreter()
  })

  it('n’est pas trompée par un numéro de processus repris par un autre programme', async () => {
    fs.writeFileSync(
      path.join(dossier, 'pg', 'postmaster.pid'),
      `${process.pid}\n${dossier}/pg\n0\n5432\n\n\n`,
    )
    const base = await demarrerBase({ dossier, rapide: true })
    await base.arreter()
  })

  it('dit en une phrase qu’un dossier est inutilisable', async () => {
    await expect(demarrerBase({ dossier: '/proc/impossible' })).rejects.toThrow(/DOSSIER_DONNEES/)
    const fichier = path.join(dossier, 'un-fichier')
    fs.writeFileSync(fichier, '')
    await expect(demarrerBase({ dossier: fichier })).rejects.toThrow(/un fichier porte ce nom/)
  })
})

describe('les deux rôles', () => {
  let base: BaseDeTest
  beforeAll(async () => {
    base = await basePourTests()
    await requete(
      base.urlProprietaire,
      `CREATE TABLE IF NOT EXISTS journal (id serial, fait text);
       CREATE TABLE cloison (organisation text); INSERT INTO cloison VALUES ('a'), ('b');
       ALTER TABLE cloison ENABLE ROW LEVEL SECURITY;
       CREATE POLICY cloison ON cloison USING (organisation = current_setting('essai.organisation', true))`,
    )
    await accorderDroits(base.urlProprietaire, 'trait_union_execution')
  })
  afterAll(() => base.supprimer())

  it('le rôle d’exécution n’est ni superutilisateur ni propriétaire', async () => {
    expect(await verifierRoleExecution(base.urlProprietaire, base.urlExecution)).toBe('trait_union_execution')
    await expect(verifierRoleExecution(base.urlProprietaire, base.urlProprietaire)).rejects.toThrow(
      /propriétaire/,
    )
  })

  it('la sécurité par ligne s’applique à lui', async () => {
    expect(await requete(base.urlExecution, 'SELECT * FROM cloison')).toEqual([])
    expect(await requete(base.urlProprietaire, 'SELECT * FROM cloison')).toHaveLength(2)
  })

  it('il n’efface pas le journal, ne lit pas le registre et ne crée rien', async () => {
    const refus = /permission denied/
    await expect(requete(base.urlExecution, 'DELETE FROM journal')).rejects.toThrow(refus)
    await expect(requete(base.urlExecution, 'TRUNCATE journal')).rejects.toThrow(refus)
    await expect(requete(base.urlExecution, 'SELECT * FROM _prisma_migrations')).rejects.toThrow(refus)
    await expect(requete(base.urlExecution, 'CREATE TABLE intrus (a int)')).rejects.toThrow(refus)
  })
})

describe('les migrations', () => {
  let base: BaseDeTest
  const dossier = temporaire()
  const ecrire = (nom: string, sql: string) => {
    fs.mkdirSync(path.join(dossier, nom), { recursive: true })
    fs.writeFileSync(path.join(dossier, nom, 'migration.sql'), sql)
  }
  beforeAll(async () => {
    base = await basePourTests()
    await requete(base.urlProprietaire, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  })
  afterAll(async () => {
    await base.supprimer()
    fs.rmSync(dossier, { recursive: true, force: true })
  })

  it('s’appliquent une fois, même demandées deux fois en même temps', async () => {
    ecrire('001_debut', 'CREATE TABLE debut (a int);')
    const faites = await Promise.all([1, 2].map(() => migrer(base.urlProprietaire, { dossier })))
    expect(faites.flat()).toEqual(['001_debut'])
  })

  it('ne laissent rien d’une migration qui échoue', async () => {
    ecrire('002_ratee', 'CREATE TABLE moitie (a int); SELECT 1/0;')
    await expect(migrer(base.urlProprietaire, { dossier })).rejects.toThrow(/002_ratee a échoué/)
    expect(await requete(base.urlProprietaire, `SELECT to_regclass('moitie') AS t`)).toEqual([{ t: null }])
    fs.rmSync(path.join(dossier, '002_ratee'), { recursive: true })
  })

  it('refusent un fichier modifié après coup et une base plus récente que le code', async () => {
    ecrire('001_debut', 'CREATE TABLE debut (b int);')
    await expect(migrer(base.urlProprietaire, { dossier })).rejects.toThrow(/modifiée/)
    fs.rmSync(path.join(dossier, '001_debut'), { recursive: true })
    await expect(migrer(base.urlProprietaire, { dossier })).rejects.toThrow(/version plus récente/)
  })
})

describe('un serveur PostgreSQL extérieur', () => {
  let base: BaseDeTest
  beforeAll(async () => {
    base = await basePourTests()
  })
  afterAll(() => base.supprimer())
  const avec = (changer: (adresse: URL) => void) => {
    const adresse = new URL(base.urlProprietaire)
    changer(adresse)
    return preparerBaseExterne({ url: adresse.href, secret: SECRET })
  }

  it('prépare un rôle d’exécution ordinaire, et le retrouve au départ suivant', async () => {
    const premier = await preparerBaseExterne({ url: base.urlProprietaire, secret: SECRET })
    const second = await preparerBaseExterne({ url: base.urlProprietaire, secret: SECRET })
    expect(second.urlExecution).toBe(premier.urlExecution)
    const change = await preparerBaseExterne({ url: base.urlProprietaire, secret: `${SECRET}bis` })
    expect(await requete(change.urlExecution, 'SELECT 1 AS un')).toEqual([{ un: 1 }])
    const role = decodeURIComponent(new URL(change.urlExecution).username)
    await requete(base.urlProprietaire, `DROP OWNED BY "${role}"; DROP ROLE "${role}"`)
  })

  it('dit chaque panne en une phrase', async () => {
    await expect(avec((a) => (a.port = '1'))).rejects.toThrow(/injoignable/)
    await expect(avec((a) => (a.password = 'faux'))).rejects.toThrow(/refuse le mot de passe/)
    await expect(avec((a) => (a.pathname = '/absente'))).rejects.toThrow(/n’existe pas/)
    await expect(preparerBaseExterne({ url: 'mysql://a/b', secret: SECRET })).rejects.toThrow(
      /adresse PostgreSQL/,
    )
    expect(() => verifierVersion(140_002, '14.2')).toThrow(/PostgreSQL 14\.2 est trop ancien/)
    expect(() => verifierVersion(150_000, '15.0')).not.toThrow()
  })

  it('refuse un rôle d’exécution trop puissant', async () => {
    const url = base.urlProprietaire
    await expect(preparerBaseExterne({ url, urlExecution: url })).rejects.toThrow(/trop de droits/)
  })

  it('dit quoi faire quand le compte ne peut pas créer de rôle', async () => {
    const nom = new URL(base.urlProprietaire).pathname.slice(1)
    await requete(
      base.urlProprietaire,
      `CREATE ROLE modeste_${nom} LOGIN PASSWORD 'modeste'; ALTER DATABASE ${nom} OWNER TO modeste_${nom}`,
    )
    const modeste = avec((a) => {
      a.username = `modeste_${nom}`
      a.password = 'modeste'
    })
    await expect(modeste).rejects.toThrow(/CREATEROLE.*DATABASE_URL_EXECUTION/)
  })
})

describe('npm start, avant toute construction', () => {
  const essais: [string, Record<string, string>, RegExp][] = [
    ['un port absurde', { PORT: 'abc' }, /^PORT vaut « abc »/],
    ['un réglage inconnu', { DEMONSTRATION: 'oui' }, /^DEMONSTRATION vaut « oui »/],
    ['un secret absent', { DEMONSTRATION: '0' }, /^AUTH_SECRET manque/],
    ['un secret court', { DEMONSTRATION: '0', AUTH_SECRET: 'court' }, /^AUTH_SECRET est trop court/],
    ['un secret répétitif', { DEMONSTRATION: '0', AUTH_SECRET: 'abcdefghijkl'.repeat(4) }, /répétitif/],
    ['une adresse étrangère', { HOTE: '192.0.2.1' }, /n’est pas celle de cette machine/],
  ]
  it.each(essais)('refuse %s en une phrase', (_, env, attendu) => {
    const { code, phrase } = lancer({ PORT: '3999', ...env })
    expect(code).toBe(1)
    expect(phrase).toMatch(attendu)
    expect(phrase.split('\n')).toHaveLength(1)
  })

  it('refuse un port occupé', async () => {
    const { port, fermer } = await portOccupe()
    const { code, phrase } = lancer({ PORT: port })
    fermer()
    expect(code).toBe(1)
    expect(phrase).toMatch(/déjà occupé/)
  })

  it('refuse un serveur PostgreSQL injoignable', async () => {
    const { port, fermer } = await portOccupe()
    fermer() // libre à présent
    const env = { PORT: port, DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c', AUTH_SECRET: SECRET }
    const { code, phrase } = lancer(env)
    expect(code).toBe(1)
    expect(phrase).toMatch(/^Le serveur PostgreSQL 127\.0\.0\.1:1 est injoignable/)
  })
})
