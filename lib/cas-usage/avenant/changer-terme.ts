import type { z } from 'zod'
import { moisDeRenouvellement, termeConstate, termeVoulu } from '../../domaine/avenant/terme'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Contexte } from '../contexte'
import { enregistrerRetouche, type RetoucheEnregistree } from './enregistrer-retouche'
import { chargerProjet } from './projet'
import type { schemaChangerTerme } from './saisies'

/**
 * Prolonge la convention jusqu'à une date, ou la renouvelle pour la durée que sa nature permet ; `null` n'y touche plus.
 * Refuse une convention échue, et un terme qui ne recule pas ; d'un avenant déjà signé, le terme se constate.
 */
export async function changerTerme(
  contexte: Contexte,
  saisie: z.output<typeof schemaChangerTerme>,
): Promise<RetoucheEnregistree> {
  const { tx, maintenant } = contexte
  const p = await chargerProjet(contexte, saisie.acteId)
  const depart = p.base.fin
  const nature = saisie.nature ?? 'prolongation'
  const { modeleCode } = await tx.convention.findUniqueOrThrow({
    where: { id: p.acte.conventionId },
    select: { modeleCode: true },
  })
  const mois = moisDeRenouvellement(modeleCode)
  const demande = { date: saisie.date, mois, jour: aujourdHuiAParis(maintenant) }
  const calculer = p.transcrit ? termeConstate : termeVoulu
  const voulu = saisie.nature ? calculer(depart, nature, demande) : (depart ?? '')
  return enregistrerRetouche(
    contexte,
    p,
    { cible: 'terme', nature, depart: saisie.nature ? depart : voulu, voulu },
    saisie.version,
  )
}
