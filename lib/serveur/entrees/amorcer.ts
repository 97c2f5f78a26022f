// Données de départ, chargées par le propriétaire de la base : le socle partout, la démonstration sur demande.
// Lancé par scripts/demarrer.mjs ; sa dernière ligne de sortie est un JSON que le lanceur annonce.
import { PrismaPg } from '@prisma/adapter-pg'
import { conventionActivitePartagee } from '../../../prisma/socle/modeles/convention-activite-partagee'
import { conventionAffiliation } from '../../../prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '../../../prisma/socle/modeles/convention-cadre'
import { visasDuSocle } from '../../../prisma/socle/visas'
import type { Tx } from '../../bd/client'
import { PrismaClient } from '../../bd/genere/client'
import { creerPremierAdministrateur } from '../amorcer/administrateur'
import { creerComptesDemonstration } from '../amorcer/comptes-demonstration'
import { amorcerDemonstration, comptesDemonstration } from '../amorcer/demonstration'
import { amorcerSocle } from '../amorcer/socle'
import { amorcerSpecialites } from '../amorcer/specialites'

const MODELES = [conventionCadre, conventionAffiliation, conventionActivitePartagee]

/** Lien d'accès du premier administrateur, ou rien s'il en existe un ou si son mot de passe vient de l'environnement. */
async function premierAdministrateur(tx: Tx, maintenant: Date): Promise<string | null> {
  const { ADMIN_COURRIEL: courriel, ADMIN_MOT_DE_PASSE: motDePasse, AUTH_URL, PORT } = process.env
  const { jeton } = await creerPremierAdministrateur(tx, { courriel, motDePasse }, maintenant)
  const adresse = (AUTH_URL || `http://localhost:${PORT || 3000}`).replace(/\/$/, '')
  return jeton && `${adresse}/activation/${jeton}`
}

async function amorcer(tx: Tx, demonstration: boolean, maintenant: Date) {
  await amorcerSocle(tx, MODELES, visasDuSocle, maintenant)
  await amorcerSpecialites(tx)
  if (!demonstration) return { comptes: [], lienAdministrateur: await premierAdministrateur(tx, maintenant) }
  await amorcerDemonstration(tx, maintenant)
  return { comptes: await creerComptesDemonstration(tx, comptesDemonstration), lienAdministrateur: null }
}

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) })
try {
  const demonstration = process.env.DEMONSTRATION === '1'
  const bilan = await prisma.$transaction((tx) => amorcer(tx, demonstration, new Date()), {
    timeout: 120_000,
  })
  process.stdout.write(`${JSON.stringify({ ...bilan, demonstration })}\n`)
} finally {
  await prisma.$disconnect()
}
