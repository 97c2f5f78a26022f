import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { versEchec } from './action'
import { type Reponse, relire } from './relire'

/** Porte des rares écritures sans acteur (connexion, lien d'accès) : même relecture, mêmes réponses que `action()`. */
export function actionPublique<S extends z.ZodType, T>(
  schema: S,
  travail: (saisie: z.output<S>, maintenant: Date) => Promise<T>,
  apres?: (valeur: T, saisie: z.output<S>) => void | Promise<void>,
): (brut: z.input<S>) => Promise<Reponse<T>> {
  return async (brut) => {
    let valeur: T
    let saisie: z.output<S>
    try {
      const lu = relire(schema, brut)
      if (!lu.ok) return lu
      saisie = lu.valeur
      valeur = await travail(saisie, new Date())
    } catch (erreur) {
      unstable_rethrow(erreur)
      return versEchec(erreur)
    }
    await apres?.(valeur, saisie)
    return { ok: true, valeur }
  }
}
