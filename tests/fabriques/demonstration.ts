import { PrismaPg } from '@prisma/adapter-pg'
import { fermerBase } from '../../lib/bd/client'
import { PrismaClient } from '../../lib/bd/genere/client'
import type { Acteur } from '../../lib/domaine/organisation/acteur'
import { acteurDuCompte } from '../../lib/lectures/compte/acteur-du-compte'
import { amorcer } from '../../lib/serveur/amorcer/depart'
import { basePourTests } from './base-de-test'
import { MAINTENANT } from './territoire'

export type Maison = { proprietaire: PrismaClient; fermer: () => Promise<void> }

/** Une base amorcée comme au premier démarrage, sans l'ouvrier : ce qu'on lui a promis reste à raconter. */
export async function ouvrirDemonstration(voulu: Parameters<typeof amorcer>[1]): Promise<Maison> {
  const base = await basePourTests()
  process.env.DATABASE_URL_EXECUTION = base.urlExecution
  const proprietaire = new PrismaClient({ adapter: new PrismaPg({ connectionString: base.urlProprietaire }) })
  await proprietaire.$transaction((tx) => amorcer(tx, voulu, MAINTENANT), { timeout: 60_000 })
  const fermer = async () => {
    await fermerBase()
    await proprietaire.$disconnect()
    await base.supprimer()
  }
  return { proprietaire, fermer }
}

/** Un compte de démonstration, par le début de son adresse. */
export async function compteDe(m: Maison, nom: string): Promise<Acteur> {
  const courriel = `${nom}@demonstration.invalid`
  const { id } = await m.proprietaire.utilisateur.findUniqueOrThrow({ where: { courriel } })
  const acteur = await acteurDuCompte(m.proprietaire, id, { maintenant: MAINTENANT, demonstration: true })
  if (!acteur) throw new Error(`compte fermé : ${nom}`)
  return acteur
}
