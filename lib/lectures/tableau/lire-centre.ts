import 'server-only'
import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Cible } from '../../domaine/engagement/cible'
import type { Condition } from '../../domaine/engagement/declaration'
import { groupesDesTableaux } from '../../domaine/engagement/droits-tableau'
import { type Fenetre, fenetreDe } from '../../domaine/engagement/fenetre'
import type { Jugement } from '../../domaine/engagement/juger'
import type { Debiteur, Theme } from '../../domaine/engagement/themes'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { NatureReponse } from '../../domaine/organisation/besoins'
import { type Agregats, lireAgregats } from './agregats'
import { engagementsRetenus, JUGEMENT_RETENU, mesuresRetenues } from './conditions'
import type { FiltresTableau } from './filtres'
import { lireOptions, type OptionsTableau } from './options'

/** Une promesse, pour la portée qu'elle a : ce qu'elle vise aujourd'hui, sa dernière période finie et la suivante. */
export type PromesseDuCentre = {
  cle: string
  portee: string | null
  reference: string
  libelle: string
  theme: Theme
  debiteur: Debiteur
  cible: Cible | null
  exigibleLe: DateIso | null
  condition: Condition | null
  jugement: Jugement | null
  /** Jugement de la période d'avant. */
  avant: Jugement | null
  contestee: boolean
  fin: DateIso | null
  numerateur: number | null
  denominateur: number | null
  nombre: number | null
  /** Dernier jour de la prochaine période à mesurer. */
  prochaine: DateIso | null
}
export type ASaisir = {
  reference: string
  libelle: string
  debiteur: Debiteur
  fin: DateIso
  portee: string | null
}
export type BesoinDuCentre = { libelle: string; reponse: NatureReponse | null; depuis: DateIso | null }
export type TexteEnVigueur = { reference: string; titre: string; effet: DateIso | null; fin: DateIso | null }
export type CentreLu = {
  jour: DateIso
  fenetre: Fenetre
  code: string
  nom: string
  ville: string
  options: OptionsTableau
  agregats: Agregats
  promesses: PromesseDuCentre[]
  aSaisir: ASaisir[]
  besoins: BesoinDuCentre[]
  textes: TexteEnVigueur[]
  /** L'acteur est du côté du centre : « je dois », plutôt que « le centre doit ». */
  sien: boolean
}

