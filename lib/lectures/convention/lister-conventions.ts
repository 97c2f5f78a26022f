import 'server-only'
import { Prisma } from '../../bd/genere/client'
import { estIdentifiant } from '../../bd/identifiants'
import { avecActeur } from '../../bd/transaction'
import { qualitesSur } from '../../domaine/acte/droits'
import { ETAPES, type Etape, type Qualite } from '../../domaine/acte/etapes'
import { type DatesDActe, type Situation, situation } from '../../domaine/acte/situation'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { plier } from '../../domaine/texte/plier'
import { type ComptesActe, compterParActe } from '../acceptation/compter'
import type { EtatFiltrable, FiltresConventions, Tri } from './filtres'

export const TAILLE_PAGE = 25
/** Au-delà, le compte s'affiche « plus de 1 000 ». */
export const COMPTE_MAXIMAL = 1_000

export type LigneConvention = {
  id: string
  reference: string
  titre: string
  etape: Etape
  situation: Situation | null
  origine: 'REDACTION' | 'REPRISE'
  groupeId: string
  gestionnaire: string
  commune: string | null
  groupe: string
  modele: string | null
  avenants: number
  dateEffet: string | null
  dateFin: string | null
  modifieLe: Date
  /** Au titre de quoi l'acteur lit cet acte, et ce qui l'y attend. */
  qualites: Qualite[]
  comptes: ComptesActe | null
}
export type PageConventions = {
  lignes: LigneConvention[]
  /** Clé de la page suivante, ou `null`. */
  suite: string | null
  /** Compte exact, ou `null` au-delà de 1 000. */
  compte: number | null
}

type LigneSql = Omit<LigneConvention, 'situation' | 'avenants' | 'qualites' | 'comptes'> & {
  organisations: string[]
  valideurs: string[]
  partage: boolean
  avenants: number
  dateSignature: string | null
  resilieeLe: string | null
  cle: string
}

