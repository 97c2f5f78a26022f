import type { z } from 'zod'
import { chargerActeEnMain, exigerPassage } from '../acte/charger'
import { passerEtape } from '../acte/passer-etape'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { retirerEnvoiOuvert } from './envoi-ouvert'
import type { schemaRappeler } from './saisies'

/**
 * Rappelle l'envoi avant la dernière signature, avec un motif : le PDF et les signatures déjà reçues restent gardés, mais ne
 * comptent plus. Le texte accepté ne change pas.
 */
export async function rappelerEnvoi(
  contexte: Contexte,
  saisie: z.output<typeof schemaRappeler>,
): Promise<{ version: number }> {
  const { tx, acteur } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerPassage(acteur, acte, 'rappeler')
  await retirerEnvoiOuvert(tx, acte.id, saisie.motif)
  const resultat = await passerEtape(contexte, acte, 'rappeler', {
    version: saisie.version,
    motif: saisie.motif,
  })
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: 'envoi-rappele',
    donnees: { reference: acte.reference, titre: acte.titre, motif: saisie.motif, auteur: acteur.nom },
    a: await destinatairesDe(contexte, acte, ['redacteur', 'centre', 'mairie']),
  })
  return resultat
}
