import 'server-only'
import { versDate, versIso } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'

/** Son propre compte : habilitations en cours ou à venir, sessions ouvertes. */
export async function lireMonCompte(acteur: Acteur, sessionId: string, maintenant: Date) {
  const jour = versDate(aujourdHuiAParis(maintenant))
  const { habilitations, sessions, ...moi } = await avecActeur(acteur, (tx) =>
    tx.utilisateur.findUniqueOrThrow({
      where: { id: acteur.utilisateurId },
      select: {
        nom: true,
        courriel: true,
        habilitations: {
          where: { OR: [{ jusqua: null }, { jusqua: { gte: jour } }] },
          include: { organisation: { select: { nom: true } } },
          orderBy: { depuis: 'asc' },
        },
        sessions: { where: { revoqueeLe: null, expireLe: { gt: maintenant } }, orderBy: { vueLe: 'desc' } },
      },
    }),
  )
  return {
    ...moi,
    habilitations: habilitations.map((h) => ({
      id: h.id,
      role: h.role,
      fonction: h.fonction,
      organisation: h.organisation.nom,
      depuis: versIso(h.depuis),
      jusqua: h.jusqua ? versIso(h.jusqua) : null,
    })),
    sessions: sessions.map((s) => ({
      id: s.id,
      agent: s.agent,
      creeLe: s.creeLe,
      vueLe: s.vueLe,
      enCours: s.id === sessionId,
    })),
  }
}
