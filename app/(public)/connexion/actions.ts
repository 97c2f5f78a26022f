'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { saisieConnexion } from '@/lib/domaine/compte/saisies'
import { actionPublique } from '@/lib/serveur/action-publique'
import { connecter } from '@/lib/serveur/auth'
import { suiteInterne } from '@/lib/serveur/suite'

/** Ouvre une session, puis revient où la personne allait. */
export const seConnecter = actionPublique(
  saisieConnexion.extend({ suite: z.string().max(1_000).optional() }),
  (saisie) => connecter(saisie.courriel, saisie.motDePasse),
  (_, saisie) => redirect(suiteInterne(saisie.suite)),
)
