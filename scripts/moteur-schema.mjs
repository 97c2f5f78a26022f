#!/usr/bin/env node
// Tient lieu du `schema-engine` natif de Prisma (PRISMA_SCHEMA_ENGINE_BINARY) : mêmes arguments et JSON-RPC sur
// l'entrée et la sortie, réponses de la version WASM que npm apporte. Les commandes Prisma marchent hors ligne.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { administrer, creerMoteur } from './moteur-wasm.mjs'

const args = process.argv.slice(2)
const modeles = []
let source = {}
let cli
for (let i = 0; i < args.length; i++) {
  if (args[i] === '--version') {
    console.log('schema-engine-wasm')
    process.exit(0)
  }
  if (args[i] === '--datamodels') modeles.push([args[++i], readFileSync(args[i], 'utf8')])
  else if (args[i] === '--datasource') source = JSON.parse(args[++i])
  else if (args[i] === 'cli') cli = args[++i]
}
const { url, shadowDatabaseUrl: urlOmbre } = source
const surServeur = () => {
  const adresse = new URL(url)
  adresse.pathname = '/postgres'
  return adresse.href
}
const base = () => decodeURIComponent(new URL(url).pathname.slice(1))
const nomCite = () => `"${base().replaceAll('"', '""')}"`
const creer = () => administrer(surServeur(), `CREATE DATABASE ${nomCite()}`)

if (cli) {
  try {
    if (cli === 'create-database') await creer()
    else if (cli === 'drop-database')
      await administrer(surServeur(), `DROP DATABASE ${nomCite()} WITH (FORCE)`)
    else await administrer(url, 'SELECT 1')
    process.exit(0)
  } catch (erreur) {
    const codes = { '3D000': 'P1003', '28P01': 'P1000', ECONNREFUSED: 'P1001' }
    const ligne = (level, target, fields) =>
      process.stderr.write(`${JSON.stringify({ level, target, fields })}\n`)
    const error_code = codes[erreur.code] ?? 'P1010'
    ligne('INFO', 'schema_engine', { message: 'start' })
    ligne('ERROR', 'schema_engine::logger', { error_code, message: erreur.message, is_panic: false })
    process.exit(1)
  }
}

const envoyer = (m) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...m })}\n`)
let moteur
let enCours // une panique WASM arrive comme une exception hors de notre await
process.on('uncaughtException', (erreur) => {
  const message = globalThis.PRISMA_WASM_PANIC_REGISTRY.message || erreur.message
  envoyer({ id: enCours, error: { code: 4466, message, data: { is_panic: false, message } } })
  process.exit(101)
})

async function repondre(id, methode, parametres) {
  if (methode === 'createDatabase') {
    await creer()
    return envoyer({ id, result: { databaseName: base() } })
  }
  moteur ??= await creerMoteur(url, modeles, urlOmbre)
  if (methode === 'getDatabaseVersion') return envoyer({ id, result: await moteur.version() })
  // Ces deux-là ne trouvent le schéma ombre que dans le cache du moteur, que cet appel remplit.
  if (methode === 'evaluateDataLoss' || methode === 'createMigration')
    await moteur.diagnoseMigrationHistory({
      migrationsList: parametres.migrationsList,
      optInToShadowDatabase: true,
      filters: parametres.filters,
    })
  const { stdout, ...resultat } = (await moteur[methode](parametres)) ?? {}
  if (stdout) envoyer({ id: 1e6 + id, method: 'print', params: { content: stdout } })
  envoyer({ id, result: resultat })
}

for await (const ligne of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(ligne)
  if (!method) continue // l'accusé de réception de notre `print`
  enCours = id
  try {
    await repondre(id, method, params)
  } catch (erreur) {
    const panique = erreur instanceof WebAssembly.RuntimeError
    const message = panique ? globalThis.PRISMA_WASM_PANIC_REGISTRY.message : erreur.message
    const data = {
      is_panic: panique,
      message,
      error_code: erreur.code ?? erreur.error_code,
      meta: erreur.meta,
    }
    envoyer({ id, error: { code: 4466, message, data } })
  }
}
