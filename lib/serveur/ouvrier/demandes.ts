import 'server-only'
import type { Tx } from '../../bd/client'
import { avecActeur, avecSysteme } from '../../bd/transaction'
import { effacerDemandes } from '../../cas-usage/demande/effacer-demandes'
import { recompterEnAttente } from '../../cas-usage/demande/recompter-en-attente'
import type { Acteur } from '../../domaine/organisation/acteur'

/** Un seul ouvrier entretient à la fois, toutes instances comprises. */
const VERROU = 72_707_372
/** Mois pendant lesquels une demande se garde après la fin de sa période. */
export const MOIS_GARDES = 12

/** `DEMANDES_GARDEES_MOIS` : de 1 à 120, douze à défaut. */
export function moisGardes(brut = process.env.DEMANDES_GARDEES_MOIS): number {
  const lu = Number(brut)
  return brut && Number.isInteger(lu) && lu >= 1 && lu <= 120 ? lu : MOIS_GARDES
}

/**
 * Entretien des demandes, groupe par groupe : recompte celles dont la limite est passée sans que personne n'ait écrit, et
 * efface celles dont la période est finie depuis assez longtemps. Les agrégats restent.
 */
export async function entretenirDemandes(
  maintenant: Date,
  mois = moisGardes(),
): Promise<{ effacees: number }> {
  const groupes = await avecSysteme(async (tx: Tx) => {
    const [pris] = await tx.$queryRaw<{ v: boolean }[]>`SELECT pg_try_advisory_xact_lock(${VERROU}) AS v`
    if (!pris?.v) return []
    return tx.organisation.findMany({ where: { nature: 'GROUPE_HOSPITALIER' }, select: { id: true } })
  })
  let effacees = 0
  for (const { id } of groupes) {
    const acteur: Acteur = {
      utilisateurId: '',
      nom: 'Application',
      habilitations: [],
      groupes: [id],
      organisations: [],
      sieges: [],
    }
    await avecActeur(acteur, (tx) => recompterEnAttente({ tx, acteur, maintenant }))
    effacees += await avecActeur(acteur, (tx) =>
      effacerDemandes({ tx, acteur, maintenant }, { groupeId: id, mois }),
    )
  }
  return { effacees }
}
