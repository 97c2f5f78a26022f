import 'server-only'
import type { Tx } from '../../bd/client'
import { versDate, versIso, versIsoOuNul } from '../../bd/dates'
import type { Demande, Prisma } from '../../bd/genere/client'
import { estIdentifiant } from '../../bd/identifiants'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { type NatureDemande, schemaSourceDemandes } from '../../domaine/engagement/declaration'
import { type DemandeDatee, examiner, type Suivi, vise } from '../../domaine/engagement/demandes'
import { coteDesDemandes } from '../../domaine/engagement/droits-demandes'
import { type CibleDatee, cibleAu } from '../../domaine/engagement/histoire'
import type { Jugement } from '../../domaine/engagement/juger'
import type { Acteur } from '../../domaine/organisation/acteur'

export const ETATS_DEMANDE = ['attente', 'sans-issue', 'toutes'] as const
export type FiltresDemandes = {
  etat: (typeof ETATS_DEMANDE)[number]
  /** Code d'un centre. */
  centre: string | null
  /** Identifiant de la dernière demande lue. */
  apres: string | null
}

type Echeance = { le: Date; passee: boolean } | null
export type DemandeLue = DemandeDatee & {
  id: string
  version: number
  centreId: string
  siteId: string
  centre: string
  site: string
  auteurNom: string
  importee: boolean
  /** L'acteur peut y écrire. */
  tenue: boolean
  /** Limite la plus proche des délais qui la visent, tant qu'ils courent. */
  reponseAvant: Echeance
  rendezVousAvant: Echeance
  corrections: { le: Date; auteurNom: string; avantPar: string; champs: string[] }[]
}
type Delai = Extract<CibleDatee['cible'], { genre: 'delai' }>
export type TauxLu = {
  id: string
  libelle: string
  centre: string
  portee: string
  periode: { debut: string; fin: string }
  numerateur: number | null
  denominateur: number | null
  mediane: number | null
  cible: Delai
  jugement: Jugement
}
export type Choix = { id: string; code: string; nom: string }
export type DemandesLues = {
  centres: Choix[]
  sites: Choix[]
  specialites: { code: string; libelle: string }[]
  examens: { code: string; libelle: string }[]
  natures: NatureDemande[]
  /** Ce que l'acteur a inscrit en dernier : les valeurs proposées. */
  derniere: DemandeLue | null
  tient: boolean
  enAttente: number
  lignes: DemandeLue[]
  suite: string | null
  taux: TauxLu[]
}

const PAGE = 40
const TAUX_MONTRES = 12

/** Demandes datées que l'acteur voit, avec leurs limites et les taux du moment. Rien qu'une liste vide pour tout autre. */
export function lireDemandes(
  acteur: Acteur,
  filtres: FiltresDemandes,
  maintenant: Date,
): Promise<DemandesLues> {
  return avecActeur(acteur, async (tx) => {
    const engagements = await engagementsSuivis(tx)
    const lieux = await lireLieux(tx, acteur, engagements)
    const noms = new Map([...lieux.centres, ...lieux.sites].map((o) => [o.id, o.nom]))
    const vue = { acteur, engagements, noms, maintenant }
    const centre = lieux.centres.find((c) => c.code === filtres.centre)
    const where = filtreDe(filtres, centre?.id ?? null)
    const lues = await tx.demande.findMany({
      where,
      include: AVEC_CORRECTIONS,
      orderBy:
        filtres.etat === 'toutes'
          ? [{ demandeeLe: 'desc' }, { id: 'desc' }]
          : [{ demandeeLe: 'asc' }, { id: 'asc' }],
      take: PAGE + 1,
      ...(filtres.apres && estIdentifiant(filtres.apres) ? { cursor: { id: filtres.apres }, skip: 1 } : {}),
    })
    const derniere = await tx.demande.findFirst({
      where: { auteurId: acteur.utilisateurId, lotId: null },
      include: AVEC_CORRECTIONS,
      orderBy: { id: 'desc' },
    })
    return {
      ...lieux,
      specialites: await tx.specialite.findMany({
        where: { categorie: 'CONSULTATION' },
        select: { code: true, libelle: true },
        orderBy: { rang: 'asc' },
      }),
      derniere: derniere && versLue(derniere, vue),
      enAttente: await tx.demande.count({
        where: filtreDe({ ...filtres, etat: 'attente' }, centre?.id ?? null),
      }),
      lignes: lues.slice(0, PAGE).map((d) => versLue(d, vue)),
      suite: lues.length > PAGE ? (lues[PAGE - 1]?.id ?? null) : null,
      taux: await lireTaux(tx, { engagements, centreId: centre?.id ?? null, noms, maintenant }),
    }
  })
}

