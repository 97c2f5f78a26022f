import 'server-only'
import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { estOuverte } from '../../domaine/compte/session'
import type { Acteur } from '../../domaine/organisation/acteur'
import { construireActeur } from '../../domaine/organisation/perimetre'

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
  const jour = versDate(aujourdHuiAParis(maintenant))
  const enCours = { depuis: { lte: jour }, OR: [{ jusqua: null }, { jusqua: { gte: jour } }] }
  const enfants = { select: { id: true, nature: true } }
  const organisation = { select: { id: true, nature: true, enfants } }
  const habilitations = { where: enCours, orderBy: { id: 'asc' as const }, include: { organisation } }
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
