import 'server-only'
import type { Tx } from '../../bd/client'
import { Prisma } from '../../bd/genere/client'
import type { DateIso } from '../../domaine/calendrier/dates'
import { resumer } from '../../domaine/engagement/conformite'
import type { Fenetre } from '../../domaine/engagement/fenetre'
import type { Jugement } from '../../domaine/engagement/juger'
import type { Debiteur, Theme } from '../../domaine/engagement/themes'
import { JUGEMENT_RETENU, mesuresRetenues } from './conditions'

/** Dernière période finie d'un engagement dans la fenêtre ; `null` : rien n'y est encore dû. */
export type CelluleMatrice = { jugement: Jugement | null; contestee: boolean; fin: DateIso | null }
export type LigneMatrice = {
  cle: string
  libelle: string
  theme: Theme
  debiteur: Debiteur
  /** Par code de centre. Absent : ce centre n'a pas cet engagement. */
  cellules: Map<string, CelluleMatrice>
}

type Lue = {
  centre: string
  cle: string
  libelle: string
  theme: Theme
  debiteur: Debiteur
  jugement: Jugement | null
  contestee: boolean | null
  fin: DateIso | null
}

/** Requête de la matrice : pour chaque engagement de ces centres, la dernière période finie de chaque portée. */
export const sqlMatrice = (
  retenus: Prisma.Sql,
  fenetre: Fenetre,
  jour: DateIso,
  centres: readonly string[],
): Prisma.Sql => Prisma.sql`
  SELECT o.code AS centre, e.cle, e.libelle, e.theme, e.debiteur, d.jugement, d.contestee, to_char(d.fin, 'YYYY-MM-DD') AS fin
  FROM engagement e CROSS JOIN LATERAL unnest(e.organisations) AS u (id) JOIN organisation o ON o.id = u.id
  LEFT JOIN LATERAL (
    SELECT DISTINCT ON (m.portee) ${JUGEMENT_RETENU} AS jugement, m.etat = 'CONTESTEE' AS contestee, m.fin
    FROM mesure m WHERE m.engagement_id = e.id AND ${mesuresRetenues(fenetre, jour)}
    ORDER BY m.portee, m.debut DESC) d ON true
  WHERE o.nature = 'CENTRE' AND o.code = ANY (${[...centres]}::text[]) AND ${retenus}
    AND e.depuis <= ${jour}::date AND (e.ferme_le IS NULL OR e.ferme_le >= ${fenetre.du}::date)`

/** Engagement × centre. Plusieurs portées, ou plusieurs conventions, se résument par la plus préoccupante. */
export async function lireMatrice(
  tx: Tx,
  retenus: Prisma.Sql,
  fenetre: Fenetre,
  jour: DateIso,
  centres: readonly string[],
): Promise<LigneMatrice[]> {
  if (centres.length === 0) return []
  const lues = await tx.$queryRaw<Lue[]>(sqlMatrice(retenus, fenetre, jour, centres))
  const lignes = new Map<string, LigneMatrice>()
  for (const l of lues) {
    const { cle, libelle, theme, debiteur } = l
    const ligne = lignes.get(cle) ?? { cle, libelle, theme, debiteur, cellules: new Map() }
    lignes.set(cle, ligne)
    ligne.cellules.set(l.centre, fondre(ligne.cellules.get(l.centre), l))
  }
  return [...lignes.values()]
}

function fondre(avant: CelluleMatrice | undefined, l: Lue): CelluleMatrice {
  const jugements = [avant?.jugement, l.jugement].filter((j) => j !== null && j !== undefined)
  return {
    jugement: jugements.length ? resumer(jugements) : null,
    contestee: Boolean(avant?.contestee) || Boolean(l.contestee),
    fin:
      [avant?.fin, l.fin]
        .filter((d) => typeof d === 'string')
        .sort()
        .at(-1) ?? null,
  }
}
