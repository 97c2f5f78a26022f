import { versDate, versIso } from '../../bd/dates'
import { ajouterJours, ajouterMois, aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { instantAParis } from '../../domaine/calendrier/delais'
import { periodeCivile } from '../../domaine/engagement/periodes'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'

/**
 * Efface les demandes d'un groupe dont la période est finie depuis ce nombre de mois, corrections comprises. Les mesures
 * qu'elles portaient restent, figées : leur chiffre ne pourrait plus se recompter. Une demande qu'une mesure plus longue couvre
 * encore attend la fin de celle-ci. Rend le nombre de demandes effacées.
 */
export async function effacerDemandes(
  contexte: Contexte,
  { groupeId, mois }: { groupeId: string; mois: number },
): Promise<number> {
  const { tx, maintenant } = contexte
  const limite = ajouterMois(aujourdHuiAParis(maintenant), -mois)
  const tenues = await tx.mesure.findFirst({
    where: {
      origine: 'DEMANDES',
      debut: { lte: versDate(limite) },
      fin: { gte: versDate(limite) },
      engagement: { groupeId },
    },
    select: { debut: true },
    orderBy: { debut: 'asc' },
  })
  // Le trimestre de la limite n'est pas fini depuis assez longtemps ; une mesure à cheval non plus.
  const trimestre = periodeCivile(limite, 'trimestre').debut
  const debut = tenues && versIso(tenues.debut) < trimestre ? versIso(tenues.debut) : trimestre
  const avant = instantAParis(debut, 0)
  await tx.mesure.updateMany({
    where: {
      origine: 'DEMANDES',
      fin: { lte: versDate(ajouterJours(debut, -1)) },
      effaceesLe: null,
      engagement: { groupeId },
    },
    data: { effaceesLe: maintenant, version: { increment: 1 } },
  })
  await tx.mesure.updateMany({
    where: { effaceesLe: { not: null }, figeeLe: null, engagement: { groupeId } },
    data: { figeeLe: maintenant, figeeParNom: 'Effacement des demandes' },
  })
  const { count } = await tx.demande.deleteMany({ where: { groupeId, demandeeLe: { lt: avant } } })
  if (count > 0)
    await journaliser(contexte, {
      organisationId: groupeId,
      evenement: 'demandes-effacees',
      donnees: { nombre: count, avant: debut },
    })
  return count
}
