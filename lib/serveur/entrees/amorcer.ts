// Données de départ, chargées par le propriétaire de la base : le socle partout, la démonstration sur demande.
// Lancé par scripts/demarrer.mjs ; sa dernière ligne de sortie est un JSON que le lanceur annonce.
import { AdaptateurEnSerie } from '../../bd/adaptateur'
import { PrismaClient } from '../../bd/genere/client'
import { amorcer } from '../amorcer/depart'

const prisma = new PrismaClient({
  adapter: new AdaptateurEnSerie({ connectionString: process.env.DATABASE_URL }),
})
try {
  const demonstration = process.env.DEMONSTRATION === '1'
  const histoire = process.env.DEMONSTRATION_HISTOIRE === '1'
  const bilan = await prisma.$transaction((tx) => amorcer(tx, { demonstration, histoire }, new Date()), {
    timeout: 120_000,
    maxWait: 30_000,
  })
  process.stdout.write(`${JSON.stringify({ ...bilan, demonstration })}\n`)
} finally {
  await prisma.$disconnect()
}