const AVEC_CORRECTIONS = { corrections: { orderBy: { le: 'desc' } } } satisfies Prisma.DemandeInclude

function filtreDe({ etat }: FiltresDemandes, centreId: string | null): Prisma.DemandeWhereInput {
  const centre = centreId ? { centreId } : {}
  if (etat === 'attente') return { ...centre, repondueLe: null }
  return etat === 'sans-issue' ? { ...centre, repondueLe: { not: null }, issue: null } : centre
}

type EngagementSuivi = Awaited<ReturnType<typeof engagementsSuivis>>[number]
async function engagementsSuivis(tx: Tx) {
  const lus = await tx.engagement.findMany({
    where: { genre: 'delai' },
    include: { cibles: { orderBy: { depuis: 'asc' } }, portees: { orderBy: { rang: 'asc' } } },
    orderBy: { cle: 'asc' },
  })
  return lus.flatMap((e) => {
    const source = schemaSourceDemandes.safeParse((e.declaration as { demandes?: unknown }).demandes)
    if (!source.success) return []
    const cibles = e.cibles.map((c) => ({
      depuis: versIso(c.depuis),
      jusqua: versIsoOuNul(c.jusqua),
      cible: c.cible as CibleDatee['cible'],
      rang: c.rang,
    }))
    return [{ ...e, source: source.data, cibles }]
  })
}

/** Centres et sites sous convention suivie que l'acteur tient, ou lit. */
async function lireLieux(tx: Tx, acteur: Acteur, engagements: readonly EngagementSuivi[]) {
  const groupes = [...new Set(engagements.map((e) => e.groupeId))]
  const organisations = await tx.organisation.findMany({
    where: {
      OR: [
        { nature: 'CENTRE', id: { in: [...new Set(engagements.flatMap((e) => e.organisations))] } },
        { nature: 'SITE', OR: [{ parentId: { in: groupes } }, { parent: { parentId: { in: groupes } } }] },
      ],
    },
    select: { id: true, code: true, nom: true, nature: true },
  })
  const hopital =
    acteur.groupes.length > 0 || engagements.some((e) => acteur.secretariats?.includes(e.groupeId))
  const tenus = new Set([...acteur.organisations, ...(acteur.secretariats ?? [])])
  const des = (nature: string) =>
    organisations
      .filter((o) => o.nature === nature)
      .map(({ id, code, nom }) => ({ id, code, nom: nom.charAt(0).toUpperCase() + nom.slice(1) }))
      .sort((a, b) => francais.compare(a.nom, b.nom))
  const centres = des('CENTRE').filter((c) => hopital || tenus.has(c.id))
  const deService = hopital && acteur.groupes.length === 0 && !centres.some((c) => tenus.has(c.id))
  const sites = des('SITE').filter((s) => !deService || tenus.has(s.id))
  const portees = engagements.flatMap((e) => e.portees.map((p) => ({ code: p.code, libelle: p.libelle })))
  return {
    centres,
    sites,
    examens: [...new Map(portees.map((p) => [p.code, p])).values()],
    natures: [...new Set(engagements.map((e) => e.source.nature))],
    tient: centres.some((c) =>
      sites.some((s) =>
        groupes.some((g) => coteDesDemandes(acteur, { groupeId: g, centreId: c.id, siteId: s.id })),
      ),
    ),
  }
}
const francais = new Intl.Collator('fr')

type Vue = {
  acteur: Acteur
  engagements: readonly EngagementSuivi[]
  noms: ReadonlyMap<string, string>
  maintenant: Date
}
type AvecCorrections = Demande & {
  corrections: { le: Date; auteurNom: string; avantPar: string; apres: Prisma.JsonValue }[]
}

