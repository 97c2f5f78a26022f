import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { type Fenetre, fenetreDe } from '../../domaine/engagement/fenetre'
import type { Acteur } from '../../domaine/organisation/acteur'
import { type Agregats, lireAgregats } from './agregats'
import { engagementsRetenus } from './conditions'
import type { FiltresTableau } from './filtres'
import { distinguer, lireOptions, type OptionsTableau } from './options'

/** Ce qu'un centre et un groupe ont entre eux : une convention en vigueur, une qui se prépare, ou aucune. */
export const COOPERATIONS = ['structuree', 'en-preparation', 'echue', 'aucune'] as const
export type Cooperation = (typeof COOPERATIONS)[number]
export type CentreDuSiege = {
  code: string
  nom: string
  ville: string
  /** Par code de groupe ; absent : aucune relation connue. */
  groupes: Map<string, Cooperation>
}
export type SiegeLu = {
  jour: DateIso
  fenetre: Fenetre
  options: OptionsTableau
  groupes: { code: string; nom: string; sigle: string | null }[]
  centres: CentreDuSiege[]
  agregats: Agregats
}

type Lien = { centre: string; nom: string; ville: string; groupe: string; rang: number }
const PAR_RANG: readonly Cooperation[] = ['aucune', 'echue', 'en-preparation', 'structuree']

/** Groupe × centre, pour le siège seul ; `null` pour tout autre. Les brouillons des groupes n'y paraissent jamais. */
export function lireSiege(acteur: Acteur, f: FiltresTableau, maintenant: Date): Promise<SiegeLu | null> {
  if (acteur.sieges.length === 0) return Promise.resolve(null)
  const jour = aujourdHuiAParis(maintenant)
  const fenetre = fenetreDe(f.periode, jour)
  const sieges = [...acteur.sieges]
  return avecActeur(acteur, async (tx) => {
    const groupes = await tx.organisation.findMany({
      where: { id: { in: sieges } },
      select: { code: true, nom: true, sigle: true },
      orderBy: { nom: 'asc' },
    })
    const liens = await tx.$queryRaw<Lien[]>`
      WITH actes AS (
        SELECT ac.organisation_id AS centre_id, a.groupe_id, CASE
          WHEN a.etape <> 'SIGNEE' THEN 2
          WHEN coalesce(a.resiliee_le, x.fin, 'infinity') >= ${jour}::date THEN 3 ELSE 1 END AS rang
        FROM acte a JOIN acte_centre ac ON ac.acte_id = a.id
        LEFT JOIN LATERAL (SELECT max(s.date_fin) AS fin FROM acte s
          WHERE s.convention_id = a.convention_id AND s.etape = 'SIGNEE') x ON true
        WHERE a.rang = 0 AND a.groupe_id = ANY (${sieges}::uuid[]) AND a.partage
          AND a.etape NOT IN ('ABANDONNEE', 'BROUILLON')
        UNION ALL SELECT p.centre_id, p.groupe_id, 0 FROM partenariat p WHERE p.groupe_id = ANY (${sieges}::uuid[]))
      SELECT o.code AS centre, o.nom, coalesce(co.nom, o.nom) AS ville, g.code AS groupe, max(l.rang) AS rang
      FROM actes l JOIN organisation o ON o.id = l.centre_id JOIN organisation g ON g.id = l.groupe_id
      LEFT JOIN commune co ON co.code_insee = o.code_insee
      GROUP BY o.code, o.nom, co.nom, g.code ORDER BY ville, o.code`
    const centres = new Map<string, CentreDuSiege>()
    for (const l of liens) {
      if (f.centre && l.centre !== f.centre) continue
      const centre = centres.get(l.centre) ?? {
        code: l.centre,
        nom: l.nom,
        ville: l.ville,
        groupes: new Map(),
      }
      centre.groupes.set(l.groupe, PAR_RANG[l.rang] ?? 'aucune')
      centres.set(l.centre, centre)
    }
    return {
      jour,
      fenetre,
      groupes: groupes.filter((g) => !f.groupe || g.code === f.groupe),
      centres: distinguer([...centres.values()]),
      options: await lireOptions(tx, acteur, f.groupe, Number(jour.slice(0, 4))),
      agregats: await lireAgregats(tx, engagementsRetenus(acteur, f), fenetre, jour, ['total', 'couple']),
    }
  })
}
