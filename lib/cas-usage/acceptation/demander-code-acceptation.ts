import type { z } from 'zod'
import { type CodeEnvoye, demanderCode } from '../accord/demander-code'
import type { Contexte } from '../contexte'
import type { schemaDemanderCode } from './saisies'
import { exigerTexteAcceptable, ouvrirAcceptation } from './texte-a-accepter'

/** Envoie le code qui confirmera « j'accepte ce texte » ; refuse dès maintenant ce que l'accord refuserait. */
export async function demanderCodeAcceptation(
  contexte: Contexte,
  saisie: z.output<typeof schemaDemanderCode>,
): Promise<CodeEnvoye> {
  const { acte, version } = await ouvrirAcceptation(contexte, saisie)
  await exigerTexteAcceptable(contexte.tx, acte.id, version.texte)
  return demanderCode(contexte, { acte, objet: 'acceptation', empreinteTexte: version.empreinte })
}
