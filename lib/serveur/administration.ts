import 'server-only'
import { notFound } from 'next/navigation'
import { ErreurMetier } from '../domaine/erreurs'
import { peutAdministrer } from '../domaine/organisation/droits-administration'
import { exigerSession, type SessionActive } from './session'

/** Session d'un administrateur, ou page introuvable ; vérifié avant que rien ne parte vers le navigateur. */
export async function exigerAdministration(): Promise<SessionActive> {
  const session = await exigerSession()
  if (!peutAdministrer(session.acteur)) notFound()
  return session
}

/** Fait d'une lecture refusée ou vide une page introuvable. */
export async function ouIntrouvable<T>(lecture: Promise<T>): Promise<T> {
  try {
    return await lecture
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && erreur.code === 'INTROUVABLE') notFound()
    throw erreur
  }
}
