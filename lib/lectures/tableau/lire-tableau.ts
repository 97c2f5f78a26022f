import 'server-only'
import type { Tx } from '../../bd/client'
import { avecActeur } from '../../bd/transaction'
import type { Etape } from '../../domaine/acte/etapes'
import { ajouterJours, aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { groupesDesTableaux, peutLireTableaux } from '../../domaine/engagement/droits-tableau'
import { type Fenetre, fenetreDe, trimestresFinis } from '../../domaine/engagement/fenetre'
import type { Acteur } from '../../domaine/organisation/acteur'
import { type Agregats, lireAgregats, lireTendance, type PointTendance } from './agregats'
import { engagementsRetenus } from './conditions'
import type { FiltresTableau } from './filtres'
import { type LigneMatrice, lireMatrice } from './matrice'
import { type CentreChoisi, lireOptions, type OptionsTableau } from './options'

/** Centres montrés à la fois dans la matrice : au-delà, les colonnes ne se lisent plus. */
export const CENTRES_PAR_PAGE = 10
/** Une période à mesurer, ou un livrable, finit bientôt sous ce nombre de jours. */
export const JOURS_BIENTOT = 30
const TRIMESTRES = 8

/** Ce qui n'est pas un jugement mais demande un regard. */
export type Suivi = { bientot: number; pasEncore: number; valeursAbsentes: number; engagements: number }
export type EtapeComptee = {
  genre: 'CONVENTION' | 'AVENANT'
  etape: Etape
  enVigueur: boolean
  nombre: number
}
export type TableauLu = {
  jour: DateIso
  fenetre: Fenetre
  options: OptionsTableau
  agregats: Agregats
  tendance: PointTendance[]
  suivi: Suivi
  matrice: LigneMatrice[]
  /** Centres de la page montrée, et de toutes les pages. */
  centres: CentreChoisi[]
  tousLesCentres: CentreChoisi[]
  etapes: EtapeComptee[]
}

/**
 * Tableau de la direction et du siège ; `null` pour qui n'est que d'un côté d'une convention. Onze requêtes, quel que soit
 * le nombre de mesures. `entier` : la matrice de tous les centres, pour un export.
 */
export function lireTableau(
  acteur: Acteur,
  filtres: FiltresTableau,
  maintenant: Date,
  { entier = false } = {},
): Promise<TableauLu | null> {
  if (!peutLireTableaux(acteur)) return Promise.resolve(null)
  const jour = aujourdHuiAParis(maintenant)
  const fenetre = fenetreDe(filtres.periode, jour)
  const retenus = engagementsRetenus(acteur, filtres)
  return avecActeur(acteur, async (tx) => {
    const options = await lireOptions(tx, acteur, filtres.groupe, Number(jour.slice(0, 4)))
    const agregats = await lireAgregats(tx, retenus, fenetre, jour, ['total', 'theme', 'debiteur', 'centre'])
    const tousLesCentres = options.centres.filter((c) => !filtres.centre || c.code === filtres.centre)
    const page = Math.min(filtres.page, Math.max(1, Math.ceil(tousLesCentres.length / CENTRES_PAR_PAGE)))
    const debut = (page - 1) * CENTRES_PAR_PAGE
    const centres = entier ? tousLesCentres : tousLesCentres.slice(debut, debut + CENTRES_PAR_PAGE)
    const codes = centres.map((c) => c.code)
    return {
      jour,
      fenetre,
      options,
      agregats,
      tendance: await lireTendance(tx, retenus, fenetreDeTendance(fenetre, jour), jour),
      suivi: await lireSuivi(tx, acteur, filtres, jour),
      matrice: await lireMatrice(tx, retenus, fenetre, jour, codes),
      centres,
      tousLesCentres,
      etapes: await lireEtapes(tx, acteur, filtres, jour),
    }
  })
}

/** Huit trimestres finis, jusqu'à la fin de la période choisie : un seul trimestre ne fait pas une tendance. */
export function fenetreDeTendance(fenetre: Fenetre, jour: DateIso): Fenetre {
  const borne = fenetre.au < jour ? ajouterJours(fenetre.au, 1) : jour
  const trimestres = trimestresFinis(borne, TRIMESTRES)
  return { du: trimestres[0]?.debut ?? fenetre.du, au: trimestres.at(-1)?.fin ?? fenetre.au }
}

async function lireSuivi(tx: Tx, acteur: Acteur, f: FiltresTableau, jour: DateIso): Promise<Suivi> {
  const retenus = engagementsRetenus(acteur, f)
  const [suivi] = await tx.$queryRaw<Suivi[]>`
    SELECT count(*)::int AS engagements,
      count(*) FILTER (WHERE e.valeur_absente)::int AS "valeursAbsentes",
      count(*) FILTER (WHERE e.exigible_le IS NULL OR e.exigible_le > ${jour}::date)::int AS "pasEncore",
      (SELECT count(*)::int FROM mesure m JOIN engagement e ON e.id = m.engagement_id
        WHERE ${retenus} AND m.etat = 'ATTENDUE' AND m.fin BETWEEN ${jour}::date
          AND ${ajouterJours(jour, JOURS_BIENTOT)}::date) AS bientot
    FROM engagement e
    WHERE ${retenus} AND e.depuis <= ${jour}::date AND (e.ferme_le IS NULL OR e.ferme_le >= ${jour}::date)`
  return suivi ?? { engagements: 0, valeursAbsentes: 0, pasEncore: 0, bientot: 0 }
}

/** Conventions et avenants par étape ; une convention signée est en vigueur, ou ne l'est plus. */
const lireEtapes = (tx: Tx, acteur: Acteur, f: FiltresTableau, jour: DateIso): Promise<EtapeComptee[]> =>
  tx.$queryRaw<EtapeComptee[]>`
    SELECT a.genre::text AS genre, a.etape::text AS etape,
      a.etape = 'SIGNEE' AND a.date_effet <= ${jour}::date AND coalesce(a.resiliee_le, x.fin, 'infinity') >= ${jour}::date AS "enVigueur",
      count(*)::int AS nombre
    FROM acte a
    LEFT JOIN LATERAL (SELECT max(s.date_fin) AS fin FROM acte s WHERE s.convention_id = a.convention_id AND s.etape = 'SIGNEE') x
      ON a.etape = 'SIGNEE'
    WHERE a.groupe_id = ANY (${groupesDesTableaux(acteur)}::uuid[]) AND a.etape <> 'ABANDONNEE'
      AND (${f.groupe}::text IS NULL OR a.groupe_id = (SELECT id FROM organisation WHERE code = ${f.groupe}))
      AND (${f.centre}::text IS NULL OR EXISTS (SELECT 1 FROM acte_centre ac JOIN organisation o ON o.id = ac.organisation_id
        WHERE ac.acte_id = a.id AND o.code = ${f.centre}))
    GROUP BY 1, 2, 3`
