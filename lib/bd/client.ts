import 'server-only'
import { AdaptateurEnSerie } from './adaptateur'
import { type Prisma, PrismaClient } from './genere/client'

export type Tx = Prisma.TransactionClient

/** Délai au-delà duquel une base muette est déclarée indisponible (ms). */
const DELAI_CONNEXION = 4_000
const global_ = globalThis as unknown as { clientPrisma?: PrismaClient }

/** Client unique du processus, sur le rôle d'exécution (jamais le propriétaire). */
export function clientBase(): PrismaClient {
  if (!global_.clientPrisma) {
    const connectionString = process.env.DATABASE_URL_EXECUTION ?? process.env.DATABASE_URL
    const adapter = new AdaptateurEnSerie({
      connectionString,
      max: 10,
      connectionTimeoutMillis: DELAI_CONNEXION,
    })
    global_.clientPrisma = new PrismaClient({ adapter })
  }
  return global_.clientPrisma
}

/** Ferme le client (tests et scripts). */
export async function fermerBase(): Promise<void> {
  await global_.clientPrisma?.$disconnect()
  global_.clientPrisma = undefined
}
