import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { designationGestionnaire, designationHopital } from '../../domaine/organisation/designations'
import type { ValeurParametre } from '../../domaine/texte/parametres'

const AVEC_FICHE = {
  commune: { include: { departement: true } },
  fonctions: { include: { personne: true }, where: { signataire: true } },
} satisfies Prisma.OrganisationInclude
export type OrganisationAvecFiche = Prisma.OrganisationGetPayload<{ include: typeof AVEC_FICHE }>

/** Organisations d'un acte, telles que les fiches les décrivent aujourd'hui. */
export type Fiches = {
  institution: OrganisationAvecFiche
  groupe: OrganisationAvecFiche
  gestionnaire: OrganisationAvecFiche
  centres: OrganisationAvecFiche[]
  /** Communes des centres partenaires du groupe, dans le même département. */
  communesDuTerritoire: string[]
  sites: string[]
}

/** Un groupe n'ouvre d'acte qu'avec ses centres partenaires ; tout autre centre est introuvable pour lui. */
export async function exigerPartenaires(
  tx: Tx,
  groupeId: string,
  centreIds: readonly string[],
): Promise<void> {
  const voulus = [...new Set(centreIds)]
  const partenaires = await tx.partenariat.findMany({
    where: { groupeId, centreId: { in: voulus } },
    select: { centreId: true },
  })
  if (new Set(partenaires.map((p) => p.centreId)).size !== voulus.length)
    throw new ErreurMetier('INTROUVABLE')
}

export async function chargerFiches(tx: Tx, groupeId: string, centreIds: readonly string[]): Promise<Fiches> {
  const groupe = await tx.organisation.findFirst({
    where: { id: groupeId, nature: 'GROUPE_HOSPITALIER' },
    include: AVEC_FICHE,
  })
  const centres = await tx.organisation.findMany({
    where: { id: { in: [...centreIds] }, nature: 'CENTRE' },
    include: AVEC_FICHE,
    orderBy: { nom: 'asc' },
  })
  const gestionnaireId = centres[0]?.parentId
  if (!groupe?.parentId || !gestionnaireId || centres.length !== new Set(centreIds).size)
    throw new ErreurMetier('INTROUVABLE')
  // Une transaction tient à une connexion : ses requêtes se suivent.
  const institution = await tx.organisation.findUniqueOrThrow({
    where: { id: groupe.parentId },
    include: AVEC_FICHE,
  })
  const gestionnaire = await tx.organisation.findUniqueOrThrow({
    where: { id: gestionnaireId },
    include: AVEC_FICHE,
  })
  const sites = await tx.organisation.findMany({
    where: { parentId: groupeId, nature: 'SITE' },
    orderBy: { nom: 'asc' },
  })
  return {
    institution,
    groupe,
    gestionnaire,
    centres,
    sites: sites.map((s) => s.nom),
    communesDuTerritoire: await communesDuTerritoire(tx, groupeId, gestionnaire.commune?.codeDepartement),
  }
}

async function communesDuTerritoire(
  tx: Tx,
  groupeId: string,
  departement: string | undefined,
): Promise<string[]> {
  if (!departement) return []
  const communes = await tx.commune.findMany({
    where: {
      codeDepartement: departement,
      organisations: { some: { enfants: { some: { partenariatsCentre: { some: { groupeId } } } } } },
    },
    select: { nom: true },
  })
  return communes.map((c) => c.nom).sort(new Intl.Collator('fr').compare)
}

/**
 * Valeurs que les fiches donnent aux paramètres d'un acte. Ce que la fiche ne dit pas reste absent : l'écran le
 * demandera par son nom, jamais une valeur inventée.
 */
export function valeursDesFiches(fiches: Fiches, maintenant: Date): Record<string, ValeurParametre> {
  const { institution, groupe, gestionnaire, centres } = fiches
  const commune = gestionnaire.commune
  const valeurs: Record<string, ValeurParametre | null> = {
    institution: designationHopital(institution),
    institution_siege: institution.adresse ? { genre: 'texte', texte: institution.adresse } : null,
    groupe: designationHopital(groupe),
    gestionnaire: designationGestionnaire(gestionnaire.natureGestionnaire ?? 'COMMUNE', gestionnaire.nom),
    institution_representant: representant(institution, maintenant),
    gestionnaire_representant: representant(gestionnaire, maintenant),
    commune: commune && {
      genre: 'commune',
      nom: commune.nom,
      tncc: commune.tncc,
      codeInsee: commune.codeInsee,
      departement: {
        code: commune.departement.code,
        nom: commune.departement.nom,
        tncc: commune.departement.tncc,
      },
    },
    centres: liste(centres.map((c) => c.nom)),
    communes_du_territoire: liste(fiches.communesDuTerritoire),
    sites_concernes: fiches.sites.length === 1 ? liste(fiches.sites) : null,
  }
  return Object.fromEntries(
    Object.entries(valeurs).filter((e): e is [string, ValeurParametre] => e[1] !== null),
  )
}

const liste = (elements: string[]): ValeurParametre | null =>
  elements.length ? { genre: 'liste', elements } : null

function representant(organisation: OrganisationAvecFiche, maintenant: Date): ValeurParametre | null {
  const jour = versDate(aujourdHuiAParis(maintenant))
  const fonction = organisation.fonctions.find(
    (f) => f.personne && (!f.depuis || f.depuis <= jour) && (!f.jusqua || f.jusqua >= jour),
  )
  if (!fonction?.personne?.civilite) return null
  return {
    genre: 'personne',
    civilite: fonction.personne.civilite,
    prenom: fonction.personne.prenom,
    nom: fonction.personne.nom,
    fonction: { masculin: fonction.masculin, feminin: fonction.feminin },
  }
}
