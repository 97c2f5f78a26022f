import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { auNomDuGroupe } from '../../bd/transaction'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { DemandeDatee } from '../../domaine/engagement/demandes'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import type { Lieu } from './charger'
import { mesuresARecompter, recalculerMesure } from './recalculer'

export type LigneAInscrire = { ligne: number; demande: DemandeDatee; lieu: Lieu }

/** Note ce que l'essai à blanc a trouvé. Un lot relancé entre-temps garde son nouvel essai. */
export async function noterEssai(
  { tx }: Contexte,
  { lotId, tacheId, rapport }: { lotId: string; tacheId: string; rapport: Prisma.InputJsonObject },
): Promise<void> {
  await tx.lotDemandes.updateMany({
    where: { id: lotId, etat: 'ESSAI', tacheId },
    data: { etat: 'ESSAYE', rapport, version: { increment: 1 } },
  })
}

/**
 * Inscrit un paquet de lignes et avance le lot d'autant, ensemble : repris après une panne, l'import repart de `lues` et ne
 * double rien. Refuse un lot annulé ou mené ailleurs (MODIFIE_ENTRE_TEMPS).
 */
export async function inscrirePaquet(
  { tx, acteur, maintenant }: Contexte,
  p: { lotId: string; de: number; a: number; lignes: readonly LigneAInscrire[] },
): Promise<void> {
  const { count: inscrites } = await tx.demande.createMany({
    data: p.lignes.map(({ ligne, demande, lieu }) => ({
      ...demande,
      ...lieu,
      id: nouvelId(maintenant.getTime()),
      lotId: p.lotId,
      lotLigne: ligne,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    })),
    skipDuplicates: true,
  })
  const { count } = await tx.lotDemandes.updateMany({
    where: { id: p.lotId, etat: 'EN_COURS', lues: p.de },
    data: { lues: p.a, inscrites: { increment: inscrites } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
}

type Portee = { conventionId: string; de: Date; a: Date }
/** Conventions et jours que les demandes d'un lot touchent. */
export async function porteesDuLot({ tx }: Contexte, lotId: string): Promise<Portee[]> {
  const lues = await tx.demande.groupBy({
    by: ['conventionId'],
    where: { lotId },
    _min: { demandeeLe: true },
    _max: { demandeeLe: true },
  })
  return lues.flatMap((g) =>
    g._min.demandeeLe && g._max.demandeeLe
      ? [{ conventionId: g.conventionId, de: g._min.demandeeLe, a: g._max.demandeeLe }]
      : [],
  )
}

/** Mesures que ces demandes touchent ; refuse, si on le demande, dès que l'une est figée. */
export const mesuresDesPortees = (
  contexte: Contexte,
  groupeId: string,
  portees: readonly Portee[],
  { refuserFigees }: { refuserFigees: boolean },
): Promise<string[]> =>
  auNomDuGroupe(contexte.tx, groupeId, async () => {
    const ids: string[] = []
    for (const p of portees) {
      const jours = { de: aujourdHuiAParis(p.de), a: aujourdHuiAParis(p.a) }
      ids.push(...(await mesuresARecompter(contexte, p.conventionId, jours, refuserFigees)))
    }
    return ids
  })

/** Recompte une mesure, dans sa transaction. */
export const recompterMesure = (contexte: Contexte, groupeId: string, mesureId: string): Promise<void> =>
  auNomDuGroupe(contexte.tx, groupeId, () => recalculerMesure(contexte, mesureId))

/** Clôt un lot importé : le tableur ne se garde pas, ses nombres restent. */
export async function cloreLot(
  contexte: Contexte,
  { lotId, centreId, nombre }: { lotId: string; centreId: string | null; nombre: number },
): Promise<void> {
  const { tx, maintenant } = contexte
  const lot = await tx.lotDemandes.findUniqueOrThrow({ where: { id: lotId } })
  const { count } = await tx.lotDemandes.updateMany({
    where: { id: lotId, etat: 'EN_COURS' },
    data: { etat: 'IMPORTE', finiLe: maintenant, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (lot.fichierId) await tx.fichier.deleteMany({ where: { id: lot.fichierId } })
  if (centreId)
    await journaliser(contexte, {
      organisationId: centreId,
      evenement: 'demandes-importees',
      donnees: { nombre },
    })
}

/** Efface un paquet des demandes d'un lot annulé ; rend ce qu'il en reste peut-être. */
export async function effacerPaquet({ tx }: Contexte, lotId: string, taille: number): Promise<number> {
  const page = await tx.demande.findMany({ where: { lotId }, select: { id: true }, take: taille })
  if (page.length === 0) {
    const lot = await tx.lotDemandes.findUniqueOrThrow({ where: { id: lotId } })
    await tx.lotDemandes.update({ where: { id: lotId }, data: { inscrites: 0, fichierId: null } })
    if (lot.fichierId) await tx.fichier.deleteMany({ where: { id: lot.fichierId } })
    return 0
  }
  const { count } = await tx.demande.deleteMany({ where: { id: { in: page.map((d) => d.id) } } })
  return count
}