/** Conventions visibles de l'acteur : recherche tolérante, filtres, tri, pagination par clé. */
export function listerConventions(
  acteur: Acteur,
  filtres: FiltresConventions,
  maintenant: Date,
): Promise<PageConventions> {
  const jour = aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => {
    const ou = Prisma.join(conditions(filtres, jour), ' AND ')
    const lignes = await tx.$queryRaw<LigneSql[]>(sqlListe(filtres, jour))
    const compte = await tx.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (
        SELECT 1 FROM acte a JOIN convention c ON c.id = a.convention_id WHERE ${ou} LIMIT ${COMPTE_MAXIMAL + 1}) t`
    const n = compte[0]?.n ?? 0
    const page = lignes.slice(0, TAILLE_PAGE)
    const comptes = await compterParActe(tx, acteur, page)
    return {
      lignes: page.map((l) => versLigne(l, acteur, comptes.get(l.id) ?? null, jour)),
      suite: lignes.length > TAILLE_PAGE ? (page.at(-1)?.cle ?? null) : null,
      compte: n > COMPTE_MAXIMAL ? null : n,
    }
  })
}

function versLigne(
  ligne: LigneSql,
  acteur: Acteur,
  comptes: ComptesActe | null,
  jour: string,
): LigneConvention {
  const { cle: _cle, dateSignature, resilieeLe, organisations, valideurs, partage, ...l } = ligne
  const dates: DatesDActe = {
    etape: l.etape,
    dateEffet: l.dateEffet,
    dateFin: l.dateFin,
    dateSignature,
    resilieeLe,
  }
  return {
    ...l,
    situation: situation(dates, jour),
    qualites: qualitesSur(acteur, { ...l, organisations, valideurs, partage }),
    comptes,
  }
}

const CLES: Record<Tri, Prisma.Sql> = {
  recent: Prisma.sql`to_char(a.modifie_le AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') || '|' || a.id`,
  commune: Prisma.sql`a.tri || '|' || a.id`,
  reference: Prisma.sql`c.reference || '|' || a.id`,
}
const ORDRES: Record<Tri, Prisma.Sql> = {
  recent: Prisma.sql`a.modifie_le DESC, a.id DESC`,
  commune: Prisma.sql`a.tri COLLATE "C", a.id`,
  reference: Prisma.sql`c.reference COLLATE "C", a.id`,
}

/** Fin de la chaîne : la plus tardive des actes signés (un avenant repris peut avoir prorogé la convention). */
const FIN_CHAINE = Prisma.sql`(SELECT max(b.date_fin) FROM acte b WHERE b.convention_id = c.id AND b.etape = 'SIGNEE')`

/** Requête d'une page de la liste, nue : le banc la chronomètre à part. */
export function sqlListe(f: FiltresConventions, jour: string): Prisma.Sql {
  const ou = Prisma.join(conditions(f, jour), ' AND ')
  const curseur = conditionCurseur(f)
  return Prisma.sql`
    SELECT a.id, c.reference, a.titre, a.etape::text AS etape, a.origine::text AS origine,
      a.groupe_id AS "groupeId", a.organisations, a.valideurs, a.partage, v.gestionnaire, v.commune, g.sigle AS groupe, m.intitule AS modele,
      (SELECT count(*)::int FROM acte b WHERE b.convention_id = c.id AND b.genre = 'AVENANT') AS avenants,
      to_char(a.date_effet, 'YYYY-MM-DD') AS "dateEffet", to_char(${FIN_CHAINE}, 'YYYY-MM-DD') AS "dateFin",
      to_char(a.date_signature, 'YYYY-MM-DD') AS "dateSignature", to_char(a.resiliee_le, 'YYYY-MM-DD') AS "resilieeLe",
      a.modifie_le AS "modifieLe", ${CLES[f.tri]} AS cle
    FROM (
      SELECT a.* FROM acte a JOIN convention c ON c.id = a.convention_id
      WHERE ${ou} ${curseur} ORDER BY ${ORDRES[f.tri]} LIMIT ${TAILLE_PAGE + 1}
    ) a
    JOIN convention c ON c.id = a.convention_id
    JOIN organisation g ON g.id = a.groupe_id
    LEFT JOIN LATERAL (
      SELECT string_agg(org.nom, ', ' ORDER BY p.rang) AS gestionnaire,
        string_agg(coalesce(co.nom, org.nom), ', ' ORDER BY p.rang) FILTER (WHERE co.nom IS NOT NULL) AS commune
      FROM partie p JOIN organisation org ON org.id = p.organisation_id
      LEFT JOIN commune co ON co.code_insee = org.code_insee
      WHERE p.acte_id = a.id AND p.role = 'GESTIONNAIRE'
    ) v ON true
    LEFT JOIN modele m ON m.code = c.modele_code
    ORDER BY ${ORDRES[f.tri]}`
}

function conditions(f: FiltresConventions, jour: string): Prisma.Sql[] {
  const ou: Prisma.Sql[] = [Prisma.sql`a.genre = 'CONVENTION'`]
  const mots = plier(f.q).split(' ').filter(Boolean).slice(0, 8)
  if (mots.length) ou.push(Prisma.sql`a.id IN (SELECT t.id FROM actes_trouves(${mots}::text[]) t)`)
  if (f.etat) ou.push(conditionEtat(f.etat, jour))
  if (f.groupe) ou.push(Prisma.sql`a.groupe_id IN (SELECT id FROM organisation WHERE code = ${f.groupe})`)
  if (f.modele) ou.push(Prisma.sql`c.modele_code = ${f.modele}`)
  if (f.centre) {
    ou.push(Prisma.sql`a.id IN (SELECT ac.acte_id FROM acte_centre ac JOIN organisation oc ON oc.id = ac.organisation_id
      WHERE oc.code = ${f.centre})`)
  }
  return ou
}

const estUneEtape = (etat: EtatFiltrable): etat is Extract<EtatFiltrable, Etape> =>
  (ETAPES as readonly string[]).includes(etat)

/** Équivalent SQL de `situation()` (testé contre elle). */
function conditionEtat(etat: EtatFiltrable, jour: string): Prisma.Sql {
  if (estUneEtape(etat)) return Prisma.sql`a.etape = ${etat}::"Etape"`
  const d = Prisma.sql`${jour}::date`
  const debut = Prisma.sql`coalesce(a.date_effet, a.date_signature)`
  const nonResiliee = Prisma.sql`(a.resiliee_le IS NULL OR a.resiliee_le >= ${d})`
  const nonEchue = Prisma.sql`coalesce(${FIN_CHAINE} >= ${d}, true)`
  const commencee = Prisma.sql`coalesce(${debut} <= ${d}, true)`
  const cas = {
    RESILIEE: Prisma.sql`a.resiliee_le < ${d}`,
    ECHUE: Prisma.sql`${nonResiliee} AND ${FIN_CHAINE} < ${d}`,
    A_VENIR: Prisma.sql`${nonResiliee} AND ${nonEchue} AND ${debut} > ${d}`,
    PREAVIS: Prisma.sql`a.resiliee_le >= ${d} AND ${nonEchue} AND ${commencee}`,
    EN_VIGUEUR: Prisma.sql`a.resiliee_le IS NULL AND ${nonEchue} AND ${commencee}`,
  }[etat]
  return Prisma.sql`a.etape = 'SIGNEE' AND (${cas})`
}

/** Forme de la clé de `CLES.recent`. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}$/

/** Reprend après la dernière ligne vue ; une clé illisible est ignorée. */
function conditionCurseur(f: FiltresConventions): Prisma.Sql {
  const [valeur, id] = f.apres?.split('|') ?? []
  if (!valeur || !id || !estIdentifiant(id)) return Prisma.empty
  if (f.tri === 'commune') return Prisma.sql`AND (a.tri COLLATE "C", a.id) > (${valeur}, ${id}::uuid)`
  if (f.tri === 'reference') return Prisma.sql`AND (c.reference COLLATE "C", a.id) > (${valeur}, ${id}::uuid)`
  if (!INSTANT.test(valeur) || Number.isNaN(Date.parse(`${valeur}Z`))) return Prisma.empty
  return Prisma.sql`AND (a.modifie_le, a.id) < ((${valeur} || 'Z')::timestamptz, ${id}::uuid)`
}
