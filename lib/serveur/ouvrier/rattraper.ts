import 'server-only'
import type { Tx } from '../../bd/client'
import { mettreEnFile, sansMessage } from '../../bd/file'
import { avecSysteme } from '../../bd/transaction'
import { DUREE_AVANT_INCERTAIN } from '../../domaine/courriel/envoi'
import { DUREE_SANS_VIE, ESSAIS_TACHE } from '../../domaine/tache/genres'
import { PHRASE_INCERTAIN } from '../../presentation/courriels/etats'
import { PHRASE_TACHE_INTERROMPUE } from '../../presentation/taches'

/** Un seul ouvrier rattrape à la fois, toutes instances comprises. */
const VERROU = 72_707_371
/** Un message vient d'être écrit ou d'être pris : on lui laisse le temps (ms). */
const RECENT = 15_000
const PAQUET = 200

/**
 * Remet d'équerre ce qu'un ouvrier mort a laissé : un courriel en cours devient incertain et n'est pas renvoyé ; une tâche
 * sans signe de vie est reprise, puis abandonnée au troisième essai ; ce qui attend sans message en file y retourne.
 */
export async function rattraper(maintenant: Date): Promise<void> {
  await avecSysteme(async (tx) => {
    const [pris] = await tx.$queryRaw<{ v: boolean }[]>`SELECT pg_try_advisory_xact_lock(${VERROU}) AS v`
    if (!pris?.v) return
    await dire(tx, maintenant)
    await reprendreTaches(tx, maintenant)
    await remettreEnFile(tx, maintenant)
  })
}

async function dire(tx: Tx, maintenant: Date): Promise<void> {
  const limite = new Date(maintenant.getTime() - DUREE_AVANT_INCERTAIN)
  await tx.courriel.updateMany({
    where: { etat: 'EN_COURS', debuteLe: { lt: limite } },
    data: { etat: 'INCERTAIN', erreur: PHRASE_INCERTAIN, finiLe: maintenant, version: { increment: 1 } },
  })
}

async function reprendreTaches(tx: Tx, maintenant: Date): Promise<void> {
  const muettes = {
    etat: 'EN_COURS' as const,
    vueLe: { lt: new Date(maintenant.getTime() - DUREE_SANS_VIE) },
  }
  await tx.tache.updateMany({
    where: { ...muettes, essais: { gte: ESSAIS_TACHE } },
    data: { etat: 'ECHOUEE', erreur: PHRASE_TACHE_INTERROMPUE, finieLe: maintenant },
  })
  const reprises = await tx.tache.findMany({ where: muettes, select: { id: true }, take: PAQUET })
  const ids = reprises.map((t) => t.id)
  await tx.tache.updateMany({ where: { ...muettes, id: { in: ids } }, data: { etat: 'EN_ATTENTE' } })
  await mettreEnFile(tx, 'tache', ids)
}

async function remettreEnFile(tx: Tx, maintenant: Date): Promise<void> {
  const demande = {
    where: { etat: 'EN_ATTENTE' as const, creeLe: { lt: new Date(maintenant.getTime() - RECENT) } },
    select: { id: true },
    orderBy: { creeLe: 'asc' as const },
    take: PAQUET,
  }
  const courriels = (await tx.courriel.findMany(demande)).map((c) => c.id)
  await mettreEnFile(tx, 'courriel', await sansMessage(tx, 'courriel', courriels))
  const taches = (await tx.tache.findMany(demande)).map((t) => t.id)
  await mettreEnFile(tx, 'tache', await sansMessage(tx, 'tache', taches))
}
