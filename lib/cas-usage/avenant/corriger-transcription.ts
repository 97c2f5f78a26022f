import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { chargerActeAModifier } from '../convention/charger-acte'
import { journaliser } from '../journal/journaliser'
import { lireProjet } from './projet'
import { redigerProjet } from './rediger-projet'
import type { schemaCorrigerTranscription } from './saisies'

/**
 * Rouvre une transcription déclarée, avec un motif que l'autre côté lit aussi. Le texte en vigueur garde la transcription
 * déclarée jusqu'à la suivante. Refuse une transcription qui n'est pas déclarée (ETAPE_INTERDITE).
 */
export async function corrigerTranscription(
  contexte: Contexte,
  saisie: z.output<typeof schemaCorrigerTranscription>,
): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeAModifier(tx, acteur, saisie.acteId)
  const projet = await lireProjet(contexte, acte)
  if (!projet.transcrit || !projet.close) throw new ErreurMetier('ETAPE_INTERDITE')
  const { count } = await tx.projetAvenant.updateMany({
    where: { acteId: acte.id, version: saisie.version },
    data: { closeLe: null, version: { increment: 1 }, modifieLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  // Le texte d'avant lui a pu changer depuis : un avenant plus ancien vient peut-être d'être transcrit.
  await redigerProjet(contexte, projet)
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'transcription-rouverte',
    partage: true,
    donnees: { motif: saisie.motif },
  })
}
