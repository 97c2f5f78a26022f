import { approbationsDemandees } from '../../bd/approbations'
import { nouvelId } from '../../bd/identifiants'
import { type AvisSuivi, avisAuTour, suivreAvis } from '../../domaine/acte/approbations'
import type { ActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'

/**
 * Écrit les avis et accords que demande ce texte voté (ceux du modèle, puis ceux qu'appellent ses articles adaptés) et prévient la première
 * fonction attendue. Une approbation déjà rendue sur la même empreinte vaut toujours : elle n'est pas redemandée. Rend le
 * nombre de demandes nouvelles.
 */
export async function demanderApprobations(
  contexte: Contexte,
  acte: ActeEnMain,
  version: { id: string; empreinte: string },
): Promise<number> {
  const { tx, maintenant } = contexte
  const demandees = await approbationsDemandees(tx, acte)
  const { count } = await tx.approbation.createMany({
    data: demandees.map((a, i) => ({
      id: nouvelId(maintenant.getTime()),
      acteId: acte.id,
      versionId: version.id,
      empreinte: version.empreinte,
      rang: i + 1,
      fonction: a.fonction,
      libelle: a.libelle,
      nature: a.nature,
    })),
    skipDuplicates: true,
  })
  const rendues = await tx.approbation.findMany({ where: { acteId: acte.id } })
  await prevenirLeTour(contexte, acte, suivreAvis(demandees, rendues, version.empreinte))
  return count
}

/** Prévient la seule fonction dont c'est le tour : les suivantes attendent la précédente. */
export async function prevenirLeTour(
  contexte: Contexte,
  acte: ActeEnMain,
  avis: readonly AvisSuivi[],
): Promise<void> {
  const tour = avisAuTour(avis)
  if (!tour) return
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: 'avis-demande',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      fonction: tour.libelle,
      auteur: contexte.acteur.nom,
    },
    a: await destinatairesDe(contexte, { ...acte, valideurs: [`${acte.groupeId}:${tour.fonction}`] }, [
      'valideur',
    ]),
  })
}
