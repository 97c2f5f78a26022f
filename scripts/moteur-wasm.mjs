// Le moteur de schéma de Prisma en WebAssembly, branché sur node-postgres.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as moteur from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
  message: '',
  set_message(m) {
    this.message = m
  },
}
const wasm = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm')
  .replace(/\.js$/, '_bg.wasm')
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': moteur })
moteur.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()

async function ouvrir(connectionString, enFermant) {
  const pool = new pg.Pool({ connectionString, max: 1 })
  const schema = new URL(connectionString).searchParams.get('schema') ?? undefined
  const adaptateur = await new PrismaPg(pool, { disposeExternalPool: true, schema }).connect()
  const { performIO, queryRaw } = adaptateur
  // adapter-pg 7.10 refuse le type "char" (oid 18) de pg_catalog, que lit l'introspection du moteur.
  adaptateur.performIO = async (q) => {
    const r = await performIO.call(adaptateur, q)
    q.chars = r.fields?.map((f) => f.dataTypeID === 18 && (f.dataTypeID = 25))
    return r
  }
  adaptateur.queryRaw = async (q) => {
    const r = await queryRaw.call(adaptateur, q)
    return { ...r, columnTypes: r.columnTypes.map((t, i) => (q.chars?.[i] ? ColumnTypeEnum.Character : t)) }
  }
  // adapter-pg coupe les scripts à chaque « ; » (et casse les corps $$) : le script part entier, comme avec le moteur natif.
  adaptateur.executeScript = async (sql) => {
    try {
      await pool.query(sql)
    } catch (erreur) {
      adaptateur.onError(erreur)
    }
  }
  if (enFermant)
    adaptateur.dispose = async () => {
      await pool.end()
      await enFermant()
    }
  return adaptateur
}

export async function administrer(url, sql) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

export async function creerMoteur(url, modeles, urlOmbre) {
  const fabrique = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => ouvrir(url),
    // Sans base « ombre » désignée, on en crée une neuve : l'adaptateur seul pourrait prendre la vraie.
    async connectToShadowDb() {
      if (urlOmbre) return ouvrir(urlOmbre)
      const nom = `prisma_migrate_shadow_db_${randomUUID()}`
      const cible = new URL(url)
      cible.pathname = `/${nom}`
      await administrer(url, `CREATE DATABASE "${nom}"`)
      return ouvrir(cible.href, () => administrer(url, `DROP DATABASE IF EXISTS "${nom}" WITH (FORCE)`))
    },
  }
  return moteur.SchemaEngine.new(
    { datamodels: modeles.length ? modeles : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(fabrique),
  )
}