/** Tableau d'un centre ; `null` pour un centre inconnu, ou dont l'acteur ne lit rien. */
export function lireCentre(
  acteur: Acteur,
  code: string,
  filtres: FiltresTableau,
  maintenant: Date,
): Promise<CentreLu | null> {
  const jour = aujourdHuiAParis(maintenant)
  const fenetre = fenetreDe(filtres.periode, jour)
  const duCentre = { ...filtres, centre: code }
  const retenus = engagementsRetenus(acteur, duCentre)
  return avecActeur(acteur, async (tx) => {
    const centre = await trouverCentre(tx, acteur, code)
    if (!centre) return null
    return {
      jour,
      fenetre,
      ...centre,
      options: await lireOptions(tx, acteur, null, Number(jour.slice(0, 4))),
      agregats: await lireAgregats(tx, retenus, fenetre, jour, ['total', 'theme', 'debiteur']),
      promesses: await tx.$queryRaw<PromesseDuCentre[]>`
        SELECT e.cle, po.libelle AS portee, c.reference, e.libelle, e.theme, e.debiteur, ci.cible,
          to_char(greatest(e.exigible_le, CASE WHEN po.code IS NULL THEN e.exigible_le ELSE po.exigible_le END), 'YYYY-MM-DD') AS "exigibleLe",
          coalesce(CASE WHEN po.exigible_le IS NULL THEN po.condition END, e.declaration->'condition') AS condition,
          js.d[1] AS jugement, js.d[2] AS avant, coalesce(x.contestee, false) AS contestee, to_char(x.fin, 'YYYY-MM-DD') AS fin,
          x.numerateur, x.denominateur, x.nombre,
          (SELECT to_char(min(m.fin), 'YYYY-MM-DD') FROM mesure m
            WHERE m.engagement_id = e.id AND m.portee = coalesce(po.code, '') AND m.fin >= ${jour}::date) AS prochaine
        FROM engagement e JOIN convention c ON c.id = e.convention_id
        LEFT JOIN portee_engagement po ON po.engagement_id = e.id
        LEFT JOIN cible_engagement ci ON ci.engagement_id = e.id AND ci.depuis <= ${jour}::date
          AND (ci.jusqua IS NULL OR ci.jusqua >= ${jour}::date)
        LEFT JOIN LATERAL (
          SELECT array_agg(juge ORDER BY debut DESC) AS d FROM (
            SELECT m.debut, ${JUGEMENT_RETENU} AS juge FROM mesure m
            WHERE m.engagement_id = e.id AND m.portee = coalesce(po.code, '') AND ${mesuresRetenues(fenetre, jour)}
            ORDER BY m.debut DESC LIMIT 2) deux) js ON true
        LEFT JOIN LATERAL (
          SELECT m.etat = 'CONTESTEE' AS contestee, m.fin, m.numerateur, m.denominateur, m.nombre FROM mesure m
          WHERE m.engagement_id = e.id AND m.portee = coalesce(po.code, '') AND ${mesuresRetenues(fenetre, jour)}
          ORDER BY m.debut DESC LIMIT 1) x ON true
        WHERE ${retenus} AND e.depuis <= ${jour}::date AND (e.ferme_le IS NULL OR e.ferme_le >= ${fenetre.du}::date)
        ORDER BY e.cle, po.rang`,
      aSaisir: await tx.$queryRaw<ASaisir[]>`
        SELECT c.reference, e.libelle, e.debiteur, po.libelle AS portee, to_char(m.fin, 'YYYY-MM-DD') AS fin
        FROM mesure m JOIN engagement e ON e.id = m.engagement_id JOIN convention c ON c.id = e.convention_id
        LEFT JOIN portee_engagement po ON po.engagement_id = e.id AND po.code = m.portee
        WHERE ${retenus} AND m.etat = 'ATTENDUE' AND m.origine = 'PERIODE' AND m.fin < ${jour}::date
        ORDER BY m.fin, e.cle LIMIT 200`,
      besoins: await lireBesoins(tx, acteur, centre.id),
      textes: await tx.$queryRaw<TexteEnVigueur[]>`
        SELECT c.reference, a.titre, to_char(a.date_effet, 'YYYY-MM-DD') AS effet,
          to_char(coalesce(a.resiliee_le, x.fin), 'YYYY-MM-DD') AS fin
        FROM acte a JOIN convention c ON c.id = a.convention_id JOIN acte_centre ac ON ac.acte_id = a.id
        CROSS JOIN LATERAL (SELECT max(s.date_fin) AS fin FROM acte s WHERE s.convention_id = c.id AND s.etape = 'SIGNEE') x
        WHERE ac.organisation_id = ${centre.id}::uuid AND a.rang = 0 AND a.etape = 'SIGNEE'
          AND coalesce(a.resiliee_le, x.fin, 'infinity') >= ${jour}::date
        ORDER BY a.date_effet DESC NULLS LAST, c.reference`,
    }
  })
}

type Trouve = { id: string; code: string; nom: string; ville: string; sien: boolean }

/** Centre de l'acteur, en partenariat avec un groupe qu'il lit, ou lié à lui par un engagement. */
async function trouverCentre(tx: Tx, acteur: Acteur, code: string): Promise<Trouve | null> {
  const groupes = groupesDesTableaux(acteur)
  const [centre] = await tx.$queryRaw<Trouve[]>`
    SELECT o.id::text AS id, o.code, o.nom, coalesce(co.nom, o.nom) AS ville, o.id = ANY (${[...acteur.organisations]}::uuid[]) AS sien
    FROM organisation o LEFT JOIN commune co ON co.code_insee = o.code_insee
    WHERE o.code = ${code} AND o.nature = 'CENTRE' AND (o.id = ANY (${[...acteur.organisations]}::uuid[])
      OR EXISTS (SELECT 1 FROM partenariat p WHERE p.centre_id = o.id AND p.groupe_id = ANY (${groupes}::uuid[]))
      OR EXISTS (SELECT 1 FROM engagement e WHERE e.organisations @> ARRAY[o.id] AND e.groupe_id = ANY (${groupes}::uuid[])))`
  return centre ?? null
}

/** Ce que le centre a demandé, et la dernière réponse : pour lui, et pour un groupe en partenariat avec lui. */
async function lireBesoins(tx: Tx, acteur: Acteur, centreId: string): Promise<BesoinDuCentre[]> {
  const besoins = await tx.besoin.findMany({
    where: {
      centreId,
      ...(acteur.organisations.includes(centreId)
        ? {}
        : { centre: { partenariatsCentre: { some: { groupeId: { in: [...acteur.groupes] } } } } }),
    },
    include: { reponses: { orderBy: [{ le: 'desc' }, { id: 'desc' }], take: 1 } },
    orderBy: { creeLe: 'asc' },
    take: 60,
  })
  return besoins.map((b) => ({
    libelle: b.libelle,
    reponse: b.reponses[0]?.nature ?? null,
    depuis: versIsoOuNul(b.reponses[0]?.le ?? null),
  }))
}
