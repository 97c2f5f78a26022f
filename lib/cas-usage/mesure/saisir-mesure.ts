import type { Contexte } from '../contexte'
import { AVEC_MESURES, accorder } from '../engagement/ouvrir-periodes'
import { chargerMesure, consigner, ecrireMesure, jugerLaSaisie } from './charger'
import { attacherPreuve } from './preuve'
import type { SaisieMesure } from './saisies'

/**
 * Saisit ce qui a été constaté sur une période commencée, par le côté qui doit la mesurer, et la juge. Refuse une période à
 * venir ou figée, et un constat que la cible n'attend pas. Une période calculée des demandes devient saisie à la main.
 */
export async function saisirMesure(contexte: Contexte, saisie: SaisieMesure): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const m = await chargerMesure(contexte, saisie.mesureId, 'saisir')
  const constate = jugerLaSaisie(m, saisie.constat)
  await attacherPreuve(contexte, m, saisie.fichierId)
  const ecrite = await ecrireMesure(contexte, m, saisie.version, {
    ...constate,
    etat: 'SAISIE',
    origine: 'PERIODE',
    commentaire: saisie.commentaire,
    preuveLien: saisie.preuveLien,
    preuveFichierId: saisie.fichierId,
    cote: m.cote,
    saisieLe: maintenant,
    saisieParNom: acteur.nom,
  })
  await consigner(contexte, m, { evenement: 'mesure-saisie', motif: null })
  if (m.ligne.engagement.fermeLe === null)
    await accorder(
      contexte,
      await tx.engagement.findUniqueOrThrow({
        where: { id: m.ligne.engagementId },
        include: AVEC_MESURES,
      }),
    )
  return ecrite
}
