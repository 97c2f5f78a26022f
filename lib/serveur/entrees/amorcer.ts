// Données de départ, chargées par le propriétaire de la base : le socle partout, la démonstration sur demande.
// Lancé par scripts/demarrer.mjs ; sa dernière ligne de sortie est un JSON que le lanceur annonce.
import { hash } from '@node-rs/argon2'
import { PrismaPg } from '@prisma/adapter-pg'
import { conventionActivitePartagee } from '../../../prisma/socle/modeles/convention-activite-partagee'
import { conventionAffiliation } from '../../../prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '../../../prisma/socle/modeles/convention-cadre'
import { visasDuSocle } from '../../../prisma/socle/visas'
import type { Tx } from '../../bd/client'
import { PrismaClient } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { amorcerDemonstration, comptesDemonstration } from '../amorcer/demonstration'
import { amorcerSocle } from '../amorcer/socle'
import { amorcerSpecialites } from '../amorcer/specialites'

const MODELES = [conventionCadre, conventionAffiliation, conventionActivitePartagee]
const MOT_DE_PASSE = 'trait-union-demonstration'
type Compte = { courriel: string; motDePasse: string; fonction: string }

async function amorcer(tx: Tx, demonstration: boolean, maintenant: Date) {
  await amorcerSocle(tx, MODELES, visasDuSocle, maintenant)
  await amorcerSpecialites(tx)
  if (!demonstration) return { comptes: [] as Compte[], lienAdministrateur: null }
  await amorcerDemonstration(tx, maintenant)
  const empreinte = await hash(MOT_DE_PASSE)
  const comptes: Compte[] = []
  for (const c of comptesDemonstration) {
    comptes.push({ courriel: c.courriel, motDePasse: MOT_DE_PASSE, fonction: c.fonction })
    const { count } = await tx.utilisateur.createMany({
      data: [
        { id: nouvelId(), courriel: c.courriel, nom: c.nom, motDePasse: empreinte, demonstration: true },
      ],
      skipDuplicates: true,
    })
    if (!count) continue
    const [utilisateur, organisation] = await Promise.all([
      tx.utilisateur.findUniqueOrThrow({ where: { courriel: c.courriel } }),
      tx.organisation.findUniqueOrThrow({ where: { code: c.organisationCode } }),
    ])
    await tx.habilitation.create({
      data: {
        id: nouvelId(),
        utilisateurId: utilisateur.id,
        organisationId: organisation.id,
        role: c.role,
        fonction: c.fonctionValideur ?? null,
        depuis: new Date('2026-01-01'),
      },
    })
  }
  return { comptes, lienAdministrateur: null }
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
