import type { z } from 'zod'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerProjet, ecrireProjet } from './charger-projet'
import type { schemaEntete } from './saisies'

/** Intitulé, titre du document et résumé de la version en projet. */
export async function modifierEnteteProjet(
  contexte: Contexte,
  { projetId, version, ...entete }: z.output<typeof schemaEntete>,
): Promise<{ version: number }> {
  const projet = await chargerProjet(contexte.tx, contexte.acteur, projetId)
  const ecrit = await ecrireProjet(contexte, projetId, version, entete)
  const { intitule, titre, resume } = projet
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'entete-modele-modifie',
    cible: projet.modeleCode,
    donnees: { avant: { intitule, titre, resume }, apres: entete },
  })
  return ecrit
}
