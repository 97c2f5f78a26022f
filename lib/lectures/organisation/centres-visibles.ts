import 'server-only'
import type { Tx } from '../../bd/client'
import { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import { type Acteur, organisationsDuRole } from '../../domaine/organisation/acteur'
import { nomProvisoire } from '../../domaine/organisation/fiche'
import { plier } from '../../domaine/texte/plier'

export type CentreListe = {
  code: string
  nom: string
  ville: string
  departement: string
  groupes: string[]
  offreRenseignee: boolean
  besoinsRecueillis: boolean
  besoins: number
  sansReponse: number
}

/** Ce que l'acteur peut atteindre : le pendant, en requête, de `accesAuCentre`. */
export function filtreCentres(acteur: Acteur): Prisma.OrganisationWhereInput {
  const groupes = [...organisationsDuRole(acteur, 'DIRECTION_PARTENARIATS'), ...acteur.sieges]
  return {
    nature: 'CENTRE',
    OR: [
      { partenariatsCentre: { some: { groupeId: { in: groupes } } } },
      { id: { in: organisationsDuRole(acteur, 'DIRECTION_CMS') } },
      { parentId: { in: organisationsDuRole(acteur, 'MAIRIE') } },
    ],
  }
}

/** Part des lettres d'un mot cherché qu'il faut retrouver (groupes de trois lettres). */
const SEUIL = 0.35

/**
 * Identifiants dans l'ordre de ressemblance : chaque mot de la recherche doit ressembler à un mot de la fiche, si
 * bien que « arceuil », « fontenay aux rose » ou « L'Hay » trouvent leur commune.
 */
async function ordreDeRecherche(tx: Tx, ids: string[], recherche: string): Promise<string[]> {
  const mots = plier(recherche).split(' ').filter(Boolean)
  if (ids.length === 0 || mots.length === 0) return ids
  const lignes = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT o.id::text AS id, s.ressemblance
    FROM organisation o
    CROSS JOIN LATERAL (
      SELECT min(CASE WHEN position(m IN o.recherche) > 0 THEN 1 ELSE word_similarity(m, o.recherche) END)
        AS ressemblance
      FROM unnest(${mots}::text[]) AS m
    ) s
    WHERE o.id = ANY(${ids}::uuid[]) AND s.ressemblance >= ${SEUIL}::real
    ORDER BY s.ressemblance DESC`)
  return lignes.map((l) => l.id)
}

const francais = new Intl.Collator('fr')

/** Centres que l'acteur atteint, cherchés sans souci d'accent, d'apostrophe ni de faute de frappe. */
export function listerCentres(acteur: Acteur, filtres: { recherche?: string } = {}): Promise<CentreListe[]> {
  return avecActeur(acteur, async (tx) => {
    const centres = await tx.organisation.findMany({
      where: filtreCentres(acteur),
      include: {
        commune: { include: { departement: true } },
        partenariatsCentre: { include: { groupe: { select: { sigle: true, nom: true } } } },
        besoins: { select: { _count: { select: { reponses: true } } } },
      },
    })
    const ordre = await ordreDeRecherche(
      tx,
      centres.map((c) => c.id),
      filtres.recherche ?? '',
    )
    const lus = centres
      .filter((c) => ordre.includes(c.id))
      .map((c) => ({
        id: c.id,
        code: c.code,
        nom: nomProvisoire(c.nom),
        ville: c.commune?.nom ?? '',
        departement: c.commune?.departement.nom ?? '',
        groupes: c.partenariatsCentre.map((p) => p.groupe.sigle ?? p.groupe.nom),
        offreRenseignee: c.offreRenseigneeLe !== null,
        besoinsRecueillis: c.besoinsRecueillisLe !== null,
        besoins: c.besoins.length,
        sansReponse: c.besoins.filter((b) => b._count.reponses === 0).length,
      }))
    const rang = (id: string): number => (filtres.recherche?.trim() ? ordre.indexOf(id) : 0)
    return lus
      .sort(
        (a, b) =>
          rang(a.id) - rang(b.id) || francais.compare(a.ville, b.ville) || francais.compare(a.nom, b.nom),
      )
      .map(({ id: _, ...centre }) => centre)
  })
}
