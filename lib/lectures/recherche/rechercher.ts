import 'server-only'
import type { Tx } from '../../bd/client'
import { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import type { Etape } from '../../domaine/acte/etapes'
import type { Acteur } from '../../domaine/organisation/acteur'
import { plier } from '../../domaine/texte/plier'

export type CentreTrouve = { code: string; nom: string; commune: string | null }
export type ConventionTrouvee = { reference: string; titre: string; commune: string | null; etape: Etape }

const motsDe = (q: string): string[] => plier(q.slice(0, 200)).split(' ').filter(Boolean).slice(0, 8)

/** Centres que l'acteur atteint et dont le nom ressemble à la recherche. */
export function centresProches(acteur: Acteur, q: string): Promise<CentreTrouve[]> {
  return avecActeur(acteur, (tx) => centresTrouves(tx, acteur, motsDe(q)))
}

/** Centres et conventions par leur nom, dans le périmètre de l'acteur : la palette de commandes. */
export function rechercherParNom(
  acteur: Acteur,
  q: string,
): Promise<{ centres: CentreTrouve[]; conventions: ConventionTrouvee[] }> {
  const mots = motsDe(q)
  if (!mots.length) return Promise.resolve({ centres: [], conventions: [] })
  return avecActeur(acteur, async (tx) => ({
    centres: await centresTrouves(tx, acteur, mots),
    conventions: await tx.$queryRaw<ConventionTrouvee[]>`
      SELECT c.reference || CASE WHEN a.rang = 0 THEN '' ELSE '-A' || a.rang END AS reference, a.titre, a.etape::text AS etape, co.nom AS commune
      FROM acte a JOIN convention c ON c.id = a.convention_id
      LEFT JOIN LATERAL (SELECT o.code_insee FROM partie p JOIN organisation o ON o.id = p.organisation_id
        WHERE p.acte_id = a.id AND p.role = 'GESTIONNAIRE' ORDER BY p.rang LIMIT 1) g ON true
      LEFT JOIN commune co ON co.code_insee = g.code_insee
      WHERE a.id IN (SELECT t.id FROM actes_trouves(${mots}::text[]) t)
      ORDER BY a.modifie_le DESC LIMIT 6`,
  }))
}

function centresTrouves(tx: Tx, acteur: Acteur, mots: string[]): Promise<CentreTrouve[]> {
  if (!mots.length) return Promise.resolve([])
  const groupes = [...acteur.groupes, ...acteur.sieges]
  return tx.$queryRaw<CentreTrouve[]>(Prisma.sql`
    SELECT o.code, o.nom, c.nom AS commune
    FROM organisation o
    LEFT JOIN commune c ON c.code_insee = o.code_insee
    CROSS JOIN LATERAL (
      SELECT min(CASE WHEN position(m IN o.recherche) > 0 THEN 1 ELSE word_similarity(m, o.recherche) END) AS n
      FROM unnest(${mots}::text[]) AS m
    ) s
    WHERE o.nature = 'CENTRE'
      AND (o.id = ANY (${[...acteur.organisations]}::uuid[])
        OR EXISTS (SELECT 1 FROM partenariat p WHERE p.centre_id = o.id AND p.groupe_id = ANY (${groupes}::uuid[])))
      AND s.n >= 0.35
    ORDER BY s.n DESC, o.nom LIMIT 6`)
}
