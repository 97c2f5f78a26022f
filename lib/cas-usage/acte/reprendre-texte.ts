import type { z } from 'zod'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { chargerActeEnMain } from './charger'
import { passerEtape } from './passer-etape'
import type { schemaPassageMotive } from './saisies'

type Saisie = z.output<typeof schemaPassageMotive>

/** Demande que le texte en relecture soit repris, avec un motif : la direction peut alors le réécrire. */
export const demanderReprise = (contexte: Contexte, saisie: Saisie): Promise<{ version: number }> =>
  retour(contexte, saisie, 'demander-reprise')

/** Rouvre un texte accepté, avec un motif : les accords donnés ne vaudront que pour les articles inchangés. */
export const rouvrirTexte = (contexte: Contexte, saisie: Saisie): Promise<{ version: number }> =>
  retour(contexte, saisie, 'rouvrir')

async function retour(contexte: Contexte, saisie: Saisie, passage: 'demander-reprise' | 'rouvrir') {
  const acte = await chargerActeEnMain(contexte.tx, contexte.acteur, saisie.acteId)
  const resultat = await passerEtape(contexte, acte, passage, {
    version: saisie.version,
    motif: saisie.motif,
  })
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: passage === 'rouvrir' ? 'texte-rouvert' : 'reprise-demandee',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      motif: saisie.motif,
      auteur: contexte.acteur.nom,
    },
    a: await destinatairesDe(contexte, acte, ['redacteur', 'centre', 'mairie']),
  })
  return resultat
}
