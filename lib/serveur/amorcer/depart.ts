import 'server-only'
import { DECLARATIONS_DU_SOCLE } from '../../../prisma/socle/engagements'
import { conventionActivitePartagee } from '../../../prisma/socle/modeles/convention-activite-partagee'
import { conventionActivitePartagee2 } from '../../../prisma/socle/modeles/convention-activite-partagee-2'
import { conventionActivitePartagee3 } from '../../../prisma/socle/modeles/convention-activite-partagee-3'
import { conventionAffiliation } from '../../../prisma/socle/modeles/convention-affiliation'
import { conventionAffiliation2 } from '../../../prisma/socle/modeles/convention-affiliation-2'
import { conventionCadre } from '../../../prisma/socle/modeles/convention-cadre'
import { conventionCadre2 } from '../../../prisma/socle/modeles/convention-cadre-2'
import { visasDuSocle } from '../../../prisma/socle/visas'
import type { Tx } from '../../bd/client'
import { creerPremierAdministrateur } from './administrateur'
import { creerComptesDemonstration } from './comptes-demonstration'
import { amorcerDemonstration, comptesDemonstration } from './demonstration'
import { amorcerEngagements } from './engagements'
import { promettreHistoire } from './histoire/promesse'
import { amorcerSocle } from './socle'
import { amorcerSpecialites } from './specialites'

const MODELES_DU_SOCLE = [
  conventionCadre,
  conventionCadre2,
  conventionAffiliation,
  conventionAffiliation2,
  conventionActivitePartagee,
  conventionActivitePartagee2,
  conventionActivitePartagee3,
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

type Voulu = {
  demonstration: boolean
  /** Avec l'histoire fictive, que l'ouvrier racontera ; seulement si le territoire se charge à l'instant. */
  histoire: boolean
}

/** Charge ce qui manque dans la base, sous verrou ; rend les comptes et le lien que le lanceur annonce. */
export async function amorcer(tx: Tx, { demonstration, histoire }: Voulu, maintenant: Date) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${VERROU_AMORCAGE})`
  await amorcerSocle(tx, MODELES_DU_SOCLE, visasDuSocle, maintenant)
  await amorcerEngagements(tx, JEUX_DU_SOCLE, maintenant)
  await amorcerSpecialites(tx)
  if (demonstration) {
    const { charge } = await amorcerDemonstration(tx, maintenant)
    if (charge && histoire) await promettreHistoire(tx, maintenant)
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
