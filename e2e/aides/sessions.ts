import fs from 'node:fs'
import path from 'node:path'
import { type APIRequestContext, request } from '@playwright/test'
import { MOT_DE_PASSE_DEMONSTRATION } from '../../lib/domaine/compte/demonstration'
import { actionConstruite, appelerBrut } from './actions'
import { type NomRole, ROLES } from './roles'

export const BASE = `http://localhost:${process.env.PORT_E2E ?? '3210'}`

/** Un contexte d'appel sans navigateur, avec l'origine que le navigateur enverrait. */
export const contexteVide = (storageState?: string): Promise<APIRequestContext> =>
  request.newContext({ baseURL: BASE, storageState, extraHTTPHeaders: { Origin: BASE } })

/** Ouvre une session neuve par l'action de connexion. */
export async function seConnecter(role: NomRole): Promise<APIRequestContext> {
  const contexte = await contexteVide()
  const action = actionConstruite('app/(public)/connexion/actions.ts#seConnecter')
  if (!action) throw new Error('La page de connexion n’embarque pas son action')
  const saisie = { courriel: ROLES[role], motDePasse: MOT_DE_PASSE_DEMONSTRATION, suite: '/compte' }
  const reponse = await appelerBrut(contexte, action, saisie)
  if (reponse.redirection === null)
    throw new Error(`Connexion refusée pour ${role} (${reponse.statut}) : ${reponse.corps.slice(0, 300)}`)
  return contexte
}

/** État de navigateur d'un rôle, partagé par les tests d'une même exécution : ne pas s'y déconnecter. */
export async function sessionDe(role: NomRole): Promise<string> {
  const dossier = `${process.env.DONNEES_E2E}-sessions`
  const fichier = path.join(dossier, `${role}.json`)
  if (fs.existsSync(fichier)) return fichier
  fs.mkdirSync(dossier, { recursive: true, mode: 0o700 })
  const contexte = await seConnecter(role)
  // Écrit à côté puis déplacé : deux travailleurs peuvent ouvrir la même session en même temps.
  const neuf = `${fichier}.${process.pid}`
  await contexte.storageState({ path: neuf })
  fs.renameSync(neuf, fichier)
  await contexte.dispose()
  return fichier
}

/** Contexte d'appel connecté sous ce rôle. */
export const contexteDe = async (role: NomRole): Promise<APIRequestContext> =>
  contexteVide(await sessionDe(role))
