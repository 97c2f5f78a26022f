import { chargerDossier } from '../../bd/dossier-signature'
import { cleMention, MENTIONS_DE_DELIBERATION } from '../../domaine/acte/autorite'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { ecrireMentionsDeDeliberation } from './ecrire-mentions'

/**
 * Un avenant qu'une délibération antérieure couvre cite cette délibération : ses mentions se remplissent d'elle, sans vote.
 * Sans couverture, ou quand elles sont déjà remplies, rien ne bouge.
 */
export async function porterCouverture(contexte: Contexte, acteId: string): Promise<void> {
  const { tx, maintenant } = contexte
  const dossier = await chargerDossier(tx, acteId, aujourdHuiAParis(maintenant))
  const premiere = dossier?.acte.parties.find((p) => p.role === 'GESTIONNAIRE')
  if (!dossier?.version || !premiere || dossier.acte.rang === 0) return
  const { acte, version } = dossier
  const autorite = dossier.aControler.parties.find((p) => p.partieId === premiere.id)?.autorite
  const seance = cleMention(MENTIONS_DE_DELIBERATION.seanceLe, acte.rang)
  if (autorite?.etat !== 'couverte' || version.texte.valeurs[seance]) return
  const { numero, seanceLe, transmiseLe, organe } = autorite.deliberation
  await ecrireMentionsDeDeliberation(contexte, { acte, version }, premiere, { numero, seanceLe, transmiseLe })
  await journaliser(contexte, {
    acteId,
    evenement: 'couverture-portee',
    partage: true,
    donnees: { organe, numero, seanceLe },
  })
}
