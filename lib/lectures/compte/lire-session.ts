import 'server-only'
import type { Tx } from '../../bd/client'
import { estOuverte } from '../../domaine/compte/session'
import type { Acteur } from '../../domaine/organisation/acteur'
import { construireActeur } from '../../domaine/organisation/perimetre'
import { habilitationsEnCours } from './acteur-du-compte'

export type SessionLue = {
  sessionId: string
  acteur: Acteur
  motDePasseAChanger: boolean
  courriel: string
  demonstration: boolean
  creeLe: Date
  vueLe: Date
}

/** Relit la session et les habilitations en cours à la date de Paris. Expirée, révoquée ou compte fermé : null. */
export async function lireSessionEnBase(tx: Tx, id: string, maintenant: Date): Promise<SessionLue | null> {
  const habilitations = habilitationsEnCours(maintenant)
  const lue = await tx.session.findUnique({
    where: { id },
    include: { utilisateur: { include: { habilitations } } },
  })
  if (!lue || !estOuverte(lue, maintenant) || !lue.utilisateur.actif) return null
  const u = lue.utilisateur
  return {
    sessionId: lue.id,
    acteur: construireActeur({ id: u.id, nom: u.nom }, u.habilitations),
    motDePasseAChanger: u.motDePasseAChanger,
    courriel: u.courriel,
    demonstration: u.demonstration,
    creeLe: lue.creeLe,
    vueLe: lue.vueLe,
  }
}
