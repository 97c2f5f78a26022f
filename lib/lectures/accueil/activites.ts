import 'server-only'
import type { Tx } from '../../bd/client'
import { decisionDemandee, decisionPrise, finDuCadre } from '../../domaine/acte/activite-partagee'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'

export type SortADecider = { reference: string; ville: string; fin: DateIso; nombre: number }

type Ligne = {
  reference: string
  ville: string
  fin: DateIso | null
  resiliation: DateIso | null
  decision: string | null
  decisionPour: DateIso | null
}
const BORNE = 200

/**
 * Cadres signés qui finissent, avec le nombre de leurs activités encore vivantes dont le sort n'est pas décidé pour cette
 * fin : à la direction seule. Une activité abandonnée ou finie n'attend plus rien.
 */
export async function lireSortsADecider(tx: Tx, acteur: Acteur, jour: DateIso): Promise<SortADecider[]> {
  if (acteur.groupes.length === 0) return []
  const lignes = await tx.$queryRaw<Ligne[]>`
    SELECT c.reference, coalesce(v.ville, '') AS ville, to_char(f.fin, 'YYYY-MM-DD') AS fin,
      to_char(a.resiliee_le, 'YYYY-MM-DD') AS resiliation, r.decision,
      to_char(r.decision_pour, 'YYYY-MM-DD') AS "decisionPour"
    FROM rattachement_convention r
    JOIN convention c ON c.id = r.cadre_id AND c.groupe_id = ANY (${[...acteur.groupes]}::uuid[])
    JOIN acte a ON a.convention_id = c.id AND a.rang = 0 AND a.etape = 'SIGNEE'
    JOIN acte b ON b.convention_id = r.convention_id AND b.rang = 0 AND b.etape <> 'ABANDONNEE'
      AND (b.resiliee_le IS NULL OR b.resiliee_le >= ${jour}::date)
    CROSS JOIN LATERAL (SELECT max(x.date_fin) AS fin FROM acte x WHERE x.convention_id = c.id AND x.etape = 'SIGNEE') f
    CROSS JOIN LATERAL (SELECT max(x.date_fin) AS fin FROM acte x WHERE x.convention_id = r.convention_id AND x.etape = 'SIGNEE') g
    LEFT JOIN LATERAL (
      SELECT string_agg(coalesce(co.nom, o.nom), ', ' ORDER BY p.rang) AS ville
      FROM partie p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN commune co ON co.code_insee = o.code_insee
      WHERE p.acte_id = a.id AND p.role = 'GESTIONNAIRE'
    ) v ON true
    WHERE r.retire_le IS NULL AND (g.fin IS NULL OR g.fin >= ${jour}::date)
    ORDER BY coalesce(a.resiliee_le, f.fin), c.reference LIMIT ${BORNE}`
  const parCadre = new Map<string, SortADecider>()
  for (const l of lignes) {
    const fin = finDuCadre(l)
    if (!fin || !decisionDemandee(l, jour) || decisionPrise(l, fin)) continue
    const sort = parCadre.get(l.reference) ?? { reference: l.reference, ville: l.ville, fin, nombre: 0 }
    parCadre.set(l.reference, { ...sort, nombre: sort.nombre + 1 })
  }
  return [...parCadre.values()]
}
