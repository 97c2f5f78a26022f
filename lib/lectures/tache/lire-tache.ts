import 'server-only'
import { avecActeur } from '../../bd/transaction'
import type { Acteur } from '../../domaine/organisation/acteur'

/** Ce que suit l'écran d'un travail long. `fichierId` quand il y a de quoi télécharger. */
export type TacheLue = {
  etat: 'EN_ATTENTE' | 'EN_COURS' | 'FAITE' | 'ECHOUEE'
  /** 0 à 100. */
  avancement: number
  phrase: string
  fichierId: string | null
  erreur: string | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** L'état d'une tâche, pour son demandeur seulement ; `null` si elle est inconnue ou à un autre. */
export async function lireTache(acteur: Acteur, id: string): Promise<TacheLue | null> {
  if (!UUID.test(id) || !acteur.utilisateurId) return null
  return avecActeur(acteur, (tx) =>
    tx.tache.findFirst({
      where: { id, demandeurId: acteur.utilisateurId },
      select: { etat: true, avancement: true, phrase: true, fichierId: true, erreur: true },
    }),
  )
}
