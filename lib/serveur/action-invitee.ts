import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { avecActeur } from '../bd/transaction'
import type { Contexte } from '../cas-usage/contexte'
import { ErreurMetier, estRefusGarde, type RefusGarde } from '../domaine/erreurs'
import { ouvrirInvitation } from '../lectures/invitation/ouvrir-invitation'
import { echec, versEchec } from './action'
import { type Reponse, relire } from './relire'

/**
 * Porte des écritures d'une personne invitée : le jeton vient dans la saisie, jamais d'un témoin, et se relit à chaque
 * fois. Le cas d'usage s'exécute sous son périmètre ; les refus reviennent comme ceux d'`action()`.
 */
export function actionInvitee<S extends z.ZodType<{ jeton: string }>, T>(
  schema: S,
  casUsage: (contexte: Contexte, saisie: Omit<z.output<S>, 'jeton'>) => Promise<T | RefusGarde>,
): (brut: z.input<S>) => Promise<Reponse<T>> {
  return async (brut) => {
    try {
      const lu = relire(schema, brut)
      if (!lu.ok) return lu
      const { jeton, ...saisie } = lu.valeur
      const maintenant = new Date()
      const lien = await ouvrirInvitation(jeton, maintenant)
      if ('ferme' in lien) throw new ErreurMetier('LIEN_INVITATION_FERME')
      const { acteur } = lien.ouverte
      const rendu = await avecActeur(acteur, (tx) => casUsage({ tx, acteur, maintenant }, saisie))
      return estRefusGarde(rendu) ? echec(rendu.code, rendu.details) : { ok: true, valeur: rendu }
    } catch (erreur) {
      unstable_rethrow(erreur)
      return versEchec(erreur)
    }
  }
}
