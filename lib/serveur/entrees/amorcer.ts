// Données de départ, chargées par le propriétaire de la base : le socle partout, la démonstration sur demande.
// Lancé par scripts/demarrer.mjs ; sa dernière ligne de sortie est un JSON que le lanceur annonce.
import { DECLARATIONS_DU_SOCLE } from '../../../prisma/socle/engagements'
import { conventionActivitePartagee } from '../../../prisma/socle/modeles/convention-activite-partagee'
import { conventionActivitePartagee2 } from '../../../prisma/socle/modeles/convention-activite-partagee-2'
import { conventionAffiliation } from '../../../prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '../../../prisma/socle/modeles/convention-cadre'
import { visasDuSocle } from '../../../prisma/socle/visas'
import { AdaptateurEnSerie } from '../../bd/adaptateur'
import type { Tx } from '../../bd/client'
import { PrismaClient } from '../../bd/genere/client'
import { creerPremierAdministrateur } from '../amorcer/administrateur'
import { creerComptesDemonstration } from '../amorcer/comptes-demonstration'
import { amorcerDemonstration, comptesDemonstration } from '../amorcer/demonstration'
import { amorcerEngagements } from '../amorcer/engagements'
import { amorcerSocle } from '../amorcer/socle'
import { amorcerSpecialites } from '../amorcer/specialites'

const MODELES_DU_SOCLE = [
  conventionCadre,
  conventionAffiliation,
  conventionActivitePartagee,
  conventionActivitePartagee2,
]

const JEUX_DU_SOCLE = Object.entries(DECLARATIONS_DU_SOCLE).flatMap(([modele, versions]) =>
  Object.entries(versions).map(([version, declarations]) => ({
    modele,
    version: Number(version),
    declarations,
  })),
)

/** Verrou consultatif : plusieurs instances peuvent démarrer ensemble sur une même base. */
const VERROU_AMORCAGE = 72_707_370

async function amorcer(tx: Tx, demonstration: boolean, maintenant: Date) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${VERROU_AMORCAGE})`
  await amorcerSocle(tx, MODELES_DU_SOCLE, visasDuSocle, maintenant)
  await amorcerEngagements(tx, JEUX_DU_SOCLE, maintenant)
  await amorcerSpecialites(tx)
  if (demonstration) {
    await amorcerDemonstration(tx, maintenant)
    return { comptes: await creerComptesDemonstration(tx, comptesDemonstration), lienAdministrateur: null }
  }
  const { jeton } = await creerPremierAdministrateur(
    tx,
    { courriel: process.env.ADMIN_COURRIEL, motDePasse: process.env.ADMIN_MOT_DE_PASSE },
    maintenant,
  )
  return { comptes: [], lienAdministrateur: jeton && `${adressePublique()}/activation/${jeton}` }
}

const adressePublique = () =>
  process.env.AUTH_URL?.replace(/\/$/, '') || `http://localhost:${process.env.PORT || 3000}`

const prisma = new PrismaClient({
  adapter: new AdaptateurEnSerie({ connectionString: process.env.DATABASE_URL }),
})
try {
  const demonstration = process.env.DEMONSTRATION === '1'
  const bilan = await prisma.$transaction((tx) => amorcer(tx, demonstration, new Date()), {
    timeout: 120_000,
    maxWait: 30_000,
  })
  process.stdout.write(`${JSON.stringify({ ...bilan, demonstration })}\n`)
} finally {
  await prisma.$disconnect()
}
