import { defineConfig } from 'prisma/config'
import { demarrerBase } from './scripts/base.mjs'

// Prisma 7 téléchargerait son moteur de schéma natif ; ce remplaçant fait tourner la version WASM venue de npm.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= './scripts/moteur-schema.mjs'
const avecBase = ['migrate', 'db', 'studio'].some((commande) => process.argv.includes(commande))

async function adresse() {
  if (!avecBase) return ''
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  return (await demarrerBase({ detache: true })).urlProprietaire
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: await adresse() },
})