function versLue(d: AvecCorrections, { acteur, engagements, noms, maintenant }: Vue): DemandeLue {
  const datee: DemandeDatee = {
    nature: d.nature as DemandeDatee['nature'],
    examen: d.examen,
    specialite: d.specialite,
    degreDemande: d.degreDemande as DemandeDatee['degreDemande'],
    degreRetenu: d.degreRetenu as DemandeDatee['degreRetenu'],
    canal: d.canal as DemandeDatee['canal'],
    demandeeLe: d.demandeeLe,
    repondueLe: d.repondueLe,
    rendezVousLe: d.rendezVousLe,
    issue: d.issue as DemandeDatee['issue'],
  }
  const [centreId, siteId] = [d.centreId ?? '', d.siteId ?? '']
  const suivis = engagements.filter((e) => e.conventionId === d.conventionId)
  const echeance = (borne: 'reponse' | 'rendez-vous') => echeanceDe(datee, suivis, borne, maintenant)
  return {
    ...datee,
    id: d.id,
    version: d.version,
    centreId,
    siteId,
    centre: noms.get(centreId) ?? 'Centre',
    site: noms.get(siteId) ?? 'Hôpital',
    auteurNom: d.auteurNom,
    importee: d.lotId !== null,
    tenue: coteDesDemandes(acteur, { groupeId: d.groupeId, centreId, siteId }) !== null,
    reponseAvant: d.repondueLe ? null : echeance('reponse'),
    rendezVousAvant: d.rendezVousLe || d.issue ? null : echeance('rendez-vous'),
    corrections: d.corrections.map((c) => ({
      le: c.le,
      auteurNom: c.auteurNom,
      avantPar: c.avantPar,
      champs: Object.keys(c.apres as object),
    })),
  }
}

function echeanceDe(
  d: DemandeDatee,
  engagements: readonly EngagementSuivi[],
  borne: Suivi['source']['borne'],
  maintenant: Date,
): Echeance {
  const limites = engagements.flatMap((e) => {
    const portee = e.portees.length === 0 ? '' : d.examen
    const connue = portee === '' || e.portees.some((p) => p.code === portee && p.exigibleLe !== null)
    const suivi = { source: e.source, portee, cibles: e.cibles }
    if (e.source.borne !== borne || !connue || e.exigibleLe === null || !vise(suivi, d)) return []
    const { limite } = examiner(d, suivi, { maintenant })
    return limite ? [limite.getTime()] : []
  })
  if (limites.length === 0) return null
  const le = new Date(Math.min(...limites))
  return { le, passee: le < maintenant }
}

type PourTaux = Omit<Vue, 'acteur'> & { centreId: string | null }
/** Taux de la période en cours ; rien tant qu'ils sont trop nombreux pour se lire : un centre se choisit d'abord. */
async function lireTaux(tx: Tx, { engagements, centreId, noms, maintenant }: PourTaux): Promise<TauxLu[]> {
  const jour = versDate(aujourdHuiAParis(maintenant))
  const suivis = engagements.filter((e) => !centreId || e.organisations.includes(centreId))
  const mesures = await tx.mesure.findMany({
    where: {
      origine: 'DEMANDES',
      debut: { lte: jour },
      fin: { gte: jour },
      engagementId: { in: suivis.map((e) => e.id) },
    },
    orderBy: [{ engagementId: 'asc' }, { portee: 'asc' }],
    take: TAUX_MONTRES + 1,
  })
  if (mesures.length > TAUX_MONTRES) return []
  return mesures.flatMap((m) => {
    const e = suivis.find((x) => x.id === m.engagementId)
    const cible = e && cibleAu(e.cibles, versIso(m.debut))
    if (!e || cible?.genre !== 'delai') return []
    return [
      {
        id: m.id,
        libelle: e.libelle,
        centre: e.organisations.map((o) => noms.get(o)).find((n) => n !== undefined) ?? '',
        portee: e.portees.find((p) => p.code === m.portee)?.libelle ?? '',
        periode: { debut: versIso(m.debut), fin: versIso(m.fin) },
        numerateur: m.numerateur,
        denominateur: m.denominateur,
        mediane: m.mediane,
        cible,
        jugement: m.jugement as Jugement,
      },
    ]
  })
}
