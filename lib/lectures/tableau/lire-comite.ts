import 'server-only'
import type { Tx } from '../../bd/client'
import { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import { ajouterJours, ajouterMois, aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Fenetre } from '../../domaine/engagement/fenetre'
import type { Jugement } from '../../domaine/engagement/juger'
import type { Debiteur, Theme } from '../../domaine/engagement/themes'
import type { Acteur } from '../../domaine/organisation/acteur'
import { type Agregats, lireAgregats } from './agregats'
import { engagementsRetenus, JUGEMENT_RETENU, mesuresRetenues } from './conditions'
import type { FiltresComite } from './filtres'
import { lireOptions, type OptionsTableau } from './options'

/** Engagement dont le jugement n'est plus le même de part et d'autre de la date. */
export type Changement = {
  centre: string
  ville: string
  cle: string
  libelle: string
  debiteur: Debiteur
  avant: Jugement | null
  apres: Jugement
}
export type ComiteLu = {
  jour: DateIso
  /** La séance précédente, ou la date choisie : elle ouvre l'après. */
  depuis: DateIso
  avant: Fenetre
  apres: Fenetre
  options: OptionsTableau
  comptes: { avant: Agregats; apres: Agregats }
  intitules: { cle: string; libelle: string; theme: Theme; debiteur: Debiteur }[]
  changements: Changement[]
}

const BORNE = 60

/**
 * Avant et après une date, pour un centre ou tous (plénier) : les mesures dont la période finit d'un côté ou de l'autre.
 * L'avant commence à `du`, ou aussi loin de la date que le jour même.
 */
export function lireComite(acteur: Acteur, f: FiltresComite, maintenant: Date): Promise<ComiteLu> {
  const jour = aujourdHuiAParis(maintenant)
  const depuis = f.depuis ?? ajouterMois(jour, -6)
  const apres = { du: depuis, au: '2199-12-31' }
  const avant = { du: f.du && f.du < depuis ? f.du : ajouterMois(depuis, -12), au: ajouterJours(depuis, -1) }
  const retenus = engagementsRetenus(acteur, f)
  const axes = ['total', 'theme', 'engagement'] as const
  return avecActeur(acteur, async (tx) => ({
    jour,
    depuis,
    avant,
    apres,
    options: await lireOptions(tx, acteur, f.groupe, Number(jour.slice(0, 4))),
    comptes: {
      avant: await lireAgregats(tx, retenus, avant, jour, axes),
      apres: await lireAgregats(tx, retenus, apres, jour, axes),
    },
    intitules: await tx.$queryRaw<ComiteLu['intitules']>`
      SELECT DISTINCT ON (e.cle) e.cle, e.libelle, e.theme, e.debiteur FROM engagement e WHERE ${retenus} ORDER BY e.cle, e.id`,
    changements: await lireChangements(tx, retenus, { avant, apres, jour }),
  }))
}

/** Dernière période de chaque côté ; ce qui s'est dégradé d'abord. */
const lireChangements = (
  tx: Tx,
  retenus: Prisma.Sql,
  { avant, apres, jour }: { avant: Fenetre; apres: Fenetre; jour: DateIso },
): Promise<Changement[]> => {
  const derniers = (fenetre: Fenetre) => Prisma.sql`
    SELECT DISTINCT ON (m.engagement_id, m.portee) m.engagement_id, m.portee, ${JUGEMENT_RETENU} AS juge
    FROM mesure m JOIN engagement e ON e.id = m.engagement_id
    WHERE ${retenus} AND ${mesuresRetenues(fenetre, jour)}
    ORDER BY m.engagement_id, m.portee, m.debut DESC`
  const rang = (colonne: Prisma.Sql) => Prisma.sql`array_position(
    ARRAY['non-respecte', 'a-surveiller', 'non-mesure', 'respecte', 'sans-objet'], ${colonne})`
  return tx.$queryRaw<Changement[]>`
    WITH a AS (${derniers(avant)}), b AS (${derniers(apres)})
    SELECT o.code AS centre, coalesce(co.nom, o.nom) AS ville, e.cle, e.libelle, e.debiteur, a.juge AS avant, b.juge AS apres
    FROM b JOIN engagement e ON e.id = b.engagement_id
    LEFT JOIN a ON a.engagement_id = b.engagement_id AND a.portee = b.portee
    CROSS JOIN LATERAL unnest(e.organisations) AS u (id)
    JOIN organisation o ON o.id = u.id AND o.nature = 'CENTRE'
    LEFT JOIN commune co ON co.code_insee = o.code_insee
    WHERE a.juge IS DISTINCT FROM b.juge AND (a.juge IS NOT NULL OR b.juge <> 'respecte')
    ORDER BY ${rang(Prisma.sql`b.juge`)}, ville, e.cle LIMIT ${BORNE}`
}
