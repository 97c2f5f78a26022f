import 'server-only'
import type { Tx } from '../../bd/client'
import { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Cible } from '../../domaine/engagement/cible'
import { fenetreDe } from '../../domaine/engagement/fenetre'
import type { Jugement } from '../../domaine/engagement/juger'
import type { Debiteur, Theme } from '../../domaine/engagement/themes'
import type { Acteur } from '../../domaine/organisation/acteur'
import { engagementsRetenus, JUGEMENT_RETENU, mesuresRetenues } from './conditions'
import type { FiltresMesures } from './filtres'
import { lireOptions, type OptionsTableau } from './options'

export type MesureListee = {
  id: string
  reference: string
  centres: string
  libelle: string
  theme: Theme
  debiteur: Debiteur
  portee: string | null
  debut: DateIso
  fin: DateIso
  etat: 'ATTENDUE' | 'SAISIE' | 'VALIDEE' | 'CONTESTEE'
  jugement: Jugement
  numerateur: number | null
  denominateur: number | null
  nombre: number | null
  constat: 'oui' | 'partiel' | 'non' | null
  remisLe: DateIso | null
  /** Cible en vigueur au premier jour de la période : celle qui a jugé. */
  cible: Cible | null
  motif: string | null
}
export type MesuresLues = {
  jour: DateIso
  options: OptionsTableau
  total: number
  mesures: MesureListee[]
  page: number
}

export const MESURES_PAR_PAGE = 50
const BORNE_EXPORT = 20_000

/** Mesures derrière un chiffre : les mêmes filtres, les mêmes lignes. Vide pour qui n'en lit aucune. */
export function listerMesures(
  acteur: Acteur,
  f: FiltresMesures,
  maintenant: Date,
  { entier = false } = {},
): Promise<MesuresLues> {
  const jour = aujourdHuiAParis(maintenant)
  const choisie = fenetreDe(f.periode, jour)
  const fenetre = { du: f.du ?? choisie.du, au: f.au ?? choisie.au }
  const ou = Prisma.join(
    [
      engagementsRetenus(acteur, f),
      mesuresRetenues(fenetre, jour),
      ...(f.jugement ? [Prisma.sql`${JUGEMENT_RETENU} = ${f.jugement}`] : []),
      ...(f.contestees ? [Prisma.sql`m.etat = 'CONTESTEE'`] : []),
    ],
    ' AND ',
  )
  return avecActeur(acteur, async (tx) => {
    const [compte] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM mesure m JOIN engagement e ON e.id = m.engagement_id WHERE ${ou}`
    const total = compte?.total ?? 0
    const page = Math.min(f.page, Math.max(1, Math.ceil(total / MESURES_PAR_PAGE)))
    const [combien, sauter] = entier ? [BORNE_EXPORT, 0] : [MESURES_PAR_PAGE, (page - 1) * MESURES_PAR_PAGE]
    return {
      jour,
      total,
      page,
      options: await lireOptions(tx, acteur, f.groupe, Number(jour.slice(0, 4))),
      mesures: await lirePage(tx, ou, combien, sauter),
    }
  })
}

const lirePage = (tx: Tx, ou: Prisma.Sql, combien: number, sauter: number): Promise<MesureListee[]> =>
  tx.$queryRaw<MesureListee[]>`
    WITH page AS (
      SELECT m.*, ${JUGEMENT_RETENU} AS juge FROM mesure m JOIN engagement e ON e.id = m.engagement_id
      WHERE ${ou} ORDER BY m.fin DESC, m.id LIMIT ${combien} OFFSET ${sauter})
    SELECT p.id, c.reference, e.libelle, e.theme, e.debiteur, po.libelle AS portee,
      to_char(p.debut, 'YYYY-MM-DD') AS debut, to_char(p.fin, 'YYYY-MM-DD') AS fin, p.etat::text AS etat, p.juge AS jugement,
      p.numerateur, p.denominateur, p.nombre, p.constat, to_char(p.remis_le, 'YYYY-MM-DD') AS "remisLe",
      ci.cible, p.contestation_motif AS motif,
      coalesce((SELECT string_agg(coalesce(co.nom, o.nom), ', ' ORDER BY o.code) FROM organisation o
        LEFT JOIN commune co ON co.code_insee = o.code_insee
        WHERE o.id = ANY (e.organisations) AND o.nature = 'CENTRE'), '') AS centres
    FROM page p JOIN engagement e ON e.id = p.engagement_id JOIN convention c ON c.id = e.convention_id
    LEFT JOIN portee_engagement po ON po.engagement_id = e.id AND po.code = p.portee
    LEFT JOIN cible_engagement ci ON ci.engagement_id = e.id AND ci.depuis <= p.debut
      AND (ci.jusqua IS NULL OR ci.jusqua >= p.debut)
    ORDER BY p.fin DESC, p.id`
