import type { z } from 'zod'
import { chargerActeEnMain } from '../acte/charger'
import { passerEtape } from '../acte/passer-etape'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { retirerEnvoiOuvert } from '../signature/envoi-ouvert'
import type { schemaAbandonner } from './saisies'

/** Abandonne un acte non signé, avec son motif. Sa référence n'est pas réutilisée et l'acte reste lisible. */
export async function abandonnerActe(
  contexte: Contexte,
  saisie: z.output<typeof schemaAbandonner>,
): Promise<{ version: number }> {
  const acte = await chargerActeEnMain(contexte.tx, contexte.acteur, saisie.acteId)
  // Un envoi à la signature encore ouvert n'attend plus personne.
  if (acte.partage) await retirerEnvoiOuvert(contexte.tx, acte.id, saisie.motif)
  const resultat = await passerEtape(contexte, acte, 'abandonner', {
    version: saisie.version,
    motif: saisie.motif,
  })
  // Un brouillon jamais partagé s'abandonne sans que l'autre côté apprenne qu'il a existé.
  if (acte.partage)
    await notifier(contexte, {
      acteId: acte.id,
      gabarit: 'acte-abandonne',
      donnees: {
        reference: acte.reference,
        titre: acte.titre,
        motif: saisie.motif,
        auteur: contexte.acteur.nom,
      },
      a: await destinatairesDe(contexte, acte, ['centre', 'mairie', 'invite']),
    })
  return resultat
}
