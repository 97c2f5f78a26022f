import 'server-only'
import type { Acteur } from '../domaine/organisation/acteur'
import { clientBase, type Tx } from './client'

const PERIMETRE_VIDE: Pick<Acteur, 'utilisateurId' | 'groupes' | 'organisations' | 'sieges'> = {
  utilisateurId: '',
  groupes: [],
  organisations: [],
  sieges: [],
}

/** Une transaction dure au plus 15 s et attend sa connexion au plus 5 s. */
const BORNES = { timeout: 15_000, maxWait: 5_000 }

/**
 * Seule porte de la base pour un acteur : ouvre une transaction et y pose son périmètre (set_config local),
 * que la sécurité par ligne lit. Les lectures passent aussi par ici. `null` = personne : aucun acte visible.
 */
export function avecActeur<T>(acteur: Acteur | null, travail: (tx: Tx) => Promise<T>): Promise<T> {
  const p = acteur ?? PERIMETRE_VIDE
  return clientBase().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.acteur', ${p.utilisateurId}, true),
      set_config('app.groupes', ${p.groupes.join(',')}, true),
      set_config('app.organisations', ${p.organisations.join(',')}, true),
      set_config('app.sieges', ${p.sieges.join(',')}, true)`
    return travail(tx)
  }, BORNES)
}
