import 'server-only'
import type { Tx } from '../../bd/client'
import type { Acteur } from '../../domaine/organisation/acteur'
import { engagementsRetenus } from './conditions'

export type CentreChoisi = { code: string; nom: string; ville: string }
export type OptionsTableau = {
  groupes: { code: string; nom: string; sigle: string | null }[]
  centres: CentreChoisi[]
  themes: string[]
  /** Années qui portent une période à mesurer, de la plus récente à la plus ancienne. */
  annees: number[]
}

const SANS_CHOIX = { groupe: null, centre: null, theme: null, debiteur: null }

/** Ce qu'un tableau peut filtrer : les groupes, centres, thèmes et années des engagements que l'acteur lit. */
export async function lireOptions(
  tx: Tx,
  acteur: Acteur,
  groupe: string | null,
  anneeCourante: number,
): Promise<OptionsTableau> {
  const lus = engagementsRetenus(acteur, SANS_CHOIX)
  const groupes = await tx.$queryRaw<OptionsTableau['groupes']>`
    SELECT g.code, g.nom, g.sigle FROM organisation g
    WHERE g.id IN (SELECT e.groupe_id FROM engagement e WHERE ${lus}) ORDER BY g.nom`
  const centres = await tx.$queryRaw<CentreChoisi[]>`
    SELECT o.code, o.nom, coalesce(co.nom, o.nom) AS ville
    FROM organisation o LEFT JOIN commune co ON co.code_insee = o.code_insee
    WHERE o.nature = 'CENTRE' AND o.id IN (
      SELECT u.id FROM engagement e CROSS JOIN LATERAL unnest(e.organisations) AS u (id)
      WHERE ${engagementsRetenus(acteur, { ...SANS_CHOIX, groupe })})
    ORDER BY o.code`
  const [autres] = await tx.$queryRaw<{ themes: string[] | null; premiere: number | null }[]>`
    SELECT array_agg(DISTINCT e.theme) AS themes, extract(year FROM min(e.depuis))::int AS premiere
    FROM engagement e WHERE ${lus}`
  const premiere = Math.max(autres?.premiere ?? anneeCourante, anneeCourante - 9)
  return {
    groupes,
    centres: distinguer(centres),
    themes: autres?.themes ?? [],
    annees: Array.from({ length: Math.max(1, anneeCourante - premiere + 1) }, (_, i) => anneeCourante - i),
  }
}

/** Deux centres d'une même commune se disent par leur nom entier. */
export function distinguer<C extends { nom: string; ville: string }>(centres: readonly C[]): C[] {
  const seule = (ville: string) => centres.filter((c) => c.ville === ville).length === 1
  return centres.map((c) => (seule(c.ville) ? c : { ...c, ville: `${c.ville} (${c.nom})` }))
}
