import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { avecActeur } from '../bd/transaction'
import type { Contexte } from '../cas-usage/contexte'
import {
  type CodeErreur,
  type DetailsErreur,
  ErreurMetier,
  estRefusGarde,
  type RefusGarde,
} from '../domaine/erreurs'
import { estPanneDeBase, journaliserPanne } from './pannes'
import { type Echec, type Reponse, relire } from './relire'
import { lireSession } from './session'

export type { Echec, Reponse }

type Options<T> = {
  /** Après le commit : invalidation de cache, redirection. Jamais d'écriture. */
  apres?: (valeur: T) => void | Promise<void>
  /** Vrai pour la seule action permise avant le changement d'un premier mot de passe. */
  avantChangement?: boolean
}

/**
 * Porte unique des écritures : acteur ou NON_CONNECTE ; seule la valeur relue par zod va plus loin ; une
 * transaction ; un refus métier levé annule et revient en réponse, un refus gardé (`RefusGarde`) revient sans annuler ; le
 * reste est journalisé avec un numéro.
 * Le contrôle de flux de Next (redirection, introuvable) est relancé hors transaction.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  casUsage: (contexte: Contexte, saisie: z.output<S>) => Promise<T | RefusGarde>,
  options: Options<T> = {},
): (brut: z.input<S>) => Promise<Reponse<T>> {
  return async (brut) => {
    let valeur: T
    try {
      const session = await lireSession()
      if (!session) return echec('NON_CONNECTE')
      if (session.motDePasseAChanger && !options.avantChangement) return echec('MOT_DE_PASSE_A_CHANGER')
      const lu = relire(schema, brut)
      if (!lu.ok) return lu
      const maintenant = new Date()
      const rendu = await avecActeur(session.acteur, (tx) =>
        casUsage({ tx, acteur: session.acteur, maintenant }, lu.valeur),
      )
      if (estRefusGarde(rendu)) return echec(rendu.code, rendu.details)
      valeur = rendu
    } catch (erreur) {
      unstable_rethrow(erreur)
      return versEchec(erreur)
    }
    await options.apres?.(valeur)
    return { ok: true, valeur }
  }
}

export const echec = (code: CodeErreur, details: DetailsErreur = {}): Echec => ({
  ok: false,
  erreur: { code, details },
})

/** Traduit une erreur levée en réponse : refus métier tel quel, panne ou imprévu avec un numéro à citer. */
export function versEchec(erreur: unknown): Echec {
  if (erreur instanceof ErreurMetier) return echec(erreur.code, erreur.details)
  const numero = journaliserPanne(erreur)
  return echec(estPanneDeBase(erreur) ? 'INDISPONIBLE' : 'INATTENDUE', { numero })
}
