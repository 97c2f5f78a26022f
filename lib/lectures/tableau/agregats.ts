import 'server-only'
import type { Tx } from '../../bd/client'
import { Prisma } from '../../bd/genere/client'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { Decompte } from '../../domaine/engagement/conformite'
import type { Fenetre } from '../../domaine/engagement/fenetre'
import { COMPTES, mesuresRetenues } from './conditions'

/** Mesures d'un ensemble comptées par jugement, et celles d'entre elles qui sont contestées. */
export type Compte = { decompte: Decompte; contestees: number }
export const AXES = ['total', 'theme', 'debiteur', 'engagement', 'centre', 'couple'] as const
export type Axe = (typeof AXES)[number]
/** Comptes par axe, puis par clé : un thème, un débiteur, une clé d'engagement, un centre, « groupe/centre ». */
export type Agregats = Record<Axe, Map<string, Compte>>

type LigneComptee = {
  respecte: number
  a_surveiller: number
  non_respecte: number
  non_mesure: number
  sans_objet: number
  contestees: number
}
export const compteDe = (l: LigneComptee): Compte => ({
  decompte: {
    respecte: l.respecte,
    'a-surveiller': l.a_surveiller,
    'non-respecte': l.non_respecte,
    'non-mesure': l.non_mesure,
    'sans-objet': l.sans_objet,
  },
  contestees: l.contestees,
})

const SOMMES = Prisma.sql`coalesce(sum(respecte), 0)::int AS respecte, coalesce(sum(a_surveiller), 0)::int AS a_surveiller,
  coalesce(sum(non_respecte), 0)::int AS non_respecte, coalesce(sum(non_mesure), 0)::int AS non_mesure,
  coalesce(sum(sans_objet), 0)::int AS sans_objet, coalesce(sum(contestees), 0)::int AS contestees`
const CENTRES = Prisma.sql`par CROSS JOIN LATERAL unnest(par.organisations) AS u (id)
  JOIN organisation o ON o.id = u.id AND o.nature = 'CENTRE'`

const SOUS: Record<Axe, Prisma.Sql> = {
  total: Prisma.sql`SELECT 'total' AS axe, '' AS cle, ${SOMMES} FROM par`,
  theme: Prisma.sql`SELECT 'theme', theme, ${SOMMES} FROM par GROUP BY theme`,
  debiteur: Prisma.sql`SELECT 'debiteur', debiteur, ${SOMMES} FROM par GROUP BY debiteur`,
  engagement: Prisma.sql`SELECT 'engagement', cle, ${SOMMES} FROM par GROUP BY cle`,
  centre: Prisma.sql`SELECT 'centre', o.code, ${SOMMES} FROM ${CENTRES} GROUP BY o.code`,
  couple: Prisma.sql`SELECT 'couple', g.code || '/' || o.code, ${SOMMES} FROM ${CENTRES}
    JOIN organisation g ON g.id = par.groupe_id GROUP BY g.code, o.code`,
}

/** Requête des agrégats : les mesures se lisent une fois, par engagement, et chaque axe s'en déduit. */
export const sqlAgregats = (
  retenus: Prisma.Sql,
  fenetre: Fenetre,
  jour: DateIso,
  axes: readonly Axe[],
): Prisma.Sql => Prisma.sql`
  WITH par AS MATERIALIZED (
    SELECT e.theme, e.debiteur, e.cle, e.groupe_id, e.organisations, ${COMPTES}
    FROM mesure m JOIN engagement e ON e.id = m.engagement_id
    WHERE ${retenus} AND ${mesuresRetenues(fenetre, jour)}
    GROUP BY e.id)
  ${Prisma.join(
    axes.map((a) => SOUS[a]),
    ' UNION ALL ',
  )}`

/** Agrégats d'une fenêtre, sur les axes demandés, en une requête. */
export async function lireAgregats(
  tx: Tx,
  retenus: Prisma.Sql,
  fenetre: Fenetre,
  jour: DateIso,
  axes: readonly Axe[],
): Promise<Agregats> {
  const lignes = await tx.$queryRaw<(LigneComptee & { axe: Axe; cle: string })[]>(
    sqlAgregats(retenus, fenetre, jour, axes),
  )
  const agregats = Object.fromEntries(AXES.map((a) => [a, new Map()])) as Agregats
  for (const l of lignes) agregats[l.axe].set(l.cle, compteDe(l))
  return agregats
}

export type PointTendance = Compte & { trimestre: string }

/**
 * Requête d'une tendance : par trimestre civil du dernier jour de la période. Les mesures se comptent d'abord par jour de
 * fin, qu'elles partagent presque toutes : mettre chaque ligne en forme coûtait quatre fois le comptage.
 */
export const sqlTendance = (retenus: Prisma.Sql, fenetre: Fenetre, jour: DateIso): Prisma.Sql => Prisma.sql`
  WITH par AS MATERIALIZED (
    SELECT m.fin, ${COMPTES} FROM mesure m JOIN engagement e ON e.id = m.engagement_id
    WHERE ${retenus} AND ${mesuresRetenues(fenetre, jour)}
    GROUP BY m.fin)
  SELECT to_char(fin, 'YYYY"-T"Q') AS trimestre, ${SOMMES} FROM par GROUP BY 1 ORDER BY 1`

export async function lireTendance(
  tx: Tx,
  retenus: Prisma.Sql,
  fenetre: Fenetre,
  jour: DateIso,
): Promise<PointTendance[]> {
  const lignes = await tx.$queryRaw<(LigneComptee & { trimestre: string })[]>(
    sqlTendance(retenus, fenetre, jour),
  )
  return lignes.map((l) => ({ trimestre: l.trimestre, ...compteDe(l) }))
}
