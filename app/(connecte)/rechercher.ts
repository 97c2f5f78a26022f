'use server'

import type { Resultat } from '@/components/cadre/resultats'
import { rechercherParNom } from '@/lib/lectures/recherche/rechercher'
import { versResultats } from '@/lib/presentation/recherche'
import { lireSession } from '@/lib/serveur/session'

/** Recherche de la palette : centres et conventions par leur nom, dans le périmètre de la personne connectée. */
export async function rechercher(question: string): Promise<readonly Resultat[]> {
  const session = await lireSession()
  if (!session || session.motDePasseAChanger || typeof question !== 'string') return []
  return versResultats(await rechercherParNom(session.acteur, question))
}
