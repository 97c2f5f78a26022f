import 'server-only'
import type { Tx } from '../../bd/client'
import { versDate, versIso } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Cible } from '../../domaine/engagement/cible'
import type { Recurrence } from '../../domaine/engagement/declaration'
import { cibleAu } from '../../domaine/engagement/histoire'
import type { Constat } from '../../domaine/engagement/juger'
import { constatDesColonnes } from '../../domaine/engagement/mesure'
import type { Acteur } from '../../domaine/organisation/acteur'
import { VILLE, villeDe } from '../campagne/ville'
import { A_VALIDER, CONTESTEES } from './compter-a-saisir'
import { engagementsAMesurer, saisiesParLAutre, saisiesParNous } from './mon-cote'

/** Une période d'un engagement, à mesurer ou à se prononcer. */
export type PeriodeLue = {
  mesureId: string
  version: number
  engagementId: string
  reference: string
  ville: string
  libelle: string
  portee: string | null
  debut: DateIso
  fin: DateIso
  recurrence: Recurrence | null
  /** Cible qui la jugera ; vide : le texte ne la dit pas, rien ne peut se saisir. */
  cible: Cible | null
  seuil: number
  /** Se calcule des demandes datées, quand le secrétariat les inscrit. */
  parDemandes: boolean
  constat: Constat | null
  contestation: { par: string; motif: string } | null
}
export type ASaisir = {
  /** Périodes finies sans mesure, la plus ancienne d'abord. */
  finies: PeriodeLue[]
  enCours: PeriodeLue[]
  /** Mesures de mon côté que l'autre conteste, sans réponse. */
  contestees: PeriodeLue[]
  /** Mesures de l'autre côté que le mien n'a ni validées ni contestées. */
  aValider: PeriodeLue[]
  /** Prochaines périodes : le jour où elles seront finies, et combien. */
  ensuite: { fin: DateIso; nombre: number }[]
  /** Périodes finies en tout, quand la liste est coupée. */
  nombreFinies: number
}

const LIGNES = 200
const AVEC = {
  engagement: {
    include: {
      cibles: { orderBy: { depuis: 'asc' } },
      portees: true,
      convention: { select: { reference: true, ...VILLE } },
    },
  },
} satisfies Prisma.MesureInclude
const ORDRE = [
  { fin: 'asc' },
  { engagement: { convention: { reference: 'asc' } } },
  { engagement: { libelle: 'asc' } },
  { portee: 'asc' },
  { id: 'asc' },
] satisfies Prisma.MesureOrderByWithRelationInput[]

/** Ce que le côté de l'acteur doit mesurer aujourd'hui, toutes conventions ; un nombre constant de requêtes bornées. */
export function lireASaisir(acteur: Acteur, maintenant: Date): Promise<ASaisir> {
  const jour = aujourdHuiAParis(maintenant)
  const le = versDate(jour)
  const attendues: Prisma.MesureWhereInput = {
    etat: 'ATTENDUE',
    figeeLe: null,
    engagement: engagementsAMesurer(acteur),
  }
  return avecActeur(acteur, async (tx) => {
    const lire = (where: Prisma.MesureWhereInput) => lirePeriodes(tx, where)
    return {
      finies: await lire({ ...attendues, fin: { lt: le } }),
      enCours: await lire({ ...attendues, debut: { lte: le }, fin: { gte: le } }),
      contestees: await lire({ ...CONTESTEES, ...saisiesParNous(acteur) }),
      aValider: await lire({ ...A_VALIDER, ...saisiesParLAutre(acteur) }),
      ensuite: await lireEnsuite(tx, attendues, le),
      nombreFinies: await tx.mesure.count({ where: { ...attendues, fin: { lt: le } } }),
    }
  })
}

const lirePeriodes = async (tx: Tx, where: Prisma.MesureWhereInput): Promise<PeriodeLue[]> =>
  (await tx.mesure.findMany({ where, include: AVEC, orderBy: ORDRE, take: LIGNES })).map(versPeriode)

async function lireEnsuite(
  tx: Tx,
  attendues: Prisma.MesureWhereInput,
  le: Date,
): Promise<ASaisir['ensuite']> {
  const groupes = await tx.mesure.groupBy({
    by: ['fin'],
    where: { ...attendues, fin: { gte: le } },
    _count: true,
    orderBy: { fin: 'asc' },
    take: 3,
  })
  return groupes.map((g) => ({ fin: versIso(g.fin), nombre: g._count }))
}

type Ligne = Prisma.MesureGetPayload<{ include: typeof AVEC }>
function versPeriode(m: Ligne): PeriodeLue {
  const { engagement: e } = m
  const cibles = e.cibles.map((c) => ({
    depuis: versIso(c.depuis),
    jusqua: c.jusqua && versIso(c.jusqua),
    cible: c.cible as Cible | null,
    rang: c.rang,
  }))
  const debut = versIso(m.debut)
  const cible = cibleAu(cibles, debut)
  const colonnes = {
    ...m,
    constat: m.constat as 'oui' | 'partiel' | 'non' | null,
    remisLe: m.remisLe && versIso(m.remisLe),
  }
  return {
    mesureId: m.id,
    version: m.version,
    engagementId: e.id,
    reference: e.convention.reference,
    ville: villeDe(e.convention).ville,
    libelle: e.libelle,
    portee: e.portees.find((p) => p.code === m.portee)?.libelle ?? null,
    debut,
    fin: versIso(m.fin),
    recurrence: e.recurrence as Recurrence | null,
    cible,
    seuil: e.seuil,
    parDemandes: m.origine === 'DEMANDES',
    constat: cible && constatDesColonnes(cible, colonnes, m.etat !== 'ATTENDUE'),
    contestation:
      m.contestationMotif && m.contesteeParNom
        ? { par: m.contesteeParNom, motif: m.contestationMotif }
        : null,
  }
}
