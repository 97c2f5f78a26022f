import 'server-only'
import type { Tx } from '../../bd/client'
import type { ActePourDroits } from '../../domaine/acte/droits'
import type { Etape } from '../../domaine/acte/etapes'
import type { Acteur } from '../../domaine/organisation/acteur'
import { compterRemarquesAttendues } from '../remarque/lire-remarques'

/** Ce qui attend l'acteur sur un acte en cours. */
export type ComptesActe = {
  /** Articles (avec leurs sous-articles) et annexes que son organisation n'a pas acceptés dans ces mots. */
  articles: number
  annexes: number
  /** Remarques et contre-propositions qui attendent sa réponse ou son report. */
  remarques: number
  /** Son organisation a accepté l'ensemble de la version courante. */
  ensemble: boolean
  /** Avis qu'il peut rendre sur le texte courant. */
  avis: number
  /** Gestionnaires dont l'organe n'a pas encore adopté le texte courant. */
  aVoter: number
  /** Délibérations adoptées sur ce texte dont le numéro n'est pas encore inscrit. */
  aCompleter: number
}

/** Étapes où il y a quelque chose à compter. */
const COMPTEES: readonly Etape[] = ['EN_RELECTURE', 'A_REPRENDRE', 'TEXTE_ACCEPTE', 'EN_DELIBERATION']

/** Comptes de plusieurs actes, sans requête par acte ; un acte hors de ces étapes n'y figure pas. */
export async function compterParActe(
  tx: Tx,
  acteur: Acteur,
  actes: readonly (ActePourDroits & { id: string })[],
): Promise<Map<string, ComptesActe>> {
  const comptees = actes.filter((a) => COMPTEES.includes(a.etape))
  const ids = comptees.map((a) => a.id)
  if (!ids.length) return new Map()
  const organisations = [...acteur.organisations]
  const validations = [...(acteur.validations ?? [])]
  const lignes = await tx.$queryRaw<(Omit<ComptesActe, 'remarques'> & { id: string })[]>`
    WITH derniere AS (
      SELECT DISTINCT ON (acte_id) acte_id, empreinte, empreintes, texte FROM version_acte
      WHERE acte_id = ANY (${ids}::uuid[]) ORDER BY acte_id, numero DESC
    ), u AS MATERIALIZED (
      SELECT d.acte_id, e->>'identite' AS identite, e->>'parent' AS parent, e->>'genre' AS genre
      FROM derniere d CROSS JOIN LATERAL jsonb_array_elements(d.texte->'unites') e
    ), accord AS MATERIALIZED (
      SELECT x.acte_id, x.identite, x.empreinte FROM acceptation x
      WHERE x.acte_id = ANY (${ids}::uuid[]) AND x.retiree_le IS NULL AND (x.organisation_id = ANY (${organisations}::uuid[])
        OR EXISTS (SELECT 1 FROM partie p WHERE p.acte_id = x.acte_id AND p.role = 'GESTIONNAIRE' AND p.organisation_id = x.organisation_id))
    ), a_relire AS (
      SELECT u.acte_id, coalesce(g.genre, p.genre, u.genre) AS genre,
        count(DISTINCT coalesce(g.identite, p.identite, u.identite))::int AS n
      FROM u JOIN derniere d ON d.acte_id = u.acte_id
      LEFT JOIN u p ON p.acte_id = u.acte_id AND p.identite = u.parent
      LEFT JOIN u g ON g.acte_id = u.acte_id AND g.identite = p.parent
      WHERE NOT EXISTS (SELECT 1 FROM accord x WHERE x.acte_id = u.acte_id AND x.identite = u.identite
        AND x.empreinte = d.empreintes->>u.identite)
      GROUP BY 1, 2
    )
    SELECT a.id,
      coalesce((SELECT n FROM a_relire r WHERE r.acte_id = a.id AND r.genre = 'article'), 0) AS articles,
      coalesce((SELECT n FROM a_relire r WHERE r.acte_id = a.id AND r.genre = 'annexe'), 0) AS annexes,
      EXISTS (SELECT 1 FROM accord x WHERE x.acte_id = a.id AND x.identite = '' AND x.empreinte = d.empreinte) AS ensemble,
      (SELECT count(*)::int FROM approbation p WHERE p.acte_id = a.id AND p.etat = 'ATTENDUE' AND p.empreinte = d.empreinte
        AND (a.groupe_id || ':' || p.fonction) = ANY (${validations}::text[])) AS avis,
      (SELECT count(*)::int FROM partie p WHERE p.acte_id = a.id AND p.role = 'GESTIONNAIRE' AND NOT EXISTS (
        SELECT 1 FROM deliberation v WHERE v.partie_id = p.id AND v.empreinte = d.empreinte AND v.sens = 'ADOPTEE')) AS "aVoter",
      (SELECT count(*)::int FROM deliberation v WHERE v.acte_id = a.id AND v.empreinte = d.empreinte AND v.sens = 'ADOPTEE'
        AND v.numero IS NULL) AS "aCompleter"
    FROM acte a JOIN derniere d ON d.acte_id = a.id`
  const remarques = await compterRemarquesAttendues(tx, acteur, comptees)
  return new Map(lignes.map(({ id, ...l }) => [id, { ...l, remarques: remarques.get(id) ?? 0 }]))
}
