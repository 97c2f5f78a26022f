import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { type Reponse, saisieInvalide, versEchec } from './action'

/** Porte des rares écritures sans acteur (connexion, lien d'accès) : même relecture, mêmes réponses que `action()`. */
export function actionPublique<S extends z.ZodType, T>(
  schema: S,
  travail: (saisie: z.output<S>, maintenant: Date) => Promise<T>,
  apres?: (valeur: T, saisie: z.output<S>) => void | Promise<void>,
): (brut: z.input<S>) => Promise<Reponse<T>> {
  return async (brut) => {
    const lu = schema.safeParse(brut)
    if (!lu.success) return saisieInvalide(lu.error)
    let valeur: T
    try {
      valeur = await travail(lu.data, new Date())
    } catch (erreur) {
      unstable_rethrow(erreur)
      return versEchec(erreur)
    }
    await apres?.(valeur, lu.data)
    return { ok: true, valeur }
  }
}
