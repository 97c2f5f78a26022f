import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { cleDuGestionnaire } from '../../domaine/acte/acte-groupe'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import {
  designationGestionnaire,
  designationHopital,
  nomDansLaPhrase,
} from '../../domaine/organisation/designations'
import type { ValeurParametre } from '../../domaine/texte/parametres'

const AVEC_FICHE = {
  commune: { include: { departement: true } },
  fonctions: { include: { personne: true }, where: { signataire: true } },
} satisfies Prisma.OrganisationInclude
export type OrganisationAvecFiche = Prisma.OrganisationGetPayload<{ include: typeof AVEC_FICHE }>

export type GestionnaireAvecFiche = { gestionnaire: OrganisationAvecFiche; centres: OrganisationAvecFiche[] }

/** Organisations d'un acte, telles que les fiches les décrivent aujourd'hui. */
export type Fiches = {
  institution: OrganisationAvecFiche
  groupe: OrganisationAvecFiche
  /** Le premier, seul dans une convention bilatérale. */
  gestionnaire: OrganisationAvecFiche
  /** Tous les centres de l'acte. */
  centres: OrganisationAvecFiche[]
  /** Chaque gestionnaire avec ses centres, dans l'ordre des parties : plusieurs dans un acte groupé. */
  gestionnaires: GestionnaireAvecFiche[]
  /** Communes des centres partenaires du groupe, dans le même département. */
  communesDuTerritoire: string[]
  sites: string[]
}

/** Fiche d'une organisation qui peut devenir partie, ou `null` quand elle est inconnue. */
export const lireFicheDePartie = (tx: Tx, id: string): Promise<OrganisationAvecFiche | null> =>
  tx.organisation.findFirst({ where: { id }, include: AVEC_FICHE })

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

/** Fiches des organisations d'un acte existant, ses gestionnaires dans l'ordre de ses parties. */
export async function fichesDeLActe(tx: Tx, acte: { id: string; groupeId: string }): Promise<Fiches> {
  const centres = await tx.acteCentre.findMany({ where: { acteId: acte.id } })
  const parties = await tx.partie.findMany({
    where: { acteId: acte.id, role: 'GESTIONNAIRE' },
    orderBy: { rang: 'asc' },
  })
  return chargerFiches(
    tx,
    acte.groupeId,
    centres.map((c) => c.organisationId),
    parties.map((p) => p.organisationId),
  )
}

/**
 * Fiches des parties et des centres d'un acte. `ordre` : gestionnaires, dans l'ordre voulu de leurs parties ; à défaut,
 * celui de leur commune. Refuse un centre inconnu.
 */
export async function chargerFiches(
  tx: Tx,
  groupeId: string,
  centreIds: readonly string[],
  ordre: readonly string[] = [],
): Promise<Fiches> {
  const groupe = await tx.organisation.findFirst({
    where: { id: groupeId, nature: 'GROUPE_HOSPITALIER' },
    include: AVEC_FICHE,
  })
  const centres = await tx.organisation.findMany({
    where: { id: { in: [...centreIds] }, nature: 'CENTRE' },
    include: AVEC_FICHE,
    orderBy: { nom: 'asc' },
  })
  const sansGestionnaire = centres.some((c) => !c.parentId)
  if (!groupe?.parentId || sansGestionnaire || centres.length !== new Set(centreIds).size)
    throw new ErreurMetier('INTROUVABLE')
  // Une transaction tient à une connexion : ses requêtes se suivent.
  const institution = await tx.organisation.findUniqueOrThrow({
    where: { id: groupe.parentId },
    include: AVEC_FICHE,
  })
  const gestionnaires = await gestionnairesDe(tx, centres, ordre)
  const gestionnaire = gestionnaires[0]?.gestionnaire
  if (!gestionnaire) throw new ErreurMetier('INTROUVABLE')
  const sites = await tx.organisation.findMany({
    where: { parentId: groupeId, nature: 'SITE' },
    orderBy: { nom: 'asc' },
  })
  return {
    institution,
    groupe,
    gestionnaire,
    centres,
    gestionnaires,
    sites: sites.map((s) => s.nom),
    communesDuTerritoire: await communesDuTerritoire(tx, groupeId, gestionnaire.commune?.codeDepartement),
  }
}

async function gestionnairesDe(
  tx: Tx,
  centres: readonly OrganisationAvecFiche[],
  ordre: readonly string[],
): Promise<GestionnaireAvecFiche[]> {
  const lus = await tx.organisation.findMany({
    where: { id: { in: [...new Set(centres.flatMap((c) => (c.parentId ? [c.parentId] : [])))] } },
    include: AVEC_FICHE,
  })
  const place = (o: OrganisationAvecFiche) => (ordre.includes(o.id) ? ordre.indexOf(o.id) : ordre.length)
  const alphabet = new Intl.Collator('fr')
  const ville = (o: OrganisationAvecFiche) => o.commune?.nom ?? o.nom
  return lus
    .sort((a, b) => place(a) - place(b) || alphabet.compare(ville(a), ville(b)))
    .map((gestionnaire) => ({
      gestionnaire,
      centres: centres.filter((c) => c.parentId === gestionnaire.id),
    }))
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
  const { institution, groupe } = fiches
  const centres = fiches.gestionnaires.flatMap((g) => g.centres)
  const valeurs: Record<string, ValeurParametre | null> = {
    institution: designationHopital(institution),
    institution_siege: institution.adresse ? { genre: 'texte', texte: institution.adresse } : null,
    groupe: designationHopital(groupe),
    institution_representant: representantDe(institution, maintenant),
    gestionnaires: liste(fiches.gestionnaires.map((g) => nomDansLaPhrase(g.gestionnaire.nom))),
    centres: liste(centres.map((c) => c.nom)),
    communes_du_territoire: liste(fiches.communesDuTerritoire),
    sites_concernes: fiches.sites.length === 1 ? liste(fiches.sites) : null,
  }
  for (const [i, g] of fiches.gestionnaires.entries())
    for (const [cle, valeur] of Object.entries(valeursDuGestionnaire(g, maintenant)))
      valeurs[cleDuGestionnaire(cle, i + 1)] = valeur
  return Object.fromEntries(
    Object.entries(valeurs).filter((e): e is [string, ValeurParametre] => e[1] !== null),
  )
}

/** Ce que chaque gestionnaire d'un acte a pour lui. */
function valeursDuGestionnaire(
  { gestionnaire, centres }: GestionnaireAvecFiche,
  maintenant: Date,
): Record<string, ValeurParametre | null> {
  const { commune } = gestionnaire
  return {
    gestionnaire: designationGestionnaire(gestionnaire.natureGestionnaire ?? 'COMMUNE', gestionnaire.nom),
    gestionnaire_representant: representantDe(gestionnaire, maintenant),
    centres_geres: liste(centres.map((c) => c.nom)),
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
  }
}

const liste = (elements: string[]): ValeurParametre | null =>
  elements.length ? { genre: 'liste', elements } : null

/** Qui représente l'organisation, d'après sa fiche d'aujourd'hui ; `null` quand elle ne nomme personne. */
export function representantDe(
  organisation: OrganisationAvecFiche,
  maintenant: Date,
): ValeurParametre | null {
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
