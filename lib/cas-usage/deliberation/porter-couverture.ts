import { chargerDossier } from '../../bd/dossier-signature'
import { cleDuGestionnaire } from '../../domaine/acte/acte-groupe'
import { cleMention, MENTIONS_DE_DELIBERATION } from '../../domaine/acte/autorite'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { ecrireMentionsDeDeliberation } from './ecrire-mentions'

/**
 * Un avenant qu'une délibération antérieure couvre cite cette délibération : ses mentions se remplissent d'elle, sans vote.
 * Dans un acte groupé, chaque gestionnaire a la sienne.
 * Sans couverture, ou quand elles sont déjà remplies, rien ne bouge.
 */
export async function porterCouverture(contexte: Contexte, acteId: string): Promise<void> {
  const { tx, maintenant } = contexte
  const dossier = await chargerDossier(tx, acteId, aujourdHuiAParis(maintenant))
  if (!dossier?.version || dossier.acte.rang === 0) return
  const { acte, version } = dossier
  const gestionnaires = acte.parties.filter((p) => p.role === 'GESTIONNAIRE')
  for (const [i, partie] of gestionnaires.entries()) {
    const autorite = dossier.aControler.parties.find((p) => p.partieId === partie.id)?.autorite
    const seance = cleMention(cleDuGestionnaire(MENTIONS_DE_DELIBERATION.seanceLe, i + 1), acte.rang)
    if (autorite?.etat !== 'couverte' || version.texte.valeurs[seance]) continue
    const { numero, seanceLe, transmiseLe, organe } = autorite.deliberation
    await ecrireMentionsDeDeliberation(contexte, { acte, version }, partie, { numero, seanceLe, transmiseLe })
    await journaliser(contexte, {
      acteId,
      evenement: 'couverture-portee',
      partage: true,
      donnees: { organe, numero, seanceLe },
    })
  }
}
