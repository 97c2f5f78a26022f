import { versDate } from '../../bd/dates'
import type { Demande } from '../../bd/genere/client'
import { groupeDe } from '../../bd/rattachements'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { NatureDemande } from '../../domaine/engagement/declaration'
import { type DemandeDatee, incoherences } from '../../domaine/engagement/demandes'
import { type CoteDemande, exigerTenue } from '../../domaine/engagement/droits-demandes'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import type { SaisieDemande } from './saisies'

/** Une demande se compte sous une convention, entre un centre et un site. */
export type Lieu = {
  conventionId: string
  groupeId: string
  centreId: string
  siteId: string
  organisations: string[]
  cote: CoteDemande
}

/**
 * Convention sous laquelle une demande de ce jour se compte : celle de ce centre et du groupe du site dont un engagement
 * suit les demandes de cette nature, à défaut une autre convention signée entre eux. Refuse une paire que l'acteur ne tient
 * pas, et un jour sans convention (SANS_CONVENTION).
 */
export async function lieuDe(
  { tx, acteur }: Contexte,
  vise: { centreId: string; siteId: string; nature: NatureDemande; jour: DateIso },
): Promise<Lieu> {
  const { centreId, siteId } = vise
  const organisation = (id: string, nature: 'CENTRE' | 'SITE') =>
    tx.organisation.findFirst({ where: { id, nature }, select: { id: true, parentId: true } })
  const centre = await organisation(centreId, 'CENTRE')
  const site = await organisation(siteId, 'SITE')
  const groupeId = site && (await groupeDe(tx, siteId))
  if (!centre || !groupeId) throw new ErreurMetier('INTROUVABLE')
  const cote = exigerTenue(acteur, { groupeId, centreId, siteId })
  const jour = versDate(vise.jour)
  const engagements = await tx.engagement.findMany({
    where: {
      groupeId,
      organisations: { has: centreId },
      depuis: { lte: jour },
      OR: [{ fermeLe: null }, { fermeLe: { gte: jour } }],
    },
    select: { conventionId: true, declaration: true },
    orderBy: [{ depuis: 'desc' }, { id: 'desc' }],
  })
  const suivie = engagements.find((e) => natureSuivie(e.declaration) === vise.nature) ?? engagements[0]
  if (!suivie) throw new ErreurMetier('SANS_CONVENTION')
  const organisations = centre.parentId ? [centreId, centre.parentId] : [centreId]
  return { conventionId: suivie.conventionId, groupeId, centreId, siteId, organisations, cote }
}

export const natureSuivie = (declaration: unknown): string | null =>
  (declaration as { demandes?: { nature: string } | null }).demandes?.nature ?? null

/** Colonnes qui disent la demande elle-même. */
export const datee = (d: Demande | SaisieDemande): DemandeDatee => ({
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
})

/** Demande que l'acteur tient, verrouillée jusqu'au commit. Refuse l'inconnue, la version périmée et qui ne fait que lire. */
export async function chargerDemande({ tx, acteur }: Contexte, demandeId: string, version: number) {
  const connue = await tx.demande.findUnique({ where: { id: demandeId }, select: { conventionId: true } })
  if (!connue) throw new ErreurMetier('INTROUVABLE')
  await verrouiller(tx, connue.conventionId)
  const d = await tx.demande.findUnique({ where: { id: demandeId } })
  if (!d?.centreId || !d.siteId) throw new ErreurMetier('INTROUVABLE')
  const cote = exigerTenue(acteur, { groupeId: d.groupeId, centreId: d.centreId, siteId: d.siteId })
  if (d.version !== version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS', { auteur: d.auteurNom })
  return { ...d, centreId: d.centreId, siteId: d.siteId, cote }
}

/** Une écriture à la fois par convention : deux saisies au même instant se comptent toutes les deux. */
export async function verrouiller(tx: Contexte['tx'], conventionId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${conventionId}, 190))`
}

/** Refuse des dates qui ne vont pas ensemble, un examen qui ne va pas avec la nature et une spécialité inconnue. */
export async function exigerCoherence({ tx, maintenant }: Contexte, d: DemandeDatee): Promise<void> {
  const raisons = incoherences(d, maintenant)
  if (raisons.length) throw new ErreurMetier('DEMANDE_INCOHERENTE', { raisons })
  if (d.examen !== '' && d.nature !== 'imagerie')
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'examen' })
  if (d.specialite === null) return
  const connue = await tx.specialite.findUnique({ where: { code: d.specialite }, select: { code: true } })
  if (!connue) throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'spécialité' })
}

export const jourDe = (instant: Date): DateIso => aujourdHuiAParis(instant)
