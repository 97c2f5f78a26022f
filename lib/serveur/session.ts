import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { empreinte } from '../bd/secrets'
import { avecActeur } from '../bd/transaction'
import { estAProlonger, expiration } from '../domaine/compte/session'
import type { Acteur } from '../domaine/organisation/acteur'
import { lireSessionEnBase } from '../lectures/compte/lire-session'
import { nomTemoin } from './auth'
import { estDemonstration, secret } from './environnement'
import { suiteInterne } from './suite'

export type SessionActive = {
  sessionId: string
  acteur: Acteur
  motDePasseAChanger: boolean
  courriel: string
}

/** En-tête posé par le proxy : le chemin demandé, pour y revenir après la connexion. */
export const ENTETE_CHEMIN = 'x-chemin'

async function lireSid(): Promise<string | null> {
  const temoin = (await cookies()).get(nomTemoin())?.value
  if (!temoin) return null
  const jeton = await decode({ token: temoin, secret: secret(), salt: nomTemoin() }).catch(() => null)
  return typeof jeton?.sid === 'string' ? jeton.sid : null
}

/** Session de la requête, relue en base : une révocation prend effet à la requête suivante. */
export const lireSession = cache(async (): Promise<SessionActive | null> => {
  const sid = await lireSid()
  return sid ? relireSession(empreinte(sid), new Date()) : null
})

async function relireSession(id: string, maintenant: Date): Promise<SessionActive | null> {
  return avecActeur(null, async (tx) => {
    const lue = await lireSessionEnBase(tx, id, maintenant)
    if (!lue || (lue.demonstration && !estDemonstration())) return null
    if (estAProlonger(lue.vueLe, maintenant)) {
      await tx.session.updateMany({
        where: { id, revoqueeLe: null },
        data: { vueLe: maintenant, expireLe: expiration(lue.creeLe, maintenant) },
      })
      const { utilisateurId } = lue.acteur
      await tx.utilisateur.update({ where: { id: utilisateurId }, data: { derniereVisiteLe: maintenant } })
    }
    const { sessionId, acteur, motDePasseAChanger, courriel } = lue
    return { sessionId, acteur, motDePasseAChanger, courriel }
  })
}

/**
 * Session exigée par une page. À appeler dans chaque page, pas seulement dans la mise en page, que Next ne rejoue pas
 * à chaque navigation. Absente → /connexion ; mot de passe provisoire → /compte/mot-de-passe.
 */
export async function exigerSession(options: { avantChangement?: boolean } = {}): Promise<SessionActive> {
  const session = await lireSession()
  if (!session) {
    const suite = suiteInterne((await headers()).get(ENTETE_CHEMIN))
    redirect(suite === '/' ? '/connexion' : `/connexion?suite=${encodeURIComponent(suite)}`)
  }
  if (session.motDePasseAChanger && !options.avantChangement) redirect('/compte/mot-de-passe')
  return session
}
