import 'server-only'
import { chargerDossier } from '../../bd/dossier-signature'
import { avecActeur } from '../../bd/transaction'
import { peutLire } from '../../domaine/acte/droits'
import { type Constat, controlerAvantSignature } from '../../domaine/acte/regles-signature'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { litLesMotifs, sansMotifs } from './masquer'

/**
 * Ce qui bloque ou prévient avant l'envoi à la signature, au jour de Paris ; `null` si l'acteur ne voit pas l'acte. Un
 * cas d'usage qui décide dans sa transaction appelle `chargerDossier` puis `controlerAvantSignature`.
 */
export function lireConstats(acteur: Acteur, acteId: string, maintenant: Date): Promise<Constat[] | null> {
  return avecActeur(acteur, async (tx) => {
    const dossier = await chargerDossier(tx, acteId, aujourdHuiAParis(maintenant))
    if (!dossier || !peutLire(acteur, dossier.acte)) return null
    const { acte, aControler } = dossier
    return controlerAvantSignature(litLesMotifs(acteur, acte) ? aControler : sansMotifs(aControler))
  })
}
