import { versDate, versIso } from '../../bd/dates'
import { ajouterMois, aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Contexte } from '../contexte'
import { recalculerPeriode } from './recalculer'

/** Une demande oubliée finit par compter hors délai : au-delà, rien ne bouge plus sans une écriture. */
const MOIS_REGARDES = 6

/** Recompte les mesures ouvertes des conventions où une demande attend encore : le temps seul peut les changer. */
export async function recompterEnAttente(contexte: Contexte): Promise<void> {
  const { tx, maintenant } = contexte
  const depuis = ajouterMois(aujourdHuiAParis(maintenant), -MOIS_REGARDES)
  const attendues = await tx.demande.groupBy({
    by: ['conventionId'],
    where: {
      demandeeLe: { gte: versDate(depuis) },
      OR: [{ repondueLe: null }, { rendezVousLe: null, issue: null }],
    },
    _min: { demandeeLe: true },
  })
  for (const { conventionId, _min } of attendues)
    await recalculerPeriode(contexte, conventionId, {
      de: versIso(_min.demandeeLe ?? maintenant),
      a: aujourdHuiAParis(maintenant),
    })
}
