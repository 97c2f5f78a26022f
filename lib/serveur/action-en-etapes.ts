import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Acteur } from '../domaine/organisation/acteur'
import { echec, type Reponse, versEchec } from './action'
import { relire } from './relire'
import { lireSession } from './session'

type Options<T> = { apres?: (valeur: T) => void | Promise<void> }

/**
 * Porte des écritures en plusieurs temps : mêmes contrôles qu'`action()` (acteur, saisie relue, refus en réponse), mais le
 * travail ouvre lui-même ses transactions, pour qu'un rendu ou la lecture d'un fichier n'en tienne jamais une.
 */
export function actionEnEtapes<S extends z.ZodType, T>(
  schema: S,
  travail: (acteur: Acteur, saisie: z.output<S>, maintenant: Date) => Promise<T>,
  options: Options<T> = {},
): (brut: z.input<S>) => Promise<Reponse<T>> {
  return async (brut) => {
    let valeur: T
    try {
      const session = await lireSession()
      if (!session) return echec('NON_CONNECTE')
      if (session.motDePasseAChanger) return echec('MOT_DE_PASSE_A_CHANGER')
      const lu = relire(schema, brut)
      if (!lu.ok) return lu
      valeur = await travail(session.acteur, lu.valeur, new Date())
    } catch (erreur) {
      unstable_rethrow(erreur)
      return versEchec(erreur)
    }
    await options.apres?.(valeur)
    return { ok: true, valeur }
  }
}
