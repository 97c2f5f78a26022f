import 'server-only'
import { type ModificationsSignees, modificationsSignees } from '../../bd/avenants-signes'
import type { Tx } from '../../bd/client'
import type { DateIso } from '../../domaine/calendrier/dates'
import { grouper } from '../../domaine/grouper'
import { unitesModifiees, type ValeurChangee, valeursChangees } from '../../domaine/modele/ecarts'
import type { DefinitionParametre } from '../../domaine/texte/parametres'

/** Ce que les avenants en vigueur d'une convention font à ses articles. */
export type EffetsDesAvenants = {
  /** Rangs des avenants, par article touché : son texte, ou une valeur qu'il cite. */
  touchees: ReadonlyMap<string, readonly number[]>
  /** Valeurs changées, par article qui les cite. */
  valeurs: ReadonlyMap<string, readonly ValeurChangee[]>
  /** Pourquoi, par rang : le motif de l'avenant, à défaut son objet. */
  motifs: ReadonlyMap<number, string>
}
export const SANS_AVENANT: EffetsDesAvenants = {
  touchees: new Map(),
  valeurs: new Map(),
  motifs: new Map(),
}

/** Effets des avenants signés et en vigueur ce jour-là, par convention, en deux requêtes. */
export async function lireEffets(
  tx: Tx,
  actes: readonly { id: string; conventionId: string }[],
  jour: DateIso,
): Promise<Map<string, EffetsDesAvenants>> {
  const avenants = grouper(
    await modificationsSignees(
      tx,
      actes.map((a) => a.conventionId),
      jour,
    ),
    (a) => a.conventionId,
  )
  const changees = [...avenants.values()].flat().flatMap((a) => valeursChangees([a]).map((v) => v.cle))
  const citations = await citantes(
    tx,
    actes.filter((a) => avenants.has(a.conventionId)).map((a) => a.id),
    changees,
  )
  return new Map(
    actes.flatMap(({ id, conventionId }): [string, EffetsDesAvenants][] => {
      const siens = avenants.get(conventionId)
      return siens ? [[conventionId, effetsDe(siens, citations.get(id) ?? [])]] : []
    }),
  )
}

function effetsDe(
  avenants: readonly ModificationsSignees[],
  citations: readonly { identite: string; cle: string }[],
): EffetsDesAvenants {
  const touchees = new Map<string, number[]>(unitesModifiees(avenants))
  const valeurs = new Map<string, ValeurChangee[]>()
  for (const v of valeursChangees(avenants))
    for (const { identite, cle } of citations) {
      if (cle !== v.cle) continue
      valeurs.set(identite, [...(valeurs.get(identite) ?? []), v])
      const rangs = touchees.get(identite) ?? []
      if (!rangs.includes(v.rang))
        touchees.set(
          identite,
          [...rangs, v.rang].sort((a, b) => a - b),
        )
    }
  return { touchees, valeurs, motifs: new Map(avenants.map((a) => [a.rang, a.motif || a.titre])) }
}

/** Articles de ces actes qui citent une de ces valeurs ; l'index du texte n'est pas chargé, la base cherche dedans. */
async function citantes(tx: Tx, acteIds: readonly string[], cles: readonly string[]) {
  if (acteIds.length === 0 || cles.length === 0) return new Map<string, { identite: string; cle: string }[]>()
  const lignes = await tx.$queryRaw<{ acteId: string; identite: string; cle: string }[]>`
    SELECT DISTINCT u.acte_id AS "acteId", u.identite, v.cle #>> '{}' AS cle
    FROM unite u, LATERAL jsonb_path_query(u.contenu, '$.**.attrs.cle') AS v(cle)
    WHERE u.acte_id = ANY (${[...acteIds]}::uuid[]) AND NOT u.omise
      AND v.cle #>> '{}' = ANY (${[...new Set(cles)]}::text[])`
  return grouper(lignes, (l) => l.acteId)
}

/** Pourquoi un article est modifié par avenant : un motif par avenant, dans l'ordre. */
export const motifDesAvenants = (e: EffetsDesAvenants, identite: string): string | null =>
  (e.touchees.get(identite) ?? [])
    .flatMap((rang) => e.motifs.get(rang) ?? [])
    .filter((m, i, tous) => tous.indexOf(m) === i)
    .join(' ; ') || null

export type ValeurNommee = ValeurChangee & { definition: DefinitionParametre }

/** Les mêmes valeurs, avec leur définition ; une valeur que le modèle ne définit pas se tait. */
export const nommerValeurs = (
  valeurs: readonly ValeurChangee[],
  definitions: readonly DefinitionParametre[],
): ValeurNommee[] =>
  valeurs.flatMap((v) => {
    const definition = definitions.find((d) => d.cle === v.cle)
    return definition ? [{ ...v, definition }] : []
  })
