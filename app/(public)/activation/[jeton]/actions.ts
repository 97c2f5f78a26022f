'use server'

import { redirect } from 'next/navigation'
import { saisieActivation } from '@/lib/domaine/compte/saisies'
import { actionPublique } from '@/lib/serveur/action-publique'
import { activer } from '@/lib/serveur/activation'

/** Choisit le mot de passe par le lien d'accès, puis ouvre la session. */
export const choisirMotDePasse = actionPublique(saisieActivation, activer, (connecte) =>
  redirect(connecte ? '/' : '/connexion'),
)
