import { versDate, versIso, versIsoOuNul } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { ajouterMois, aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Recurrence } from '../../domaine/engagement/declaration'
import type { CibleDatee } from '../../domaine/engagement/histoire'
import { type ColonnesConstat, jugementDeLaLigne, periodesOuvertes } from '../../domaine/engagement/mesure'
import type { Contexte } from '../contexte'

/** Sans terme connu, les périodes s'ouvrent trois ans d'avance ; chaque saisie les prolonge. */
const MOIS_D_AVANCE = 36

export const AVEC_MESURES = {
  cibles: { orderBy: { depuis: 'asc' } },
  portees: { orderBy: { rang: 'asc' } },
  mesures: { orderBy: { debut: 'asc' } },
} satisfies Prisma.EngagementInclude
export type EngagementAvecMesures = Prisma.EngagementGetPayload<{ include: typeof AVEC_MESURES }>
type Ligne = EngagementAvecMesures['mesures'][number]

export const ciblesDe = (e: Pick<EngagementAvecMesures, 'cibles'>): CibleDatee[] =>
  e.cibles.map((c) => ({
    depuis: versIso(c.depuis),
    jusqua: versIsoOuNul(c.jusqua),
    cible: c.cible as CibleDatee['cible'],
    rang: c.rang,
  }))

export const colonnesDe = (m: Ligne): ColonnesConstat => ({
  numerateur: m.numerateur,
  denominateur: m.denominateur,
  mediane: m.mediane,
  nombre: m.nombre,
  constat: m.constat as ColonnesConstat['constat'],
  remisLe: versIsoOuNul(m.remisLe),
})

/**
 * Ouvre les périodes à mesurer d'une chaîne, jusqu'à son terme : une ligne « attendue » par période et par portée exigible.
 * Une ligne attendue se recoupe quand la cible change ; une ligne saisie reste, et se rejuge par la cible de son premier
 * jour. Rejouée, ne change rien.
 */
export async function ouvrirPeriodes(contexte: Contexte, conventionId: string): Promise<void> {
  const engagements = await contexte.tx.engagement.findMany({
    where: { conventionId },
    include: AVEC_MESURES,
  })
  await accorder(contexte, ...engagements)
}

/** Ouvre, recoupe et rejuge les périodes de ces engagements, en un nombre constant d'écritures hors rejugement. */
export async function accorder(
  contexte: Contexte,
  ...engagements: readonly EngagementAvecMesures[]
): Promise<void> {
  const accords = engagements.map((e) => accordDe(contexte, e))
  const perimees = accords.flatMap((a) => a.perimees)
  if (perimees.length)
    await contexte.tx.mesure.deleteMany({ where: { id: { in: perimees }, etat: 'ATTENDUE' } })
  await contexte.tx.mesure.createMany({ data: accords.flatMap((a) => a.nouvelles) })
  for (const { id, jugement } of accords.flatMap((a) => a.rejugees))
    await contexte.tx.mesure.update({ where: { id }, data: { jugement } })
}

/** Ce qu'il faut retirer, ouvrir et rejuger pour qu'un engagement ait ses périodes ; ne touche pas à la base. */
function accordDe({ maintenant }: Contexte, e: EngagementAvecMesures) {
  const auLe = aujourdHuiAParis(maintenant)
  const cibles = ciblesDe(e)
  const horizon = versIsoOuNul(e.fermeLe) ?? ajouterMois(auLe, MOIS_D_AVANCE)
  const voulues = porteesExigibles(e).flatMap((p) =>
    periodesOuvertes(
      { cibles, recurrence: e.recurrence as Recurrence | null, exigibleLe: p.exigibleLe },
      horizon,
    ).map((periode) => ({ portee: p.code, ...periode })),
  )
  const cle = (x: { portee: string; debut: DateIso; fin: DateIso }) => `${x.portee} ${x.debut} ${x.fin}`
  const lignes = e.mesures.map((m) => ({
    m,
    cle: cle({ portee: m.portee, debut: versIso(m.debut), fin: versIso(m.fin) }),
  }))
  const attendues = new Set(voulues.map(cle))
  const perimees = lignes.filter((l) => l.m.etat === 'ATTENDUE' && !attendues.has(l.cle)).map((l) => l.m.id)
  const connues = new Set(lignes.filter((l) => !perimees.includes(l.m.id)).map((l) => l.cle))
  const saisies = e.mesures.filter((m) => m.etat !== 'ATTENDUE')
  // Une période déjà mesurée d'un bloc ne se redemande pas en morceaux.
  const mesuree = (v: { portee: string; debut: DateIso }) =>
    saisies.some((m) => m.portee === v.portee && versIso(m.debut) <= v.debut && v.debut <= versIso(m.fin))
  const origine: 'DEMANDES' | 'PERIODE' = (e.declaration as { demandes?: unknown }).demandes
    ? 'DEMANDES'
    : 'PERIODE'
  const nouvelles = voulues
    .filter((v) => !connues.has(cle(v)) && !mesuree(v))
    .map((v) => ({
      id: nouvelId(maintenant.getTime()),
      engagementId: e.id,
      portee: v.portee,
      debut: versDate(v.debut),
      fin: versDate(v.fin),
      origine,
    }))
  const rejugees = saisies.flatMap((m) => {
    const ligne = { debut: versIso(m.debut), colonnes: colonnesDe(m), saisi: true }
    const jugement = jugementDeLaLigne(cibles, ligne, { seuil: e.seuil, auLe })
    return jugement === m.jugement ? [] : [{ id: m.id, jugement }]
  })
  return { perimees, nouvelles, rejugees }
}

/** L'engagement entier, ou chacune de ses portées : à partir du jour où elle peut être exigée. */
function porteesExigibles(e: EngagementAvecMesures): { code: string; exigibleLe: DateIso | null }[] {
  const tout = versIsoOuNul(e.exigibleLe)
  if (e.portees.length === 0) return [{ code: '', exigibleLe: tout }]
  return e.portees.map((p) => {
    const le = versIsoOuNul(p.exigibleLe)
    return { code: p.code, exigibleLe: tout === null || le === null ? null : le > tout ? le : tout }
  })
}
