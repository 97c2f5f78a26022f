import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../../lib/bd/genere/client'
import { avecActeur } from '../../lib/bd/transaction'
import type { Contexte } from '../../lib/cas-usage/contexte'
import { creerConventions } from '../../lib/cas-usage/convention/creer-conventions'
import type { Acteur, NatureOrganisation, Role } from '../../lib/domaine/organisation/acteur'
import { amorcerDemonstration } from '../../lib/serveur/amorcer/demonstration'
import { amorcerSocle } from '../../lib/serveur/amorcer/socle'
import { conventionActivitePartagee } from '../../prisma/socle/modeles/convention-activite-partagee'
import { conventionActivitePartagee2 } from '../../prisma/socle/modeles/convention-activite-partagee-2'
import { conventionCadre } from '../../prisma/socle/modeles/convention-cadre'
import { visasDuSocle } from '../../prisma/socle/visas'
import { type BaseDeTest, basePourTests } from './base-de-test'
import { unUtilisateur } from './comptes'

export const MAINTENANT = new Date('2026-11-22T10:00:00Z')

/** Territoire de démonstration et socle dans une base à soi, avec un acteur par rôle. */
export async function ouvrirTerritoire() {
  const base: BaseDeTest = await basePourTests()
  process.env.DATABASE_URL_EXECUTION = base.urlExecution
  const proprietaire = new PrismaClient({ adapter: new PrismaPg({ connectionString: base.urlProprietaire }) })
  await proprietaire.$transaction(
    async (tx) => {
      await amorcerSocle(
        tx,
        [conventionCadre, conventionActivitePartagee, conventionActivitePartagee2],
        visasDuSocle,
        MAINTENANT,
      )
      await amorcerDemonstration(tx, MAINTENANT)
    },
    { timeout: 60_000 },
  )
  const organisations = await proprietaire.organisation.findMany({ select: { id: true, code: true } })
  const versions = await proprietaire.modeleVersion.findMany({
    select: { id: true, modeleCode: true, numero: true },
    orderBy: { numero: 'desc' },
  })
  const id = (code: string): string => {
    const trouvee = organisations.find((o) => o.code === code)
    if (!trouvee) throw new Error(`organisation inconnue : ${code}`)
    return trouvee.id
  }
  const acteur = async (
    role: Role,
    nature: NatureOrganisation,
    code: string,
    perimetre: Partial<Acteur>,
    fonction: string | null = null,
  ): Promise<Acteur> => {
    const u = await proprietaire.$transaction((tx) => unUtilisateur(tx, { sansMotDePasse: true }))
    return {
      utilisateurId: u.id,
      nom: u.nom,
      habilitations: [{ role, organisationId: id(code), nature, fonction }],
      groupes: [],
      organisations: [],
      sieges: [],
      ...perimetre,
    }
  }
  const centres = { organisations: [id('arcueil')] }
  return {
    proprietaire,
    id,
    /** Dernière version d'un modèle, ou celle de ce numéro. */
    version: (code: string, numero?: number) =>
      versions.find((v) => v.modeleCode === code && (!numero || v.numero === numero))?.id ?? '',
    direction: await acteur('DIRECTION_PARTENARIATS', 'GROUPE_HOSPITALIER', 'hups', {
      groupes: [id('hups')],
    }),
    exterieur: await acteur('DIRECTION_PARTENARIATS', 'GROUPE_HOSPITALIER', 'hupnvs', {
      groupes: [id('hupnvs')],
    }),
    cms: await acteur('DIRECTION_CMS', 'CENTRE', 'arcueil', centres),
    siege: await acteur('SIEGE', 'INSTITUTION', 'ap-hp', { sieges: [id('hups'), id('hupnvs')] }),
    juridique: await acteur('VALIDEUR', 'GROUPE_HOSPITALIER', 'hups', {}, 'juridique'),
    fermer: async () => {
      await proprietaire.$disconnect()
      await base.supprimer()
    },
  }
}
export type Territoire = Awaited<ReturnType<typeof ouvrirTerritoire>>

/** Joue un cas d'usage dans sa transaction, sous le périmètre de l'acteur. */
export const agir = <S, T>(
  acteur: Acteur,
  cas: (c: Contexte, s: S) => Promise<T>,
  saisie: S,
  maintenant = MAINTENANT,
): Promise<T> => avecActeur(acteur, (tx) => cas({ tx, acteur, maintenant }, saisie))

export const refus = (code: string) => ({ code })

/** Un brouillon de convention-cadre avec ce centre ; rend ses identifiants. */
export async function unBrouillon(t: Territoire, centre = 'arcueil') {
  const { references } = await agir(t.direction, creerConventions, {
    modeleVersionId: t.version('convention-cadre-partenariat'),
    groupeId: t.id('hups'),
    centreIds: [t.id(centre)],
  })
  const acte = await t.proprietaire.acte.findFirstOrThrow({
    where: { genre: 'CONVENTION', convention: { reference: references[0] } },
    include: { convention: true },
  })
  return { acteId: acte.id, conventionId: acte.conventionId, reference: acte.convention.reference }
}
