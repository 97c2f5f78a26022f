import 'server-only'
import { z } from 'zod'
import { fabriquerEnvoi } from '../signature/envoyer'
import type { Resultat, Travail } from './registre'

const schema = z.object({ envoiId: z.uuid() })

/** Fabrique et relit le PDF d'un envoi réservé, puis ouvre la signature. */
export async function figerEnvoi({ acteur, saisie, maintenant, avancer }: Travail): Promise<Resultat> {
  await fabriquerEnvoi(acteur, schema.parse(saisie).envoiId, maintenant, avancer)
  return undefined
}
